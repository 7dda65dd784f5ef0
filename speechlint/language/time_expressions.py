"""Every time expression of a text, with the interval it allows once it is known which year 今年 is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from speechlint.language.calendar import festival, is_date, last_day, plan_years
from speechlint.language.interval import Interval
from speechlint.language.numerals import number
from speechlint.language.time_grammar import GRAMMAR
from speechlint.model import Span

Kind = Literal["date", "month", "months", "part", "quarter", "half", "year", "years", "plan", "festival", "rest"]

RELATIVE_YEARS = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "去年": -1,
    "上年": -1,
    "上年度": -1,
    "前年": -2,
    "明年": 1,
    "来年": 1,
    "后年": 2,
}
# Trying an optional year at every character is what costs; these words are rare.
ESSENTIAL = {
    "date": "月",
    "months": "月",
    "month": "月",
    "front_months": "个月",
    "quarter": "季度",
    "half": "半年",
    "years": "年",
    "year": "年",
    "plan": "五",
}
# Longer than any expression.
REACH = 48
FIRST_OF_YEAR, LAST_OF_YEAR = (1, 1), (12, 31)


@dataclass(frozen=True, slots=True)
class Year:
    """The year an expression names: a number, a distance from the draft's own year, or (both None) none."""

    number: int | None = None
    shift: int | None = None

    @property
    def named(self) -> bool:
        return self.number is not None or self.shift is not None

    def resolve(self, this_year: int) -> int:
        return self.number if self.number is not None else this_year + (self.shift or 0)


@dataclass(frozen=True, slots=True)
class TimeExpression:
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


def time_expressions(text: str) -> tuple[TimeExpression, ...]:
    """Every expression in order; where two readings overlap, the longer one, then the earlier one."""
    found = [
        e for name, pattern in GRAMMAR for m in matches(name, pattern, text) if (e := READERS[name](m)) is not None
    ]
    kept: list[TimeExpression] = []
    for expression in sorted(found, key=lambda e: (e.span.start, -len(e.span))):
        if not kept or kept[-1].span.end <= expression.span.start:
            kept.append(expression)
        elif len(expression.span) > len(kept[-1].span):
            kept[-1] = expression
    return tuple(kept)


def matches(name: str, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of one pattern, looked for only around the words it cannot do without."""
    if name not in ESSENTIAL:
        yield from pattern.finditer(text)
        return
    for window in windows(text, ESSENTIAL[name]):
        yield from pattern.finditer(text, window.start, window.end)


def windows(text: str, word: str) -> Iterator[Span]:
    """Stretches around each occurrence of a word, joined where they touch."""
    start = end = -1
    at = text.find(word)
    while at >= 0:
        if at - REACH > end:
            if end >= 0:
                yield Span(start, end)
            start = max(0, at - REACH)
        end = min(len(text), at + REACH)
        at = text.find(word, at + 1)
    if end >= 0:
        yield Span(start, end)


def year_in(found: re.Match[str]) -> Year:
    groups = found.groupdict()
    if groups.get("relative"):
        return Year(shift=RELATIVE_YEARS[groups["relative"]])
    return Year(number(groups["year"])) if groups.get("year") else Year()


def value(found: re.Match[str], group: str, default: int = 0) -> int:
    text = found.groupdict().get(group)
    return number(text) or default if text else default


def whole(found: re.Match[str]) -> Span:
    return Span(*found.span())


def read_date(found: re.Match[str]) -> TimeExpression | None:
    month, day = value(found, "month"), value(found, "day")
    year = year_in(found)
    last_month, last_day_ = value(found, "last_month", month), value(found, "last_day", day)
    if not is_date(month, day, year.number) or not is_date(last_month, last_day_, year.number):
        return None
    return TimeExpression(whole(found), "date", year, (month, day), (last_month, last_day_))


def read_month(found: re.Match[str]) -> TimeExpression | None:
    month = value(found, "month")
    if not 1 <= month <= 12:
        return None
    part = found["part"] or ""
    first, last = {
        "上旬": (1, 10),
        "中旬": (11, 20),
        "下旬": (21, 31),
        "初": (1, 10),
        "底": (last_day(month) - 5, 31),
        "末": (last_day(month) - 5, 31),
    }.get(part, (1, 31))
    kind: Kind = "part" if part else "month"
    return TimeExpression(whole(found), kind, year_in(found), (month, first), (month, min(last, last_day(month))))


def read_months(found: re.Match[str]) -> TimeExpression | None:
    first, last = value(found, "month", 1), value(found, "last_month")
    if not 1 <= first < last <= 12:
        return None
    return TimeExpression(whole(found), "months", year_in(found), (first, 1), (last, last_day(last)))


def read_quarter(found: re.Match[str]) -> TimeExpression | None:
    last = value(found, "last_quarter")
    first = 1 if found["front"] else value(found, "quarter", last)
    if not 1 <= first <= last <= 4:
        return None
    end = (last * 3, last_day(last * 3))
    start = (first * 3 - 2, 1)
    if found["edge"] in ("末", "底"):
        start = (last * 3, 21)
    elif found["edge"] == "初":
        end = (first * 3 - 2, 15)
    return TimeExpression(whole(found), "quarter", year_in(found), start, end)


def read_half(found: re.Match[str]) -> TimeExpression:
    if found["half"] == "上":
        return TimeExpression(whole(found), "half", year_in(found), (1, 1), (6, 30))
    return TimeExpression(whole(found), "half", year_in(found), (7, 1), LAST_OF_YEAR)


def read_year(found: re.Match[str]) -> TimeExpression:
    first, last = {
        "初": ((1, 1), (2, 28)),
        "底": ((12, 1), LAST_OF_YEAR),
        "末": ((12, 1), LAST_OF_YEAR),
        "中": ((6, 1), (7, 31)),
    }.get(found["edge"] or "", (FIRST_OF_YEAR, LAST_OF_YEAR))
    return TimeExpression(whole(found), "year", year_in(found), first, last)


def read_years(found: re.Match[str]) -> TimeExpression | None:
    first, last = value(found, "year"), value(found, "last_year")
    return TimeExpression(whole(found), "years", Year(first), last_year=Year(last)) if first <= last else None


def read_plan(found: re.Match[str]) -> TimeExpression | None:
    ordinal = value(found, "ordinal")
    first, last = plan_years(ordinal + 6 if found["law"] else ordinal)
    edge = found["edge"] or ""
    if edge.startswith("开局"):
        last = first
    elif edge.startswith("收官"):
        first = last
    return TimeExpression(whole(found), "plan", Year(first), last_year=Year(last))


def read_festival(found: re.Match[str]) -> TimeExpression:
    return TimeExpression(whole(found), "festival", year_in(found), festival=found["festival"])


def read_rest(found: re.Match[str]) -> TimeExpression | None:
    months = value(found, "count")
    if not 1 <= months <= 11:
        return None
    return TimeExpression(whole(found), "rest", Year(shift=0), (13 - months, 1))


READERS: dict[str, Callable[[re.Match[str]], TimeExpression | None]] = {
    "date": read_date,
    "iso": read_date,
    "month": read_month,
    "months": read_months,
    "front_months": read_months,
    "quarter": read_quarter,
    "half": read_half,
    "year": read_year,
    "years": read_years,
    "plan": read_plan,
    "festival": read_festival,
    "rest": read_rest,
}


def within(expressions: Sequence[TimeExpression], span: Span) -> Iterator[TimeExpression]:
    """Those of expressions in order that stand wholly inside a span."""
    first = bisect_left(expressions, span.start, key=lambda e: e.span.start)
    for index in range(first, len(expressions)):
        if expressions[index].span.end > span.end:
            return
        yield expressions[index]
