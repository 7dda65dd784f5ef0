"""Readers of single expressions: what each pattern of time_grammar caught, as a time expression."""

from __future__ import annotations

import re
from collections.abc import Callable

from speechlint.language.calendar import is_date, last_day, plan_years
from speechlint.language.numerals import number
from speechlint.language.time_expressions import FIRST_OF_YEAR, LAST_OF_YEAR, TimeExpression, Year
from speechlint.model import Span

NO_YEAR = Year()
PARTS_OF_YEAR = {
    "初": ((1, 1), (2, 28)),
    "中": ((6, 1), (7, 31)),
    "底": ((12, 1), LAST_OF_YEAR),
    "末": ((12, 1), LAST_OF_YEAR),
}
SHIFTS = {
    -2: ("前年",),
    -1: ("去年", "上年", "上年度", "上一年", "上一年度"),
    0: ("今年", "本年", "本年度"),
    1: ("明年", "来年", "下年度", "下一年度"),
    2: ("后年",),
}
RELATIVE_YEARS = {name: Year(shift=shift) for shift, names in SHIFTS.items() for name in names}


def year_in(found: re.Match[str]) -> Year:
    """The year of a form that may name one."""
    if found["relative"]:
        return RELATIVE_YEARS[found["relative"]]
    return Year(number(found["year"])) if found["year"] else NO_YEAR


def value(found: re.Match[str], group: str, default: int = 0) -> int:
    text = found[group]
    return number(text) or default if text else default


def whole(found: re.Match[str]) -> Span:
    return Span(*found.span())


def read_date(found: re.Match[str]) -> TimeExpression | None:
    month, day = value(found, "month"), value(found, "day")
    last = value(found, "last_month", month), value(found, "last_day", day)
    return dated(found, year_in(found), (month, day), last)


def read_iso(found: re.Match[str]) -> TimeExpression | None:
    day = value(found, "month"), value(found, "day")
    return dated(found, Year(number(found["year"])), day, day)


def dated(found: re.Match[str], year: Year, first: tuple[int, int], last: tuple[int, int]) -> TimeExpression | None:
    if not is_date(*first, year.number) or not is_date(*last, year.number):
        return None
    return TimeExpression(whole(found), "date", year, first, last)


def read_month(found: re.Match[str]) -> TimeExpression:
    month = value(found, "month")
    part = found["part"]
    first, last = (1, last_day(month)) if part is None else days_of_part(part, last_day(month))
    return TimeExpression(whole(found), "part" if part else "month", year_in(found), (month, first), (month, last))


def days_of_part(part: str, last: int) -> tuple[int, int]:
    """The days of a part of a month that has so many."""
    if part in ("底", "末"):
        return last - 5, last
    return {"中旬": (11, 20), "下旬": (21, last)}.get(part, (1, 10))


def read_months(found: re.Match[str]) -> TimeExpression | None:
    return in_months(found, value(found, "month"))


def read_front_months(found: re.Match[str]) -> TimeExpression | None:
    return in_months(found, 1)


def in_months(found: re.Match[str], first: int) -> TimeExpression | None:
    last = value(found, "last_month")
    if first >= last:
        return None
    return TimeExpression(whole(found), "months", year_in(found), (first, 1), (last, last_day(last)))


def read_quarter(found: re.Match[str]) -> TimeExpression | None:
    last = value(found, "last_quarter")
    first = 1 if found["front"] else value(found, "quarter", last)
    if first > last:
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
    first, last = PARTS_OF_YEAR[found["edge"]] if found["edge"] else (FIRST_OF_YEAR, LAST_OF_YEAR)
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


def read_edge(found: re.Match[str]) -> TimeExpression:
    """年底前 without a year: the last days of the draft's own."""
    return TimeExpression(whole(found), "part", Year(), (12, 21), LAST_OF_YEAR)


def read_rest(found: re.Match[str]) -> TimeExpression:
    return TimeExpression(whole(found), "rest", Year(shift=0), (13 - value(found, "count"), 1))


READERS: dict[str, Callable[[re.Match[str]], TimeExpression | None]] = {
    "date": read_date,
    "iso": read_iso,
    "month": read_month,
    "months": read_months,
    "front_months": read_front_months,
    "quarter": read_quarter,
    "half": read_half,
    "year": read_year,
    "years": read_years,
    "plan": read_plan,
    "festival": read_festival,
    "edge": read_edge,
    "rest": read_rest,
}
