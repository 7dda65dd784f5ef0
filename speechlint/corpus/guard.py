"""A guard over one worker: a draft that kills it, hangs it or fills its memory costs that draft alone.

A shard whose worker dies is begun anew; a draft in hand at two deaths is given up. One death may have any cause, so a
worker killed from outside loses nothing.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping

from speechlint.corpus.job import Job, Shard, ShardReport
from speechlint.corpus.worker import ShardFailed, Worker, WorkerDied
from speechlint.messages import Problem

DEATHS = 2
WATCH = 0.25
# So many seconds a worker waits for another shard.
IDLE = 600.0


class Guard:
    """One worker at a time, started when there is a shard to check."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.worker: Worker | None = None
        self.closed = threading.Event()
        self.asked = threading.Lock()
        self.watch = threading.Thread(target=self._watch, daemon=True)
        self.watch.start()

    def check(self, shard: Shard) -> ShardReport:
        """Check a shard whatever becomes of the worker; raises ShardFailed, and Problem when no worker can do it."""
        deaths: Counter[int] = Counter()
        poison: dict[int, Problem] = {}
        failures = 0
        while not self.closed.is_set():
            try:
                return self._once(shard, poison)
            except WorkerDied as death:
                if death.at >= 0:
                    deaths[death.at] += 1
                    if deaths[death.at] == DEATHS:
                        poison[death.at] = Problem("corpus-given-up", reason=death.reason, deaths=DEATHS)
                    continue
                failure = death.reason
            except ShardFailed as failed:
                failure = str(failed)
            failures += 1
            if failures > self.job.retries:
                raise ShardFailed(failure)
        raise ShardFailed("closed")

    def _once(self, shard: Shard, poison: Mapping[int, Problem]) -> ShardReport:
        with self.asked:
            if self.worker is not None and not self.worker.lives:
                self._dismiss()
            if self.worker is None:
                self.worker = Worker(self.job)
            report, full = self.worker.check(shard, poison)
            if full:
                self._dismiss()
            return report

    def _watch(self) -> None:
        """Kill a worker that is silent for too long or holds too much memory; let one go that nobody asks any more."""
        while not self.closed.wait(WATCH):
            worker = self.worker
            if worker is None:
                continue
            if not worker.busy:
                self._release(worker)
            elif self.job.timeout and worker.is_stuck(self.job.timeout):
                worker.kill(f"> {self.job.timeout:g} s")
            elif self.job.max_memory and worker.memory() > self.job.max_memory:
                worker.kill(f"> {self.job.max_memory // 2**20} MiB")

    def _release(self, worker: Worker) -> None:
        """On a cluster whose client is gone for good nothing else would end the worker."""
        if worker.idle > IDLE and self.asked.acquire(blocking=False):
            try:
                self._dismiss()
            finally:
                self.asked.release()

    def _dismiss(self) -> None:
        if self.worker is not None:
            self.worker.end()
            self.worker = None

    def close(self) -> None:
        """End the worker and the watch over it, also in the middle of a shard."""
        self.closed.set()
        worker = self.worker
        if worker is not None:
            worker.kill("closed")
            if not worker.busy:
                self._dismiss()
        self.watch.join()
