"""Where something stands in a draft: frozen offsets and lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of 0-based character offsets into `Document.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < max(other.end, other.start + 1) and other.start < max(self.end, self.start + 1)

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """1-based line (ordinal of the block in reading order) and 1-based column (in characters)."""

    line: int
    column: int
