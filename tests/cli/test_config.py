"""`speechlint config`, `init` and the options that lie over a configuration."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from speechlint.cli import cli
from speechlint.config.load import load


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, list(map(str, args)), prog_name="speechlint")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text("全力打造避署胜地。\n", encoding="utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "b.txt").write_text("全力打造避署胜地。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_starter_is_written_once_and_is_valid(folder: Path) -> None:
    assert run("init").exit_code == 0
    assert load(folder / "speechlint.toml").origins == {}
    (folder / "speechlint.toml").write_text('lang = "en"')
    assert run("init").exit_code == 2
    assert (folder / "speechlint.toml").read_text() == 'lang = "en"'


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_line_of_the_starter_works_when_its_mark_is_taken_away(folder: Path, language: str) -> None:
    run("init", "--lang", language)
    file = folder / "speechlint.toml"
    lines = [line.removeprefix("# ") for line in file.read_text(encoding="utf-8").splitlines()]
    code = [line for line in lines if "=" in line.partition(" ")[2][:2] or line.startswith(("[", '"'))]
    assert len(code) > 15
    file.write_text(
        "\n".join(line for line in code if not line.startswith(("extend =", "rule-folders ="))), encoding="utf-8"
    )
    (folder / ".speechlint").mkdir()
    (folder / ".speechlint" / "words.txt").touch()
    assert run("config").exit_code == 0, run("config").output


def test_the_settings_are_shown_with_their_source(folder: Path) -> None:
    (folder / "speechlint.toml").write_text(
        'lang = "en"\n[profiles."讲话"]\npaths = ["a.txt"]\nignore = ["date"]\n', encoding="utf-8"
    )
    shown = run("config", "a.txt").output
    assert 'lang = "en"  # ' in shown
    assert "speechlint.toml:1\n" in shown
    assert 'fail-on = "warning"  # 默认' in shown
    assert '[profiles."讲话"]' in shown
    assert '# a.txt: profiles."讲话"' in shown
    assert "typo/misspelling  error" in shown


def test_the_command_line_beats_the_configuration(folder: Path) -> None:
    (folder / "speechlint.toml").write_text(
        'extend-exclude = ["old/"]\nlang = "en"\n[rules."typo/misspelling"]\nseverity = "info"\n'
    )
    assert run("check").exit_code == 0
    shown = run("check", "--min-severity", "info")
    assert "a.txt:1:5: info typo/misspelling “避署” should be “避暑”" in shown.stdout
    assert "b.txt" not in shown.stdout
    assert "应为" in run("check", "--min-severity", "info", "--lang", "zh").stdout
    assert run("check", "--fail-on", "info", "--min-severity", "info").exit_code == 1
    assert "b.txt" in run("check", "--isolated").stdout
    assert run("check", "--isolated", "--per-file-ignores", "*.txt:typo").exit_code == 0


def test_a_wrong_configuration_ends_with_2(folder: Path) -> None:
    (folder / "speechlint.toml").write_text('selct = ["typo"]')
    result = run("check")
    assert result.exit_code == 2
    assert "speechlint.toml:1: 不认识的键“selct”（是不是“select”？）" in result.stderr


def test_a_configuration_named_is_used(folder: Path) -> None:
    (folder / "other.toml").write_text('ignore = ["typo"]')
    assert run("check", "--config", "other.toml").exit_code == 0
    assert run("check", "--config", "none.toml").exit_code == 2
