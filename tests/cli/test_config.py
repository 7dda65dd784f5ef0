"""`speechlint config`, `init` and the options that lie over a configuration."""

import json
import re
from importlib.resources import files
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


def code_of(starter: str) -> list[str]:
    """The lines of a starter that are settings, their marks taken away."""
    lines = [line.removeprefix("# ") for line in starter.splitlines()]
    return [line for line in lines if re.match(r'[\w."/-]+ = |\[|"', line)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_line_of_the_starter_works_when_its_mark_is_taken_away(folder: Path, language: str) -> None:
    run("init", "--lang", language)
    file = folder / "speechlint.toml"
    code = code_of(file.read_text(encoding="utf-8"))
    assert len(code) > 25
    file.write_text(
        "\n".join(line for line in code if not line.startswith(("extend =", "rule-folders ="))), encoding="utf-8"
    )
    (folder / ".speechlint").mkdir()
    (folder / ".speechlint" / "words.txt").touch()
    assert run("config").exit_code == 0, run("config").output


LONG = "，".join(f"我们要把{place}的各项工作抓得更紧更实更细" for place in "东南西北城乡村镇街巷河湖山林田园") + "。\n"
COUNT = "同志们：\n最后，我讲三点意见。\n一、提高思想认识\n请各单位马上传达。\n二、抓好工作落实\n请各单位马上行动。\n"
TOLD = "一要把十二件民生实事抓紧抓好。\n二要倒排工期，确保十五件民生实事如期兑现。\n"
HEAD = (
    "一、提高思想认识，切实增强紧迫感。\n今年以来，各单位团结一心、攻坚克难，各项工作总体平稳，队伍面貌持续向好，"
    "服务群众的本领不断增强，社会大局和谐稳定。\n"
)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (LONG, "在动员会上的讲话.txt", ["warning wording/long-sentence"]),
        (LONG, "关于动员的通知.txt", []),
        (HEAD, "关于防汛的通知.txt", ["warning punctuation/heading-stop"]),
        (HEAD, "防汛讲话.txt", []),
        (COUNT, "动员会主持词.txt", []),
        (COUNT, "动员会讲话.txt", ["warning numbering/count-mismatch"]),
        (TOLD, "全年工作总结.txt", ["error number/told-two-ways"]),
        (TOLD, "全年工作讲话.txt", ["warning number/told-two-ways"]),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_profiles_of_the_starter_tell_kinds_of_draft_apart(
    tmp_path: Path, language: str, text: str, name: str, said: list[str]
) -> None:
    starter = files("speechlint.config").joinpath(f"starter.{language}.toml").read_text(encoding="utf-8")
    code = code_of(starter)
    profiles = code[next(n for n, line in enumerate(code) if line.startswith("[profiles")) :]
    (tmp_path / "speechlint.toml").write_text("\n".join(profiles), encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    report = json.loads(run("check", "--output-format", "json", tmp_path).output)
    assert [f"{finding['severity']} {finding['rule']}" for finding in report["findings"]] == said


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
