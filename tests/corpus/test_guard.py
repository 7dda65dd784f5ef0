"""A guarded worker: a draft that kills, hangs or overfills it costs itself; a death from outside costs nothing."""

import os
import signal
import threading
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from corpus.runs import job, kept, write_drafts

from speechlint.corpus import guard as guards
from speechlint.corpus.engines import local
from speechlint.corpus.guard import Guard
from speechlint.corpus.job import Job, Shard, ShardReport
from speechlint.corpus.worker import ShardFailed, Worker
from speechlint.messages import Problem

pytestmark = pytest.mark.slow

# What a worker loads at its start and what makes it fail at drafts so named.
RIGGED = """
import os, time
from speechlint.corpus import shard
right = shard.checked
def rigged(address, data, settings):
    if "kill" in address:
        os.kill(os.getpid(), 9)
    if "hang" in address:
        time.sleep(600)
    if "hog" in address:
        hog = bytearray(b"x") * 2**30
        time.sleep(600)
    once = os.environ["RIGGED_ONCE"]
    if "once" in address and not os.path.exists(once):
        open(once, "w").close()
        os.kill(os.getpid(), 9)
    return right(address, data, settings)
shard.checked = rigged
"""


@pytest.fixture
def rigged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "rigged"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(RIGGED, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setenv("RIGGED_ONCE", str(tmp_path / "once"))


@pytest.mark.usefixtures("rigged")
def test_poison_costs_itself_alone(tmp_path: Path) -> None:
    names = ["a.txt", "kill.txt", "b.txt", "hang.txt", "once.txt", "hog.txt", "c.txt"]
    drafts = write_drafts(tmp_path / "in", names)
    shards = [Shard(0, tuple(drafts[:3])), Shard(1, tuple(drafts[3:]))]
    run = job(tmp_path / "out", timeout=5.0, max_memory=700 * 2**20)
    reports = list(local(2)(run, shards))
    assert sorted(report.errors for report in reports if isinstance(report, ShardReport)) == [1, 2]
    assert [Path(str(address)).name for address in kept(tmp_path / "out", "errors")] == [
        "hang.txt",
        "hog.txt",
        "kill.txt",
    ]
    assert [Path(str(address)).name for address in kept(tmp_path / "out", "documents")] == [
        "a.txt",
        "b.txt",
        "c.txt",
        "once.txt",
    ]
    messages = " ".join(map(str, kept(tmp_path / "out", "errors", "message")))
    assert "SIGKILL" in messages
    assert "> 5 s" in messages
    assert "> 700 MiB" in messages


@pytest.mark.parametrize("full", [False, True])
def test_a_worker_is_kept_from_shard_to_shard_unless_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: bool
) -> None:
    check = Worker.check
    monkeypatch.setattr(Worker, "check", lambda *asked: (check(*asked)[0], full))
    guard = Guard(job(tmp_path / "out"))
    try:
        processes = []
        for number, draft in enumerate(write_drafts(tmp_path, ["a.txt", "b.txt"])):
            guard.check(Shard(number, (draft,)))
            processes.append(guard.worker)
        assert processes == [None, None] if full else processes[0] is processes[1] is not None
    finally:
        guard.close()


def test_a_worker_killed_while_idle_is_replaced(tmp_path: Path) -> None:
    (draft,) = write_drafts(tmp_path, ["a.txt"])
    guard = Guard(job(tmp_path / "out"))
    try:
        guard.check(Shard(0, (draft,)))
        assert guard.worker
        os.kill(guard.worker.process.pid, signal.SIGKILL)
        assert guard.check(Shard(1, (draft,))).documents == 1
    finally:
        guard.close()


def test_a_target_that_cannot_be_written_fails_the_shard_and_other_rules_refuse_the_run(tmp_path: Path) -> None:
    (draft,) = write_drafts(tmp_path, ["a.txt"])
    (tmp_path / "file").write_text("")
    for run, error in [(job(tmp_path / "file", retries=0), ShardFailed), (other_rules(tmp_path), Problem)]:
        guard = Guard(run)
        try:
            with pytest.raises(error):
                guard.check(Shard(0, (draft,)))
        finally:
            guard.close()


def other_rules(folder: Path) -> Job:
    run = job(folder / "out")
    return Job(run.out, run.request, "0" * 16)


def test_a_worker_that_nobody_asks_any_more_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "IDLE", 0.1)
    shard = Shard(0, tuple(write_drafts(tmp_path / "in", ["a.txt"])))
    kept = Guard(job(tmp_path / "out"))
    try:
        kept.check(shard)
        process = kept.worker.process if kept.worker else None
        assert process
        ended = threading.Event()
        threading.Thread(target=lambda: (process.wait(), ended.set())).start()
        assert ended.wait(30)
        assert kept.check(shard).documents == 1
    finally:
        kept.close()
