"""A stretch of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Days from `start` to `end`, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"{self.start} is after {self.end}")

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def meets(self, other: Interval) -> bool:
        """Whether some day belongs to both."""
        return self.start <= other.end and other.start <= self.end

    def common(self, other: Interval) -> Interval | None:
        return Interval(max(self.start, other.start), min(self.end, other.end)) if self.meets(other) else None

    def widened(self, before: int = 0, after: int = 0) -> Interval:
        """The same stretch with so many days more on each side."""
        return Interval(self.start - timedelta(before), self.end + timedelta(after))


def year_of(number: int) -> Interval:
    return Interval(date(number, 1, 1), date(number, 12, 31))
