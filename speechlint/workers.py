"""Files checked by several processes: outcomes in the order of the files, and no file suffers for another.

The standard pools give up everything when one worker dies, so each worker here has a pipe of its own and one file at a
time; when it dies, that file's outcome says so and a new worker takes its place.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from speechlint.config.workspace import Request, Workspace
from speechlint.discovery import Found
from speechlint.messages import Problem
from speechlint.session import Checked, check_file

# A forked worker has every rule loaded; elsewhere forking is not to be had or not safe.
CONTEXT: ForkContext | SpawnContext = (
    multiprocessing.get_context("fork") if sys.platform.startswith("linux") else multiprocessing.get_context("spawn")
)
FILES_WORTH_A_WORKER = 16

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext


@dataclass(eq=False)
class Worker:
    """A process, the pipe to it, and the number of the file it has in hand."""

    process: multiprocessing.process.BaseProcess
    pipe: Connection
    number: int = -1


def worthwhile(jobs: int, files: int) -> int:
    """How many processes to use: as many as asked for, or for 0 as many as the files are worth."""
    wanted = jobs or min(os.cpu_count() or 1, files // FILES_WORTH_A_WORKER)
    return max(min(wanted, files), 1)


def check_in_parallel(found: Sequence[Found], request: Request, jobs: int) -> Iterator[Checked]:
    """Yield every file's outcome in order, checked by `jobs` processes."""
    pool = Pool(found, request)
    try:
        yield from pool.outcomes(jobs)
    finally:
        pool.close()


class Pool:
    """The workers of one run and what they have brought so far."""

    def __init__(self, found: Sequence[Found], request: Request) -> None:
        self.found = found
        self.request = request
        self.workers: list[Worker] = []
        self.next = 0

    def outcomes(self, jobs: int) -> Iterator[Checked]:
        done: dict[int, Checked] = {}
        for _ in range(jobs):
            self.employ()
        for number in range(len(self.found)):
            while number not in done:
                self.collect(done)
            yield done.pop(number)

    def employ(self) -> None:
        """Start a worker and give it a file, when one is left."""
        if self.next == len(self.found):
            return
        ours, theirs = CONTEXT.Pipe()
        process = CONTEXT.Process(target=work, args=(theirs, self.request), daemon=True)
        process.start()
        theirs.close()
        worker = Worker(process, ours)
        self.workers.append(worker)
        self.assign(worker)

    def assign(self, worker: Worker) -> None:
        if self.next == len(self.found):
            self.dismiss(worker)
            return
        worker.number = self.next
        self.next += 1
        # A worker that died before it had anything to do is noticed at the next wait.
        with contextlib.suppress(OSError):
            worker.pipe.send(self.found[worker.number])

    def collect(self, done: dict[int, Checked]) -> None:
        """Wait for some workers and take what they bring."""
        by_pipe = {worker.pipe: worker for worker in self.workers}
        for pipe in wait(list(by_pipe)):
            worker = by_pipe[pipe]  # type: ignore[index]
            try:
                done[worker.number] = worker.pipe.recv()
                self.assign(worker)
            except (EOFError, OSError, pickle.UnpicklingError):
                done[worker.number] = self.buried(worker)
                self.employ()

    def buried(self, worker: Worker) -> Checked:
        """What is said of the file whose worker died."""
        self.dismiss(worker)
        item = self.found[worker.number]
        return Checked(str(item.path), problem=item.problem or Problem("worker-died", reason=cause(worker)))

    def dismiss(self, worker: Worker) -> None:
        self.workers.remove(worker)
        # Workers forked later hold this end of the pipe too, so closing it alone would tell the worker nothing.
        with contextlib.suppress(OSError):
            worker.pipe.send(None)
        worker.pipe.close()
        worker.process.join()

    def close(self) -> None:
        for worker in self.workers:
            worker.process.terminate()
            worker.pipe.close()
            worker.process.join()


def cause(worker: Worker) -> str:
    code = worker.process.exitcode
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return str(code)


def work(pipe: Connection, request: Request) -> None:
    """Check the files that come through the pipe until nothing comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    workspace = Workspace(request)
    while True:
        try:
            item = pipe.recv()
        except (EOFError, OSError):
            return
        if item is None:
            return
        pipe.send(check_file(item, workspace))
