"""Shards on a Dask cluster: one given by its address, or one made for the run on this machine (distributed, BSD)."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Iterator, Sequence
from queue import Empty, SimpleQueue

from distributed import Client, Future, LocalCluster
from distributed.comm.core import CommClosedError

from speechlint.corpus.engines import Engine, Outcome
from speechlint.corpus.guard import Guard
from speechlint.corpus.job import Job, Shard, ShardReport
from speechlint.corpus.worker import ShardFailed
from speechlint.messages import Problem

# So many shards for each worker are with the scheduler; the rest wait here, where they cost it nothing.
AHEAD = 4
CONNECT = 30
# How often, in seconds, it is looked whether the cluster is still there.
LOOK = 2.0

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
            try:
                yield from Dispatch(client, job, shards).outcomes()
            except CommClosedError as error:
                raise Problem("corpus-cluster-gone") from error
            finally:
                with contextlib.suppress(OSError):
                    dismissed(client, job)

    return engine


def cluster(workers: int) -> LocalCluster:
    """Workers that are threads of this process: what dies of a draft is the guarded process each of them starts."""
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=False,
        memory_limit=0,
        dashboard_address=None,
        silence_logs=logging.CRITICAL,
    )


class Dispatch:
    """Hands out shards a few at a time; one whose workers die is handed out again."""

    def __init__(self, client: Client, job: Job, shards: Sequence[Shard]) -> None:
        self.client = client
        self.job = job
        self.shards = list(reversed(shards))
        self.tries: dict[int, int] = {}
        self.handed: dict[object, Shard] = {}
        self.ended: SimpleQueue[Future[ShardReport]] = SimpleQueue()

    def outcomes(self) -> Iterator[Outcome]:
        """What becomes of each shard; raises Problem when no worker can check any, or the cluster is gone."""
        for _ in range(max(sum(self.client.nthreads().values()), 1) * AHEAD):
            self.hand_out()
        while self.handed:
            future = self.next_ended()
            shard = self.handed.pop(future.key)
            if future.status == "finished":
                yield future.result()
                self.hand_out()
                continue
            error = future.exception() if future.status == "error" else RuntimeError(future.status)
            if isinstance(error, Problem):
                raise error
            if self.tries[shard.number] <= self.job.retries:
                self.submit(shard)
            else:
                yield ShardFailed(str(error))
                self.hand_out()

    def next_ended(self) -> Future[ShardReport]:
        while True:
            try:
                return self.ended.get(timeout=LOOK)
            except Empty:
                # Nothing else tells when the scheduler is gone for good.
                if not self.is_open:
                    raise Problem("corpus-cluster-gone") from None

    def hand_out(self) -> None:
        if self.shards:
            self.submit(self.shards.pop())

    def submit(self, shard: Shard) -> None:
        """Send a shard; each try has a key of its own, or the scheduler would answer with the last one's."""
        count = self.tries[shard.number] = self.tries.get(shard.number, 0) + 1
        key = f"speechlint-{self.job.key}-{shard.name}-{count}-{id(self)}"
        self.handed[key] = shard
        try:
            future = self.client.submit(check_on_worker, self.job, shard, key=key, pure=False)
        except Exception as error:
            # What a client that has just closed raises differs from one version of distributed to the next.
            if self.is_open:
                raise
            raise Problem("corpus-cluster-gone") from error
        future.add_done_callback(self.ended.put)

    @property
    def is_open(self) -> bool:
        return self.client.status in ("running", "connecting")


def check_on_worker(job: Job, shard: Shard) -> ShardReport:
    """Check one shard in the guarded process of this thread of a cluster's worker."""
    return guard_of(job).check(shard)


def guard_of(job: Job) -> Guard:
    mine = (threading.get_ident(), repr(job))
    if mine not in GUARDS:
        GUARDS[mine] = Guard(job)
    return GUARDS[mine]


def dismissed(client: Client, job: Job) -> None:
    """End the guarded processes of a job on all workers."""
    if client.status == "running":
        client.run(dismiss, job)


def dismiss(job: Job) -> None:
    """End the guarded processes that a cluster's worker has for a job."""
    for mine in [key for key in GUARDS if key[1] == repr(job)]:
        GUARDS.pop(mine).close()
