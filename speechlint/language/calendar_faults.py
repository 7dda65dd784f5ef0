"""Dates, times and weekdays that no calendar holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from speechlint.language.calendar import is_date, last_day, weekday
from speechlint.language.date_wording import month_day
from speechlint.language.numerals import number
from speechlint.language.openings import Openings
from speechlint.language.time_grammar import DASH, DIGIT, NO_DIGIT_BEFORE, NOT_LUNAR, YEAR
from speechlint.model import Span
from speechlint.scan import matches


class Fault(NamedTuple):
    """Where the calendar is contradicted, what it says instead, and what to put there when that is certain."""

    span: Span
    expected: str
    better: str | None = None
    said: str = ""


# Wider than the grammar's own numbers: what is wrong must be seen too.
MONTH = rf"(?P<month>{DIGIT}{{1,2}}|十[一二三]?|(?<!十)[一二三四五六七八九])月"
DAY = rf"{DIGIT}{{1,2}}|[二三四]?十[一二三四五六七八九]?|[一二三四五六七八九]"
# 3月30号线: a number of something else.
DAY_SIGN = "[日号](?!线|楼|门|院|机|令|文|车|桥|台|字|井|仓|店|公告)"
DATE = re.compile(
    rf"(?:{YEAR})?{NO_DIGIT_BEFORE}{NOT_LUNAR}(?<![一二三四五六七八九廿]){MONTH}(?P<day>{DAY})"
    rf"(?:{DAY_SIGN}|(?={DASH}))(?:{DASH}(?P<last>{DAY}){DAY_SIGN})?"
)
PART_OF_MONTH = re.compile(
    rf"(?:{YEAR})?{NO_DIGIT_BEFORE}{NOT_LUNAR}(?<![一二三四五六七八九廿十百])(?P<month>{DIGIT}{{2}}|十[三四五六七八九])月(?:份|[底末初]|[上中下]旬)"
)
ISO_DATE = re.compile(
    r"(?<![0-9A-Za-z./-])(?P<year>(?:19|20)[0-9]{2})([-/])(?P<month>[01]?[0-9])\2(?P<day>[0-3]?[0-9])(?![0-9A-Za-z/-])"
)
PART_OF_DAY = (
    "(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|夜里|深夜|午夜"
    "|[每当今明次][天日晚]|每[早夜]|[0-9][日号])[ 　]?"
)
HOUR = re.compile(
    rf"{PART_OF_DAY}(?P<hour>[0-9]{{1,2}})(?:时(?![0-9]{{0,2}}[个以长次])|点(?=[整半钟0-9前左开，。在到集])|[:：](?=[0-9]{{2}}))"
    r"(?:(?P<minute>[0-9]{1,2})分?)?"
)
# 工时 and 学时 are hours of work: digits stand right before 时, and no unit after it.
HOUR_TOLD = re.compile("[0-9][时点:：]")
DEADLINE = re.compile("(?P<hour>[2-9](?<![0-9０-９.．:：][2-9])[0-9])时(?=之?前(?!后)|许|整(?!体|改|理|个|治|合)|准时)")
HOURS = re.compile(
    rf"{PART_OF_DAY}[0-9]{{1,2}}(?:时|[:：][0-9]{{2}}){DASH}(?P<hour>[0-9]{{1,2}})(?:时(?![0-9]{{0,2}}[个以长次])|[:：](?=[0-9]{{2}}))"
)
CLOCK = re.compile(r"(?P<hour>[0-9](?<![0-9:：.][0-9])[0-9]?)时(?P<minute>[0-9]{1,2})分(?!之|钟)")
WEEKDAY_BESIDE = "[ 　]?[（(，,、]?[ 　]?(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])(?![、至到—和])"
NO_RANGE_BEFORE = "(?<!至)(?<!到)(?<![—–~～-])"
NAMED_WEEKDAY = re.compile(rf"{NO_RANGE_BEFORE}{YEAR}[ 　]?{NOT_LUNAR}{MONTH}(?P<day>{DAY})[日号]{WEEKDAY_BESIDE}")
# 去年5月1日（星期五） and 2023年，5月1日（星期一） are of another year.
WEEKDAY_OF_THE_YEAR = re.compile(
    rf"{NO_RANGE_BEFORE}(?<![年0-9]){NO_DIGIT_BEFORE}{NOT_LUNAR}{MONTH}(?P<day>{DAY})[日号]{WEEKDAY_BESIDE}"
)
REVERSED_YEARS = re.compile(rf"(?P<first>(?:19|20)[0-9]{{2}})年?{DASH}(?P<last>(?:19|20)[0-9]{{2}})年(?!级)")


class WrittenDate(NamedTuple):
    """A day of a month, or several, as written; None where the place names no year."""

    span: Span
    year: int | None
    month: int | None
    days: tuple[int, ...]


def written_dates(openings: Openings) -> tuple[WrittenDate, ...]:
    """Every day told with its month in words, whether the calendar holds it or not; lunar ones are left out."""
    return tuple(map(written, openings.of_months(DATE)))


def written(found: re.Match[str]) -> WrittenDate:
    year, month, day, *rest = numbers(found, *found.re.groupindex)
    return WrittenDate(Span(*found.span()), year, month, tuple(d for d in (day, *rest) if d is not None))


def impossible_dates(openings: Openings, dates: Iterable[WrittenDate], this_year: int | None = None) -> Iterator[Fault]:
    """2月30日, 6月31日, 2023年2月29日, and the same in figures; a month that does not exist is left alone.

    `dates` are those written in words. `this_year` only tells how long an unnamed year's February was.
    """
    for date_told in chain(dates, map(written, openings.of_years(ISO_DATE))):
        month = date_told.month
        if month is None or not 1 <= month <= 12:
            continue
        if any(not is_date(month, day, date_told.year) for day in date_told.days):
            yield Fault(date_told.span, month_day(month, last_day(month, date_told.year or this_year)))


def impossible_months(openings: Openings, dates: Iterable[WrittenDate]) -> Iterator[Fault]:
    """13月5日, 13月底; `dates` are those written in words."""
    told = [(date_told.span, date_told.month) for date_told in dates]
    told += [(Span(*found.span()), number(found["month"])) for found in openings.of_months(PART_OF_MONTH)]
    for span, month in told:
        if month is not None and not 1 <= month <= 12:
            yield Fault(span, "12")


def numbers(found: re.Match[str], *groups: str) -> list[int | None]:
    """The value of each group; None for one that is absent."""
    known = found.groupdict()
    return [number(known[group]) if known.get(group) else None for group in groups]


def impossible_times(text: str) -> Iterator[Fault]:
    """25时, 9时65分; 24时 is the end of a day."""
    if not any(matches(HOUR_TOLD, text)):
        return
    seen: set[int] = set()
    for times in (matches(HOUR, text), matches(HOURS, text), CLOCK.finditer(text), DEADLINE.finditer(text)):
        for found in times:
            hour, minute = int(found["hour"]), int(found.groupdict().get("minute") or "0")
            if (hour > 24 or minute > 59) and found.start("hour") not in seen:
                seen.add(found.start("hour"))
                yield Fault(Span(found.start("hour"), found.end()), "0:00—24:00")


def wrong_weekdays(text: str, this_year: int | None = None) -> Iterator[Fault]:
    """Weekdays beside full dates; with `this_year`, those beside dates that name no year."""
    for found in matches(WEEKDAY_OF_THE_YEAR if this_year else NAMED_WEEKDAY, text):
        year, month, day = numbers(found, "year", "month", "day")
        year = year or this_year
        said = found["weekday"].replace("天", "日")
        if year is None or month is None or day is None or not is_date(month, day, year):
            continue
        right = weekday(date(year, month, day))
        if said != right:
            whole = text[found.start() : found.end("weekday")]
            yield Fault(Span(found.start(), found.end("weekday")), right, whole[:-1] + right, said)


def reversed_years(openings: Openings) -> Iterator[Fault]:
    for found in openings.of_years(REVERSED_YEARS):
        first, last = numbers(found, "first", "last")
        if first is not None and last is not None and first > last:
            yield Fault(Span(*found.span()), f"{last}—{first}年")
