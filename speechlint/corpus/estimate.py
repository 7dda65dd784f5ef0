"""How long an archive would take, from drafts spread evenly over it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from speechlint.corpus.fetch import fetch
from speechlint.corpus.job import Job, settings_of
from speechlint.corpus.shard import empty_tables, enter, packed
from speechlint.corpus.sources import Draft

SAMPLE = 200
HOUR = 3_600.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """Drafts in all and in the sample, seconds a draft takes one worker, bytes in all to read and to keep."""

    drafts: int
    sample: int
    seconds: float
    read: int
    kept: int

    def hours(self, workers: int) -> float:
        return self.drafts * self.seconds / HOUR / workers

    def workers(self, hours: float) -> int:
        """How many workers have it done in so many hours."""
        return max(-int(-self.hours(1) // hours), 1)


def estimate(job: Job, drafts: Sequence[Draft], size: int = SAMPLE) -> Estimate:
    """Check a sample in this process and multiply; raises Problem."""
    sample = [drafts[number * len(drafts) // min(size, len(drafts))] for number in range(min(size, len(drafts)))]
    settings, storage = settings_of(job.request), job.storage
    tables = empty_tables(job, settings)
    # The first draft pays for what is loaded once.
    for draft in sample[:1]:
        enter(empty_tables(job, settings), draft, fetch(draft, storage), settings)
    begun = time.monotonic()
    read = 0
    for draft in sample:
        data = fetch(draft, storage)
        read += len(data) if isinstance(data, bytes) else 0
        enter(tables, draft, data, settings)
    taken = time.monotonic() - begun
    kept = sum(len(data) for _, data in packed(tables, job))
    scale = len(drafts) / max(len(sample), 1)
    return Estimate(len(drafts), len(sample), taken / max(len(sample), 1), int(read * scale), int(kept * scale))
