"""A time expression: a stretch of time as written, and the days it allows once it is known which year 今年 is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, takewhile
from typing import Literal, NamedTuple

from speechlint.language.calendar import festival, is_date, last_day
from speechlint.language.interval import Interval
from speechlint.model import Span

Kind = Literal["date", "month", "months", "part", "quarter", "half", "year", "years", "plan", "festival", "rest"]

FIRST_OF_YEAR, LAST_OF_YEAR = (1, 1), (12, 31)


class Year(NamedTuple):
    """The year an expression names: a number, a distance from the draft's own year, or (both None) none."""

    number: int | None = None
    shift: int | None = None

    @property
    def named(self) -> bool:
        return self.number is not None or self.shift is not None

    def resolve(self, this_year: int) -> int:
        return self.number if self.number is not None else this_year + (self.shift or 0)


class TimeExpression(NamedTuple):
    """A stretch of time as written: month and day of its two ends, each in its own year."""

    span: Span
    kind: Kind
    year: Year
    first: tuple[int, int] = FIRST_OF_YEAR
    last: tuple[int, int] = LAST_OF_YEAR
    last_year: Year | None = None
    festival: str = ""

    def interval(self, this_year: int) -> Interval | None:
        """The days meant when 今年 is `this_year`; None where a range runs backwards or a day does not exist."""
        start_year = self.year.resolve(this_year)
        end_year = (self.last_year or self.year).resolve(this_year)
        if self.festival:
            day = festival(self.festival, start_year)
            return Interval(day, day) if day else None
        first, last = self.first, self.last
        if not is_date(*first, start_year):
            return None
        start, end = date(start_year, *first), end_of(end_year, *last)
        return Interval(start, end) if start <= end else None


def end_of(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, last_day(month, year)))


def within(expressions: Sequence[TimeExpression], span: Span) -> Iterator[TimeExpression]:
    """Those of expressions in order that stand wholly inside a span."""
    first = bisect_left(expressions, span.start, key=lambda e: e.span.start)
    for index in range(first, len(expressions)):
        if expressions[index].span.end > span.end:
            return
        yield expressions[index]


def around(expressions: Sequence[TimeExpression], span: Span) -> Iterator[TimeExpression]:
    """Those of expressions in order that stand in a span, wholly or in part, or next to it."""
    first = max(bisect_left(expressions, span.start, key=lambda e: e.span.start) - 1, 0)
    return takewhile(lambda e: e.span.start <= span.end, islice(expressions, first, None))
