"""The measurements of archives run; how long anything takes is never asserted."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("distributed")
pytest.importorskip("rensa")

ROOT = Path(__file__).parent.parent
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="the benchmarks are for Linux and macOS"),
]


def measured(*arguments: str) -> list[list[str]]:
    command = [sys.executable, "-m", "benchmarks.archive", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return [line.strip("| ").split(" | ") for line in done.stdout.splitlines() if line.startswith("| ")]


def test_engines_are_measured_beside_plain_check(tmp_path: Path) -> None:
    sizes = ("--drafts", "20", "--size", "300", "--rounds", "1", "--select", "typo/misspelling")
    heads, _, *rows = measured("overhead", *sizes, "--folder", str(tmp_path))
    assert [row[0] for row in rows] == ["check", "single", "local", "dask"]
    assert all(len(row) == len(heads) for row in rows)
    assert rows[0][3] == "1.00×"


def test_planted_copies_are_counted() -> None:
    *_, whole = measured("planted", "--pairs", "10")
    assert whole == ["all", "10", "10"]
