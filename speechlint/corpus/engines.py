"""Engines: who checks the shards. Each yields the report of a shard when it is done, or the shard that failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from queue import SimpleQueue
from typing import Protocol

from speechlint.corpus.guard import Guard
from speechlint.corpus.job import Job, Shard, ShardReport, settings_of
from speechlint.corpus.shard import check_shard
from speechlint.corpus.worker import ShardFailed

Outcome = ShardReport | ShardFailed


class Engine(Protocol):
    """What checks shards."""

    def __call__(self, job: Job, shards: Sequence[Shard]) -> Iterator[Outcome]:
        """Check the shards in any order; raises Problem when none can be checked."""


def single(job: Job, shards: Sequence[Shard]) -> Iterator[Outcome]:
    """In this process, one after another: nothing protects it from a draft that kills it."""
    settings = settings_of(job.request)
    for shard in shards:
        try:
            yield check_shard(shard, job, settings)
        except OSError as error:
            yield ShardFailed(str(error))


def local(workers: int) -> Engine:
    """On this machine, by so many worker processes, each under a guard."""

    def engine(job: Job, shards: Sequence[Shard]) -> Iterator[Outcome]:
        guards = [Guard(job) for _ in range(min(workers, len(shards)))]
        free: SimpleQueue[Guard] = SimpleQueue()
        for guard in guards:
            free.put(guard)

        def check(shard: Shard) -> Outcome:
            guard = free.get()
            try:
                return guard.check(shard)
            except ShardFailed as failed:
                return failed
            finally:
                free.put(guard)

        with ThreadPoolExecutor(max(len(guards), 1)) as pool:
            waiting = [pool.submit(check, shard) for shard in shards]
            try:
                yield from completed(waiting)
            finally:
                pool.shutdown(wait=False, cancel_futures=True)
                for guard in guards:
                    guard.close()

    return engine


def completed(waiting: Sequence[Future[Outcome]]) -> Iterator[Outcome]:
    left = set(waiting)
    while left:
        done, left = wait(left, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()
