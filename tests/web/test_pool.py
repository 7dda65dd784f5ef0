"""Workers: one draft's misfortune is told once, and the next draft is none the worse."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pipe
from pathlib import Path

import pytest
from web_server import DRAFT

from speechlint.config.workspace import Request
from speechlint.messages import Problem
from speechlint.web.jobs import Check, Desk, Draft
from speechlint.web.pool import Pool, Worker, leave, work

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are stopped by signals here")
CHECK = Check(Draft("讲话.txt", DRAFT.encode()))


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where workers write what they must; seen from outside."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def pool(temporary: Path) -> Iterator[Pool]:
    pool = Pool(Request(isolated=True), 1, limit=60)
    yield pool
    pool.close()
    assert list(temporary.iterdir()) == []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set once a worker, found alive, is given a job."""
    event, do = threading.Event(), Worker.do

    def noted(worker: Worker, job: Check, limit: float) -> object:
        event.set()
        return do(worker, job, limit)

    monkeypatch.setattr(Worker, "do", noted)
    return event


def told(pool: Pool, check: Check = CHECK) -> str:
    """The key of the problem that a job ends with."""
    with pytest.raises(Problem) as raised:
        pool.do(check)
    return raised.value.key


def test_a_worker_killed_at_work_costs_one_draft(pool: Pool, asked: threading.Event) -> None:
    (process,) = pool.processes
    os.kill(process, signal.SIGSTOP)
    problems: list[str] = []
    asking = threading.Thread(target=lambda: problems.append(told(pool)))
    asking.start()
    assert asked.wait(60)
    os.kill(process, signal.SIGKILL)
    asking.join()
    assert problems == ["checker-died"]
    assert b"typo/misspelling" in pool.do(CHECK)
    assert pool.processes != [process]


def test_a_worker_killed_at_rest_costs_none(pool: Pool) -> None:
    (process,) = pool.processes
    os.kill(process, signal.SIGKILL)
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert b"typo/misspelling" in pool.do(CHECK)


def test_a_draft_that_takes_too_long_is_given_up_and_its_worker_killed(temporary: Path) -> None:
    pool = Pool(Request(isolated=True), 1, limit=0.5)
    try:
        (process,) = pool.processes
        os.kill(process, signal.SIGSTOP)
        assert told(pool) == "took-too-long"
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
        assert pool.idle == 1
    finally:
        pool.close()
    assert list(temporary.iterdir()) == []


def test_a_broken_draft_leaves_the_worker_alone(pool: Pool) -> None:
    before = pool.processes
    assert told(pool, Check(Draft("a.docx", b"PK\x03\x04"))) == "damaged"
    assert told(pool, Check(Draft("a.txt", b"\0\0\0\xff"))) == "binary"
    assert pool.processes == before


def test_many_threads_share_few_workers(pool: Pool) -> None:
    checks = [Check(Draft(f"{number}.txt", (DRAFT * number).encode())) for number in range(1, 9)]
    with ThreadPoolExecutor(8) as threads:
        counts = [answer.count(b'"rule"') for answer in threads.map(pool.do, checks)]
    assert counts == [3 * number for number in range(1, 9)]


def test_a_draft_under_way_when_all_ends_is_answered(pool: Pool, asked: threading.Event) -> None:
    os.kill(pool.processes[0], signal.SIGSTOP)
    problems: list[str] = []
    asking = threading.Thread(target=lambda: problems.append(told(pool)))
    asking.start()
    assert asked.wait(60)
    pool.close()
    asking.join()
    assert problems == ["checker-died"]


def test_a_worker_dismissed_while_it_makes_ready_goes_without_a_word(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(Desk, "settings", lambda *_: leave(signal.SIGTERM, None))
    pipe, _ = Pipe()
    with pipe:
        assert work(pipe, Request(), str(temporary)) is None
