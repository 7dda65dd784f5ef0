"""The progress bar: on a terminal, for many files, and in nobody's way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix terminal")


def errors_on_a_terminal(folder: Path, *options: str) -> tuple[str, list[str]]:
    """What a terminal on the error stream shows, and the lines of the standard output."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "speechlint", "check", "--isolated", "--no-cache", *options, "."]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=theirs) as run:
        os.close(theirs)
        seen = b""
        while some := read(ours):
            seen += some
        assert run.stdout is not None
        lines = run.stdout.read().decode().splitlines()
    os.close(ours)
    return seen.decode(), lines


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side is closed
        return b""


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for number in range(24):
        (tmp_path / f"{number:02}.txt").write_text("全力打造避署胜地。\n" * (number % 3 + 1), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_files_move_a_bar_to_its_end(drafts: Path, jobs: str) -> None:
    shown, lines = errors_on_a_terminal(drafts, "--jobs", jobs)
    assert "检查中" in shown
    assert "100%" in shown
    assert "24 个文件" in shown
    names = [line.partition(":")[0] for line in lines]
    assert names == sorted(names)
    assert set(names) == {f"{number:02}.txt" for number in range(24)}


@pytest.mark.parametrize("option", ["--quiet", "--no-progress"])
def test_the_bar_is_left_out_when_asked(drafts: Path, option: str) -> None:
    shown, lines = errors_on_a_terminal(drafts, option)
    assert "检查中" not in shown
    assert len(lines) == 48


def test_few_files_need_no_bar(drafts: Path) -> None:
    for file in list(drafts.iterdir())[5:]:
        file.unlink()
    assert "检查中" not in errors_on_a_terminal(drafts)[0]
