"""Dates, times and weekdays that no calendar holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from speechlint.language.calendar import is_date, last_day, weekday
from speechlint.language.date_wording import month_day
from speechlint.language.numerals import number
from speechlint.language.time_grammar import DASH, DIGIT, NO_DIGIT_BEFORE, NOT_LUNAR, YEAR
from speechlint.model import Span
from speechlint.scan import matches


@dataclass(frozen=True, slots=True)
class Fault:
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
DEADLINE = re.compile("(?<![0-9０-９.．:：])(?P<hour>[2-9][0-9])时(?=之?前(?!后)|许|整(?!体|改|理|个|治|合)|准时)")
HOURS = re.compile(
    rf"{PART_OF_DAY}[0-9]{{1,2}}(?:时|[:：][0-9]{{2}}){DASH}(?P<hour>[0-9]{{1,2}})(?:时(?![0-9]{{0,2}}[个以长次])|[:：](?=[0-9]{{2}}))"
)
CLOCK = re.compile(r"(?<![0-9:：.])(?P<hour>[0-9]{1,2})时(?P<minute>[0-9]{1,2})分(?!之|钟)")
WEEKDAY_BESIDE = "[ 　]?[（(，,、]?[ 　]?(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])(?![、至到—和])"
NO_RANGE_BEFORE = "(?<!至)(?<!到)(?<![—–~～-])"
NAMED_WEEKDAY = re.compile(rf"{NO_RANGE_BEFORE}{YEAR}[ 　]?{NOT_LUNAR}{MONTH}(?P<day>{DAY})[日号]{WEEKDAY_BESIDE}")
# 去年5月1日（星期五） and 2023年，5月1日（星期一） are of another year.
WEEKDAY_OF_THE_YEAR = re.compile(
    rf"{NO_RANGE_BEFORE}(?<![年0-9]){NO_DIGIT_BEFORE}{NOT_LUNAR}{MONTH}(?P<day>{DAY})[日号]{WEEKDAY_BESIDE}"
)
REVERSED_YEARS = re.compile(rf"(?P<first>(?:19|20)[0-9]{{2}})年?{DASH}(?P<last>(?:19|20)[0-9]{{2}})年(?!级)")


def impossible_dates(text: str, this_year: int | None = None) -> Iterator[Fault]:
    """2月30日, 6月31日, 2023年2月29日; a lunar date is left alone, and so is a month that does not exist.

    `this_year` only tells how long an unnamed year's February was.
    """
    for pattern in (DATE, ISO_DATE):
        for found in matches(pattern, text):
            year, month = numbers(found, "year", "month")
            days = [day for day in numbers(found, "day", "last") if day is not None]
            if month is None or not 1 <= month <= 12:
                continue
            if any(not is_date(month, day, year) for day in days):
                last = last_day(month, year or this_year)
                yield Fault(Span(*found.span()), month_day(month, last))


def impossible_months(text: str) -> Iterator[Fault]:
    """13月5日, 13月底."""
    for pattern in (DATE, PART_OF_MONTH):
        for found in matches(pattern, text):
            (month,) = numbers(found, "month")
            if month is not None and not 1 <= month <= 12:
                yield Fault(Span(*found.span()), "12")


def numbers(found: re.Match[str], *groups: str) -> list[int | None]:
    """The value of each group; None for one that is absent."""
    known = found.groupdict()
    return [number(known[group]) if known.get(group) else None for group in groups]


def impossible_times(text: str) -> Iterator[Fault]:
    """25时, 9时65分; 24时 is the end of a day."""
    seen: set[int] = set()
    for pattern in (HOUR, HOURS, CLOCK, DEADLINE):
        for found in matches(pattern, text):
            hour, minute = numbers(found, "hour", "minute")
            if ((hour or 0) > 24 or (minute or 0) > 59) and found.start("hour") not in seen:
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


def reversed_years(text: str) -> Iterator[Fault]:
    for found in matches(REVERSED_YEARS, text):
        first, last = numbers(found, "first", "last")
        if first is not None and last is not None and first > last:
            yield Fault(Span(*found.span()), f"{last}—{first}年")
