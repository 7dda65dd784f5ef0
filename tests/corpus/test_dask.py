"""Dask: a cluster of the run's own, one given by its address, workers and a scheduler that die."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed")

import dask
from corpus.runs import job, write_drafts

from benchmarks.archive.cluster import Cluster, cluster
from speechlint.corpus.dask_engine import GUARDS
from speechlint.corpus.dask_engine import dask as dask_engine
from speechlint.corpus.job import Job, Shard, ShardReport
from speechlint.messages import Problem

pytestmark = pytest.mark.slow


def shards(folder: Path, count: int) -> list[Shard]:
    drafts = write_drafts(folder, [f"{number}.txt" for number in range(count)])
    return [Shard(number, (draft,)) for number, draft in enumerate(drafts)]


@pytest.fixture
def made() -> Iterator[Cluster]:
    with cluster(2) as made:
        yield made


def test_a_cluster_of_its_own_checks_every_shard_and_leaves_no_process(tmp_path: Path) -> None:
    found = list(dask_engine(None, 2)(job(tmp_path / "out"), shards(tmp_path / "in", 7)))
    assert sorted(report.number for report in found if isinstance(report, ShardReport)) == [*range(7)]
    assert GUARDS == {}


def test_a_worker_killed_and_one_added_lose_no_shard(tmp_path: Path, made: Cluster) -> None:
    numbers = []
    for report in dask_engine(made.address, 0)(job(tmp_path / "out"), shards(tmp_path / "in", 30)):
        assert isinstance(report, ShardReport)
        numbers.append(report.number)
        if len(numbers) == 5:
            made.workers[0].send_signal(signal.SIGKILL)
            made.add()
    assert sorted(numbers) == [*range(30)]


def test_a_scheduler_that_is_gone_ends_the_run_instead_of_holding_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: Cluster
) -> None:
    monkeypatch.setitem(dask_engine.__globals__, "CONNECT", 5)
    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}):
        outcomes = dask_engine(made.address, 0)(job(tmp_path / "out"), shards(tmp_path / "in", 200))
        next(outcomes)
        made.scheduler.kill()
        with pytest.raises(Problem) as raised:
            list(outcomes)
    assert raised.value.key == "corpus-cluster-gone"


def test_other_rules_on_the_workers_refuse_the_run(tmp_path: Path, made: Cluster) -> None:
    run = job(tmp_path / "out")
    other = Job(run.out, run.request, "0" * 16)
    with pytest.raises(Problem) as raised:
        list(dask_engine(made.address, 0)(other, shards(tmp_path / "in", 2)))
    assert raised.value.key == "corpus-other-rules"


def test_no_cluster_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(dask_engine.__globals__, "CONNECT", 1)
    with pytest.raises(Problem) as raised:
        list(dask_engine("tcp://127.0.0.1:9", 0)(job(tmp_path / "out"), shards(tmp_path / "in", 1)))
    assert raised.value.key == "corpus-no-cluster"
