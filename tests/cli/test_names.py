"""Names in another encoding, names too long, files behind a closed door: told in a line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from speechlint.cli import cli
from speechlint.reports import REPORTS

FAULT = "全力打造避署胜地。\n"
# What an archive packed on Windows leaves on Linux: 讲话 in GBK.
GBK_NAME = os.fsdecode("讲话.txt".encode("gbk"))
TOO_LONG = "长" * 120

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names are Unicode here")


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, [*map(str, words)], prog_name="speechlint")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / GBK_NAME
    path.write_text(FAULT, encoding="utf-8")
    return path


@on_linux
@pytest.mark.parametrize("name", REPORTS)
def test_every_report_tells_of_a_draft_named_in_another_encoding(draft: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "report"
    result = run("check", draft, "--output-format", f"{name}={target}")
    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert "避暑" in target.read_text(encoding="utf-8")


@on_linux
def test_a_baseline_knows_a_draft_named_in_another_encoding(draft: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "known.json"
    assert run("baseline", "write", "--baseline", baseline, draft).exit_code == 0
    assert json.loads(baseline.read_text(encoding="utf-8"))["findings"]
    assert run("check", "--baseline", baseline, draft).exit_code == 0


@on_linux
def test_an_archive_may_be_named_in_another_encoding(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for _ in range(2):
        result = run("corpus", draft, "--out", out, "--engine", "single")
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    "words",
    [
        ["check", "{draft}", "--config", TOO_LONG],
        ["check", "{draft}", "--output-file", TOO_LONG],
        ["check", "{draft}", "--corrector", TOO_LONG],
        ["baseline", "write", "--baseline", TOO_LONG, "{draft}"],
        ["review", f"{TOO_LONG}.docx"],
        ["timeline", TOO_LONG],
    ],
    ids=" ".join,
)
def test_what_the_system_refuses_is_said_in_a_line(words: list[str], tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(FAULT, encoding="utf-8")
    result = run(*(word.format(draft=draft) for word in words))
    assert (result.exit_code, type(result.exception)) == (2, SystemExit)
    assert len(result.stderr.splitlines()) == 1
    assert "长长" in result.stderr


def test_a_file_behind_a_closed_door_is_named_and_the_rest_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(FAULT, encoding="utf-8")
    looked_at = Path.stat

    def closed(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return looked_at(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", closed)
    result = run("check", tmp_path, "--isolated")
    assert result.exit_code == 2
    assert f"{tmp_path / 'b.txt'}:1:5" in result.stdout
    assert f"{tmp_path / 'a.txt'}: 文件打不开（Permission denied）" in result.stderr


@on_linux
def test_without_a_standard_output_the_exit_code_still_tells(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULT, encoding="utf-8")
    command = f"{sys.executable} -m speechlint check a.txt >&- 2>error.txt"
    assert subprocess.run(command, shell=True, cwd=tmp_path).returncode == 1
    assert "Traceback" not in (tmp_path / "error.txt").read_text(encoding="utf-8")
