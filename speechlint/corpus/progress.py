"""How far a run is: drafts done, drafts a second, and when it will end at that rate."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from speechlint.messages import Language, say


@dataclass
class Progress:
    """Counts drafts; `total` and `before` (done by an earlier run) are drafts, times are in seconds."""

    total: int
    before: int = 0
    clock: Callable[[], float] = time.monotonic
    done: int = 0
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.clock()

    def add(self, drafts: int) -> None:
        self.done += drafts

    @property
    def rate(self) -> float:
        """Drafts a second in this run."""
        passed = self.clock() - self.began
        return self.done / passed if passed > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds until the end at this rate; None before it is known."""
        return (self.total - self.before - self.done) / self.rate if self.rate else None

    def line(self, language: Language) -> str:
        left = "?" if self.left is None else str(timedelta(seconds=round(self.left)))
        done = self.before + self.done
        return say(
            "corpus-progress", language, done=f"{done:,}", total=f"{self.total:,}", rate=f"{self.rate:.0f}", left=left
        )
