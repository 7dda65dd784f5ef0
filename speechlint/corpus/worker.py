"""A process that checks shards for this one: asked through a pipe, watched through its pulse."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import psutil

import speechlint
from speechlint.corpus.job import Job, Shard, ShardReport
from speechlint.corpus.pulse import Pulse
from speechlint.messages import Problem

PROGRAM = "speechlint.cli.shard_worker"
# So many seconds a worker may start, fetch or write; a distant storage has limits of its own for each request.
UNATTENDED = 600.0


class ShardFailed(Exception):
    """A shard that could not be finished; a later run takes it up."""


class WorkerDied(Exception):
    """A worker that is no more: the number of the draft it had in hand (-1 none), and what it died of."""

    def __init__(self, at: int, reason: str) -> None:
        super().__init__(at, reason)
        self.at = at
        self.reason = reason


class Worker:
    """One process, from its start to its end."""

    def __init__(self, job: Job) -> None:
        self.killed_for = ""
        self.busy = False
        self.beats = 0
        self.heard = time.monotonic()
        self.pulse = Pulse.begun()
        paths = [str(Path(speechlint.__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
        self.process = subprocess.Popen(
            [sys.executable, "-m", PROGRAM, self.pulse.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )
        with contextlib.suppress(OSError):
            self._send(job)

    @property
    def idle(self) -> float:
        """Seconds since its last answer, when it is not busy."""
        return time.monotonic() - self.heard

    @property
    def lives(self) -> bool:
        return self.process.poll() is None

    def check(self, shard: Shard, poison: Mapping[int, Problem]) -> tuple[ShardReport, bool]:
        """What became of a shard, and whether the worker's memory is full by now.

        Raises WorkerDied, ShardFailed when it lives but could not do it, and Problem when no worker could.
        """
        self.pulse.beat(-1)
        self.heard, self.busy = time.monotonic(), True
        try:
            self._send((shard, poison))
            assert self.process.stdout
            answer: dict[str, object] = json.loads(self.process.stdout.readline())
        except (OSError, ValueError) as error:
            # A broken pipe, and a line that breaks off, mean that the worker is gone.
            self.end()
            raise WorkerDied(self.pulse.look()[0], self.killed_for or cause(self.process.returncode)) from error
        finally:
            self.heard, self.busy = time.monotonic(), False
        return understood(answer)

    def _send(self, order: object) -> None:
        assert self.process.stdin
        pickle.dump(order, self.process.stdin)
        self.process.stdin.flush()

    def is_stuck(self, timeout: float) -> bool:
        """Whether it has had one draft in hand for more than so many seconds, or none for very long."""
        number, beats = self.pulse.look()
        if beats != self.beats:
            self.beats, self.heard = beats, time.monotonic()
        return time.monotonic() - self.heard > (timeout if number >= 0 else max(timeout, UNATTENDED))

    def memory(self) -> int:
        """The bytes it holds, 0 when it is gone."""
        try:
            return int(psutil.Process(self.process.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def kill(self, reason: str) -> None:
        self.killed_for = reason
        self.process.kill()

    def end(self) -> None:
        """Let it go: without orders it ends by itself."""
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()
        self.process.wait()
        self.pulse.forget()


def cause(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else str(code)


def understood(answer: Mapping[str, object]) -> tuple[ShardReport, bool]:
    """A worker's word on a shard; raises ShardFailed and Problem."""
    if "refused" in answer:
        raise Problem(str(answer["refused"]))
    if "failed" in answer:
        raise ShardFailed(answer["failed"])
    return ShardReport(**answer["done"]), bool(answer["full"])  # type: ignore[arg-type]
