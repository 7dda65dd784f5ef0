"""A Dask cluster of processes that can be killed one by one."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

POLL = 0.2


@dataclass
class Cluster:
    """A scheduler and its address, its workers in the order of their start, and what starts another."""

    scheduler: subprocess.Popen[bytes]
    address: str
    start: Callable[[], subprocess.Popen[bytes]]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add(self) -> None:
        self.workers.append(self.start())


@contextmanager
def cluster(workers: int) -> Iterator[Cluster]:
    """A scheduler and so many workers of one thread, each a process of its own; all are ended at the end."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "scheduler.json")
        scheduler = dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))
        while not file.exists():
            time.sleep(POLL)
        single = ("--no-nanny", "--nthreads", "1", "--memory-limit", "0", "--local-directory", folder)
        made = Cluster(
            scheduler,
            json.loads(file.read_text(encoding="utf-8"))["address"],
            lambda: dask("worker", "--scheduler-file", str(file), *single),
        )
        try:
            for _ in range(workers):
                made.add()
            yield made
        finally:
            for process in [*made.workers, scheduler]:
                process.terminate()
                process.wait()


def dask(what: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--no-dashboard", *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
