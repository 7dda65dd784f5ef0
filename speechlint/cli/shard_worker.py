"""`python -m speechlint.cli.shard_worker`: a process that checks shards for the one that started it.

It is given pickled values on the standard input: a Job, then a Shard with its poison each time. It answers on the
standard output in lines of JSON: {"at": n} before a draft, {"done": …} or {"failed": …} after a shard.
"""

from __future__ import annotations

import json
import os
import pickle
import signal
import sys
from dataclasses import asdict
from typing import BinaryIO

import psutil

from speechlint.corpus.job import Job, Shard, key_of, settings_of
from speechlint.corpus.shard import check_shard
from speechlint.messages import Problem

# A worker that holds this share of its memory when a shard is done makes room for a new one.
FULL = 0.8


class NobodyListens(Exception):
    """The process above is gone."""


class ShardWorker:
    """Both ends of the talk with the process above."""

    def __init__(self, orders: BinaryIO, answers: BinaryIO) -> None:
        self.orders = orders
        self.answers = answers

    def work(self) -> None:
        """Check shards until no order comes or memory is nearly full."""
        job: Job = pickle.load(self.orders)
        settings = settings_of(job.request)
        if key_of(settings) != job.key:
            self.answer("refused", "corpus-other-rules")
            return
        while order := self.order():
            shard, poison = order
            try:
                report = check_shard(shard, job, settings, poison, lambda number: self.answer("at", number))
            except (OSError, Problem) as error:
                self.answer("failed", str(error))
                continue
            full = bool(job.max_memory) and psutil.Process().memory_info().rss > FULL * job.max_memory
            self.answer("done", {**asdict(report), "full": full})
            if full:
                return

    def order(self) -> tuple[Shard, dict[int, Problem]] | None:
        try:
            order: tuple[Shard, dict[int, Problem]] = pickle.load(self.orders)
        except EOFError:
            return None
        return order

    def answer(self, key: str, value: object) -> None:
        try:
            self.answers.write(json.dumps({key: value}).encode() + b"\n")
            self.answers.flush()
        except BrokenPipeError as error:
            raise NobodyListens from error


def main() -> None:
    """Talk over the standard streams; whatever a library prints goes to the error stream instead."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        ShardWorker(sys.stdin.buffer, answers).work()
    except NobodyListens:
        # What is in the buffer has nowhere to go, and closing would try to send it once more.
        os._exit(0)


if __name__ == "__main__":
    main()
