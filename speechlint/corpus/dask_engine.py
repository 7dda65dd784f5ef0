"""Shards on a Dask cluster: one given by its address, or one made for the run on this machine (distributed, BSD)."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence

from distributed import Client, Future, LocalCluster, as_completed

from speechlint.corpus.engines import Engine, Outcome
from speechlint.corpus.guard import Guard
from speechlint.corpus.job import Job, Shard, ShardReport
from speechlint.corpus.worker import ShardFailed
from speechlint.messages import Problem

# So many shards for each worker are with the scheduler; the rest wait here, where they cost it nothing.
AHEAD = 4
CONNECT = 30

# The guards of this process when it is a worker of a cluster: one a thread, kept from shard to shard.
GUARDS: dict[tuple[int, str], Guard] = {}


def dask(address: str | None, workers: int) -> Engine:
    """On the cluster at `address`, or else on one of `workers` processes made for the run."""

    def engine(job: Job, shards: Sequence[Shard]) -> Iterator[Outcome]:
        with contextlib.ExitStack() as stack:
            try:
                at = address or stack.enter_context(cluster(workers))
                client = stack.enter_context(Client(at, timeout=CONNECT, set_as_default=False))
            except OSError as error:
                raise Problem("corpus-no-cluster", address=address or "local", reason=str(error)) from error
            yield from Dispatch(client, job, shards).outcomes()
            client.run(dismiss)

    return engine


def cluster(workers: int) -> LocalCluster:
    """Workers that are threads of this process: what dies of a draft is the guarded process each of them starts."""
    return LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=False, memory_limit=0, dashboard_address=None
    )


class Dispatch:
    """Hands out shards a few at a time; one whose workers die is handed out again."""

    def __init__(self, client: Client, job: Job, shards: Sequence[Shard]) -> None:
        self.client = client
        self.job = job
        self.shards = list(reversed(shards))
        self.tries: dict[int, int] = {}
        self.handed: dict[object, Shard] = {}

    def outcomes(self) -> Iterator[Outcome]:
        threads = sum(self.client.nthreads().values())
        running = as_completed([], loop=self.client.loop, raise_errors=False)
        for _ in range(max(threads, 1) * AHEAD):
            self.hand_out(running)
        for future in running:
            shard = self.handed.pop(future.key)
            if future.status == "finished":
                yield future.result()
                self.hand_out(running)
            elif isinstance(future.exception(), Problem):
                raise future.exception()
            elif self.tries[shard.number] <= self.job.retries:
                running.add(self.submitted(shard))
            else:
                yield ShardFailed(str(future.exception()))
                self.hand_out(running)

    def hand_out(self, running: as_completed) -> None:
        if self.shards:
            running.add(self.submitted(self.shards.pop()))

    def submitted(self, shard: Shard) -> Future[ShardReport]:
        """The shard on its way; each try has a key of its own, or the scheduler would answer with the last one's."""
        count = self.tries[shard.number] = self.tries.get(shard.number, 0) + 1
        key = f"speechlint-{self.job.key}-{shard.name}-{count}-{id(self)}"
        future = self.client.submit(check_on_worker, self.job, shard, key=key, pure=False)
        self.handed[future.key] = shard
        return future


def check_on_worker(job: Job, shard: Shard) -> ShardReport:
    """Check one shard in the guarded process of this thread of a cluster's worker."""
    return guard_of(job).check(shard)


def guard_of(job: Job) -> Guard:
    mine = (threading.get_ident(), repr(job))
    if mine not in GUARDS:
        GUARDS[mine] = Guard(job)
    return GUARDS[mine]


def dismiss() -> None:
    """End the guarded processes of a cluster's worker."""
    while GUARDS:
        GUARDS.popitem()[1].close()
