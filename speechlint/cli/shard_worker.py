"""`python -m speechlint.cli.shard_worker PULSE`: a process that checks shards for the one that started it.

It is given pickled values on the standard input: a Job, then a Shard with its poison each time. It answers each with a
line of JSON on the standard output, {"done": …, "full": …} or {"failed": …}, and meanwhile tells in the file PULSE what
it is at.
"""

from __future__ import annotations

import json
import os
import pickle
import signal
import sys
from dataclasses import asdict
from typing import BinaryIO

from speechlint.corpus.job import Job, Shard, key_of, settings_of
from speechlint.corpus.pulse import Pulse
from speechlint.corpus.shard import check_shard
from speechlint.messages import Problem

# A worker that holds this share of its memory when a shard is done makes room for a new one.
FULL = 0.8


class NobodyListens(Exception):
    """The process above is gone."""


class ShardWorker:
    """Both ends of the talk with the process above."""

    def __init__(self, orders: BinaryIO, answers: BinaryIO, pulse: Pulse) -> None:
        self.orders = orders
        self.answers = answers
        self.pulse = pulse

    def work(self) -> None:
        """Check shards until no order comes or memory is nearly full."""
        job: Job = pickle.load(self.orders)
        settings = settings_of(job.request)
        same_rules = key_of(settings) == job.key
        while order := self.order():
            if not same_rules:
                self.answer(refused="corpus-other-rules")
                return
            shard, poison = order
            try:
                report = check_shard(shard, job, settings, poison, self.pulse.beat)
            except Exception as error:
                # Storages have errors of their own; the one above decides whether to try again.
                self.answer(failed=f"{type(error).__name__}: {error}")
                continue
            full = bool(job.max_memory) and memory_held() > FULL * job.max_memory
            self.answer(done=asdict(report), full=full)
            if full:
                return

    def order(self) -> tuple[Shard, dict[int, Problem]] | None:
        try:
            order: tuple[Shard, dict[int, Problem]] = pickle.load(self.orders)
        except EOFError:
            return None
        return order

    def answer(self, **told: object) -> None:
        try:
            self.answers.write(json.dumps(told).encode() + b"\n")
            self.answers.flush()
        except BrokenPipeError as error:
            raise NobodyListens from error


def memory_held() -> int:
    """The bytes that this process holds."""
    import psutil

    return int(psutil.Process().memory_info().rss)


def main() -> None:
    """Talk over the standard streams; whatever a library prints goes to the error stream instead."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    pulse = Pulse(sys.argv[1])
    pulse.forget()
    try:
        ShardWorker(sys.stdin.buffer, answers, pulse).work()
    except NobodyListens:
        # What is in the buffer has nowhere to go, and closing would try to send it once more.
        os._exit(0)


if __name__ == "__main__":
    main()
