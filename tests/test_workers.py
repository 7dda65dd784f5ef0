"""Several processes: the same outcomes in the same order, and a death that costs one file."""

import os
import signal
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from speechlint import session
from speechlint.cli import cli
from speechlint.config.workspace import Request, Workspace
from speechlint.discovery import discover
from speechlint.messages import Problem
from speechlint.model import Document
from speechlint.session import Settings, check_files
from speechlint.workers import check_in_parallel, worthwhile

forked = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the rigged linter reaches forked workers only"
)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for number in range(12):
        text = f"第{number}篇。\n全力打造避署胜地。\n" * (12 - number)
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "05.txt").write_bytes(b"\0\0\0\xff")
    return tmp_path


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_outcomes_are_those_of_one_process_in_the_same_order(drafts: Path, jobs: int) -> None:
    found = list(discover([drafts]))
    alone = list(check_files(found, Workspace(Request(isolated=True))))
    together = list(check_in_parallel(found, Request(isolated=True), jobs))
    assert [(o.path, o.document, o.findings) for o in together] == [(o.path, o.document, o.findings) for o in alone]
    assert [str(o.problem) for o in together] == [str(o.problem) for o in alone]


def test_how_many_processes_are_worth_it() -> None:
    assert worthwhile(4, 2) == 2
    assert worthwhile(3, 100) == 3
    assert worthwhile(0, 1) == 1
    assert 1 <= worthwhile(0, 10_000) <= (os.cpu_count() or 1)


@forked
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_worker_costs_one_file_and_one_line(drafts: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    right = session.findings_in

    def rigged(document: Document, settings: Settings) -> object:
        if document.path.endswith(("03.txt", "11.txt")):
            os.kill(os.getpid(), signal.SIGKILL)
        return right(document, settings)

    monkeypatch.setattr(session, "findings_in", rigged)
    (drafts / "05.txt").unlink()
    outcomes = list(check_in_parallel(list(discover([drafts])), Request(isolated=True), jobs))
    lost = [Path(outcome.path).name for outcome in outcomes if outcome.problem]
    assert lost == ["03.txt", "11.txt"]
    assert all(outcome.findings for outcome in outcomes if not outcome.problem)
    if jobs > 1:
        result = CliRunner().invoke(cli, ["check", "--isolated", "--jobs", str(jobs), "-q", str(drafts)])
        assert result.exit_code == 2
        assert result.stdout.count("避署") >= 9
        assert [line for line in result.stderr.splitlines() if "SIGKILL" in line and "03.txt" in line] == [
            f"{drafts / '03.txt'}: 检查这个文件的进程意外终止（SIGKILL），其余文件照常检查"
        ]


def test_a_problem_survives_the_way_home() -> None:
    import pickle

    problem = Problem("unreadable", at=Path("a.txt"), reason=OSError("no"), limit=3)
    again = pickle.loads(pickle.dumps(problem))
    assert (again.say("zh"), again.fields["limit"]) == (problem.say("zh"), 3)
