"""Worker processes for the page: one draft at a time each, killed when it takes too long, replaced when it dies."""

from __future__ import annotations

import contextlib
import multiprocessing
import pickle
import queue
import signal
import tempfile
import threading
from collections.abc import Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from types import FrameType
from typing import Any, TypeVar

from speechlint.config.workspace import Request
from speechlint.messages import Problem
from speechlint.web.jobs import Desk, Draft, Job

# The server has threads, and a forked process may inherit a lock that one of them holds.
CONTEXT = multiprocessing.get_context("spawn")
# How long a worker that is told to go may take to end what it started and remove what it wrote.
GRACE = 2.0
Result = TypeVar("Result")


class Dismissed(BaseException):
    """A worker is told to go."""


class Worker:
    """One process, the pipe to it, and a folder for what a reader of old formats has to write."""

    def __init__(self, request: Request) -> None:
        self._pipe, theirs = CONTEXT.Pipe()
        self._ending = threading.Lock()
        # Ctrl-C between a folder and the note to remove it would leave it behind.
        with interrupts_held():
            self._folder = tempfile.TemporaryDirectory(prefix="speechlint-", ignore_cleanup_errors=True)
            self._process = CONTEXT.Process(target=work, args=(theirs, request, self._folder.name), daemon=True)
            self._process.start()
        theirs.close()

    @property
    def id(self) -> int:
        """The process's id."""
        return self._process.pid or 0

    @property
    def lives(self) -> bool:
        return self._process.is_alive()

    def do(self, job: Job[Result], limit: float) -> Result | Problem:
        """What came of a job; raises TimeoutError after `limit` seconds, EOFError or OSError when the worker died."""
        self._pipe.send(job)
        if not self._pipe.poll(limit):
            raise TimeoutError
        answer: Result | Problem = self._pipe.recv()
        return answer

    def stop(self) -> None:
        """End the process and all it started, whatever it is doing; who asks for a job and who closes both may."""
        with self._ending:
            if self._pipe.closed:
                return
            self._process.terminate()
            self._process.join(GRACE)
            self._process.kill()
            self._process.join()
            self._pipe.close()
            self._folder.cleanup()


class Pool:
    """Workers that wait for jobs; threads may ask at the same time, and wait until one is free."""

    def __init__(self, request: Request, workers: int, limit: float) -> None:
        self.size = workers
        self._request = request
        self._limit = limit
        self._closed = False
        self._lock = threading.Lock()
        self._workers = [Worker(request) for _ in range(workers)]
        self._free: queue.Queue[Worker] = queue.Queue()
        for worker in self._workers:
            self._free.put(worker)

    @property
    def processes(self) -> list[int]:
        """The process ids of the workers."""
        return [worker.id for worker in self._workers]

    @property
    def idle(self) -> int:
        """How many workers wait for a job."""
        return self._free.qsize()

    def do(self, job: Job[Result]) -> Result:
        """What came of a job; raises Problem, `took-too-long` and `checker-died` among them."""
        worker = self._free.get()
        try:
            if not worker.lives:
                worker = self._replaced(worker)
            answer = worker.do(job, self._limit)
        except TimeoutError:
            worker = self._replaced(worker)
            raise Problem("took-too-long", limit=round(self._limit)) from None
        except (EOFError, OSError, pickle.UnpicklingError):
            worker = self._replaced(worker)
            raise Problem("checker-died") from None
        finally:
            self._free.put(worker)
        if isinstance(answer, Problem):
            raise answer
        return answer

    def _replaced(self, worker: Worker) -> Worker:
        worker.stop()
        with self._lock:
            if self._closed:
                return worker
            new = Worker(self._request)
            self._workers[self._workers.index(worker)] = new
            return new

    def close(self) -> None:
        with self._lock:
            self._closed = True
        for worker in self._workers:
            worker.stop()


@contextlib.contextmanager
def interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C from a process started meanwhile; it is the server's to answer."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # starting it would let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def work(pipe: Connection[Any, Any], request: Request, folder: str) -> None:
    """Do the jobs that come through the pipe until it is closed; temporary files go into `folder`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(Dismissed):
        signal.signal(signal.SIGTERM, leave)
        tempfile.tempdir = folder
        attend(pipe, Desk(request))


def attend(pipe: Connection[Any, Any], desk: Desk) -> None:
    """Make ready, then do each job as it comes."""
    with contextlib.suppress(Problem):  # said to whoever sends the first draft
        desk.settings(Draft("-.txt", b""))
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(attempted(pipe.recv(), desk))


def leave(signum: int, frame: FrameType | None) -> None:
    """End by way of every `finally`, so that what was started and written goes too."""
    raise Dismissed


def attempted(job: Job[Result], desk: Desk) -> Result | Problem:
    """What came of a job; whatever goes wrong with a draft, the worker lives on."""
    try:
        return job.run(desk)
    except Problem as problem:
        return problem
    except Exception as error:
        # A file can be broken in ways no reader foresaw; the page must get an answer.
        return Problem("internal-error", reason=f"{type(error).__name__}: {error}")
