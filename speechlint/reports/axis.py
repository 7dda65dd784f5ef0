"""Bars on a common axis of days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rich.cells import cell_len

from speechlint.language.interval import Interval

# Half a year on each side of what is told is enough; what lies further off is shown by an arrow.
REACH = timedelta(183)
FULL, EARLIER, LATER = "━", "◀", "▶"


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of days drawn over `width` characters."""

    interval: Interval
    width: int

    def column(self, day: date) -> int:
        share = (day - self.interval.start).days / self.interval.days
        return min(max(int(share * self.width), 0), self.width - 1)

    def bar(self, interval: Interval) -> str:
        """A bar from the first to the last day; an arrow where it runs over the edge or lies beyond it."""
        if interval.end < self.interval.start:
            return EARLIER.ljust(self.width)
        if interval.start > self.interval.end:
            return LATER.rjust(self.width)
        first, last = self.column(interval.start), self.column(interval.end)
        cells = [" "] * first + [FULL] * (last - first + 1) + [" "] * (self.width - 1 - last)
        if interval.start < self.interval.start:
            cells[0] = EARLIER
        if interval.end > self.interval.end:
            cells[-1] = LATER
        return "".join(cells)

    def scale(self, *, years: bool = True) -> str:
        """The first days of the quarters, where there is room for them, with their years or as months alone."""
        line = ""
        for day in self.quarters():
            label = day.strftime("%Y-%m") if years else f"{day.month}月"
            column = self.column(day)
            if column >= cell_len(line) + bool(line) and column + cell_len(label) <= self.width:
                line += " " * (column - cell_len(line)) + label
        return line + " " * (self.width - cell_len(line))

    def quarters(self) -> Iterable[date]:
        for year in range(self.interval.start.year, self.interval.end.year + 1):
            for month in (1, 4, 7, 10):
                day = date(year, month, 1)
                if day in self.interval:
                    yield day


def axis_over(center: Iterable[Interval], width: int) -> Axis | None:
    """An axis that shows the given stretches and half a year around them; None for none."""
    shown = list(center)
    if not shown:
        return None
    start, end = min(i.start for i in shown), max(i.end for i in shown)
    return Axis(Interval(start - REACH, end + REACH), width)
