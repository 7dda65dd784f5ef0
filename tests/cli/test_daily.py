"""Watching, the doctor, and completion."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from speechlint.cli import cli
from speechlint.cli.watch import watch


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, list(map(str, args)), prog_name="speechlint")


def test_a_change_makes_another_run(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("一", encoding="utf-8")
    runs: list[str] = []
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: draft.write_text("一二", encoding="utf-8"),
        lambda: None,
        lambda: (tmp_path / "b.txt").touch(),
        lambda: draft.unlink(),
    ]

    def wait(_: float) -> None:
        if not steps:
            raise KeyboardInterrupt
        steps.pop(0)()

    watch(lambda: runs.append("run"), lambda: tmp_path.glob("*.txt"), wait)
    assert len(runs) == 4


def test_watch_sees_drafts_and_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    draft, settings = tmp_path / "a.txt", tmp_path / "speechlint.toml"
    draft.write_text("全力打造避署胜地。\n", encoding="utf-8")
    settings.write_text('lang = "zh"')
    steps: list[Callable[[], object]] = [
        lambda: settings.write_text('ignore = ["typo"]'),
        lambda: settings.write_text("broken"),
        lambda: settings.write_text('lang = "en"'),
    ]

    def wait(_: float) -> None:
        if not steps:
            raise KeyboardInterrupt
        steps.pop(0)()

    monkeypatch.setattr("speechlint.cli.watch.watch.__defaults__", (wait,))
    result = run("check", "--watch", "--no-cache")
    assert result.exit_code == 0
    assert "应为“避暑”" in result.stdout
    assert "should be “避暑”" in result.stdout
    assert "speechlint.toml:1" in result.stderr


def test_the_doctor_finds_this_installation_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    well = run("doctor")
    assert well.exit_code == 0, well.output
    assert "✓ Python" in well.output
    assert "✓ click" in well.output
    (tmp_path / "speechlint.toml").write_text('selct = ["typo"]')
    ill = run("doctor")
    assert ill.exit_code == 2
    assert "✗ 配置" in ill.output
    assert "select" in ill.output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_name_the_program(shell: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_SPEECHLINT_COMPLETE" in result.stdout


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes_commands_and_options() -> None:
    script = run("completion", "bash").stdout
    assert subprocess.run(["bash", "-n"], input=script, text=True, check=False).returncode == 0
    env = {"_SPEECHLINT_COMPLETE": "bash_complete"}
    for words, wanted in (("speechlint base", "baseline"), ("speechlint check --output-f", "--output-format")):
        env |= {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        result = CliRunner(env={**os.environ, **env}).invoke(cli, [], prog_name="speechlint")
        assert wanted in result.stdout
