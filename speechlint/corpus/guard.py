"""A guard over one worker process: a draft that kills it, hangs it or fills its memory costs that draft alone.

A shard whose worker dies is begun anew; a draft in hand at two deaths is given up. One death may have any cause, so a
worker killed from outside loses nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import TypedDict

import psutil

import speechlint
from speechlint.corpus.job import Job, Shard, ShardReport
from speechlint.messages import Problem

PROGRAM = "speechlint.cli.shard_worker"
DEATHS = 2
WATCH = 0.25


class ShardFailed(Exception):
    """A shard that could not be finished however often it was tried; a later run takes it up."""


class Answer(TypedDict, total=False):
    """What a worker says; one key at a time."""

    at: int
    done: dict[str, float]
    failed: str
    refused: str


class Guard:
    """One worker process at a time, started when there is a shard to check."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.process: subprocess.Popen[bytes] | None = None
        self.at = -1
        self.heard = 0.0
        self.busy = False
        self.killed_for = ""
        self.closed = threading.Event()
        self.watch = threading.Thread(target=self._watch, daemon=True)
        self.watch.start()

    def check(self, shard: Shard) -> ShardReport:
        """Check a shard whatever becomes of the worker; raises ShardFailed, and Problem when no worker can do it."""
        deaths: Counter[int] = Counter()
        poison: dict[int, Problem] = {}
        failures = 0
        while not self.closed.is_set():
            answer = self._once(shard, poison)
            if "done" in answer:
                return self._finished(answer["done"])
            if "refused" in answer:
                raise Problem(answer["refused"])
            at = self.at
            if "failed" in answer or at < 0:
                failures += 1
                if failures > self.job.retries:
                    raise ShardFailed(answer.get("failed") or self.killed_for or "worker died")
                continue
            deaths[at] += 1
            if deaths[at] == DEATHS:
                poison[at] = Problem("corpus-given-up", reason=self.killed_for, deaths=DEATHS)
        raise ShardFailed("closed")

    def _once(self, shard: Shard, poison: dict[int, Problem]) -> Answer:
        """The worker's last word on a shard; nothing when it died, and then `at` is the draft it had in hand."""
        process = self._worker()
        assert process.stdin
        assert process.stdout
        self.at, self.killed_for, self.heard, self.busy = -1, "", time.monotonic(), True
        try:
            pickle.dump((shard, poison), process.stdin)
            process.stdin.flush()
            for line in process.stdout:
                answer: Answer = json.loads(line)
                self.heard = time.monotonic()
                if "at" not in answer:
                    return answer
                self.at = answer["at"]
        except (OSError, ValueError):
            # The pipe broke, or a line did in the middle: the worker is gone either way.
            pass
        finally:
            self.busy = False
        self._bury(process)
        return {}

    def _worker(self) -> subprocess.Popen[bytes]:
        if self.process is None or self.process.poll() is not None:
            paths = [str(Path(speechlint.__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
            command = [sys.executable, "-m", PROGRAM]
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
            assert self.process.stdin
            with contextlib.suppress(OSError):
                pickle.dump(self.job, self.process.stdin)
        return self.process

    def _finished(self, told: dict[str, float]) -> ShardReport:
        if told.pop("full"):
            self._dismiss()
        numbers = {name: int(value) for name, value in told.items() if name != "seconds"}
        return ShardReport(**numbers, seconds=told["seconds"])

    def _bury(self, process: subprocess.Popen[bytes]) -> None:
        self._end(process)
        self.killed_for = self.killed_for or cause(process.returncode)
        self.process = None

    def _watch(self) -> None:
        """Kill a worker that is silent for too long or holds too much memory."""
        while not self.closed.wait(WATCH):
            process = self.process
            if not self.busy or process is None:
                continue
            if self.job.timeout and time.monotonic() - self.heard > self.job.timeout:
                self._kill(process, f"> {self.job.timeout:g} s")
            elif self.job.max_memory and memory(process.pid) > self.job.max_memory:
                self._kill(process, f"> {self.job.max_memory // 2**20} MiB")

    def _kill(self, process: subprocess.Popen[bytes], reason: str) -> None:
        self.killed_for = reason
        process.kill()

    def _dismiss(self) -> None:
        if self.process is not None:
            self._end(self.process)
            self.process = None

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        """Let a worker go: without orders it ends by itself."""
        for stream in (process.stdin, process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()

    def close(self) -> None:
        """End the worker and the watch over it, also in the middle of a shard."""
        self.closed.set()
        process = self.process
        if process is not None:
            process.kill()
            if not self.busy:
                self._dismiss()
        self.watch.join()


def cause(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else str(code)


def memory(pid: int) -> int:
    """The bytes a process holds, 0 when it is gone."""
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0
