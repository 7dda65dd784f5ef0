"""A festival named beside another day's date, in the year written there or in the draft's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from speechlint.language.calendar import festival
from speechlint.language.calendar_faults import DAY, NO_RANGE_BEFORE, Fault, numbers
from speechlint.language.date_wording import month_day
from speechlint.language.setting import Setting
from speechlint.language.time_expressions import around
from speechlint.language.time_grammar import DASH, DIGIT, NO_DIGIT_BEFORE, NOT_LUNAR, YEAR
from speechlint.model import Span
from speechlint.scan import matches

FESTIVAL = (
    "(?P<name>元旦|国庆节|教师节|建军节|建党节|植树节|劳动节|儿童节|青年节|"
    "春节|清明节|元宵节?|端午节?|七夕节?|中秋节?|重阳节?|除夕)"
)
MONTH_OF_YEAR = f"(?P<month>{DIGIT}{{1,2}}|十[一二]?|[一二三四五六七八九])月"
THE_DAY = rf"(?:{YEAR})?{NO_DIGIT_BEFORE}{NOT_LUNAR}{MONTH_OF_YEAR}(?P<day>{DAY})[日号]"
# 今年的, 我国的传统节日, 农历: words between a day and its festival.
BESIDE = "(?:，?(?:就是|正是|恰是|又是|也是|是|为|恰逢|适逢|正值|迎来)|[（(])?"
DESCRIBED = '(?:今年的?|一年一度的?|我国的?|中华民族的?|传统的?|节日|佳节|国际)*[“"]?'
# 10月1日国庆节放假 tells of a holiday, which may begin on any day.
HOLIDAY = (
    "前|后|期间|假|放假|长假|调休|值班|值守|安全|安保|检查|慰问|黄金周|小长假|来临|到来|将至|晚会|联欢|市场|活动|文艺|"
    "主题|系列|的?第|次日|翌日"
)
DAY_FIRST = re.compile(rf"{NO_RANGE_BEFORE}{THE_DAY}{BESIDE}{DESCRIBED}{FESTIVAL}(?!{HOLIDAY}|[”\"]?(?:{HOLIDAY}))")
# A closing bracket right after the day: 国庆节（10月1日至7日） is a holiday of several days.
FESTIVAL_FIRST = re.compile(rf"{FESTIVAL}[（(]{THE_DAY}(?:[，, ]?(?:星期|周)[一二三四五六日天])?[）)]")
FESTIVAL_IS = re.compile(rf"{FESTIVAL}(?:是|就是|为|落在){THE_DAY}(?!{DASH}|前|后|之|放假|起|开始|召开|举行)")


class FestivalDay(NamedTuple):
    """A festival and a day said to be one: `year` is None where the place names none."""

    span: Span
    name: str
    year: int | None
    month: int
    day: int

    def fault(self, *years: int) -> Fault | None:
        """What is wrong where the festival falls on another day in each of the years; the first one's day is right."""
        days = [festival(self.name, year) for year in years]
        if not days or days[0] is None or any(d is None or (d.month, d.day) == (self.month, self.day) for d in days):
            return None
        return Fault(self.span, month_day(days[0].month, days[0].day))


def festival_days(text: str) -> Iterator[FestivalDay]:
    """Yield every festival told with a day."""
    for pattern in (DAY_FIRST, FESTIVAL_FIRST, FESTIVAL_IS):
        for found in matches(pattern, text):
            year, month, day = numbers(found, "year", "month", "day")
            if month is not None and day is not None:
                yield FestivalDay(Span(*found.span()), found["name"], year, month, day)


def wrong_festivals(text: str) -> Iterator[Fault]:
    """Festivals of a written year, and those whose day never moves."""
    for told in festival_days(text):
        if told.year or solar_festival(told.name):
            fault = told.fault(told.year or 2024)
            if fault:
                yield fault


def wrong_festivals_of_the_year(setting: Setting) -> Iterator[Fault]:
    """Lunar festivals without a written year, where the place speaks of the draft's own year or of 去年, 明年.

    In autumn 2月10日春节 is the next year's, so a day that is right then is right.
    """
    for told in festival_days(setting.document.text):
        if told.year or solar_festival(told.name):
            continue
        beside = [e for e in around(setting.expressions, told.span) if e.span.overlaps(told.span)]
        named = [e for e in beside if e.year.shift is not None]
        year = setting.this_year + (named[0].year.shift or 0) if named else setting.this_year
        spoken = next((e for e in beside if e.kind == "date"), None)
        if spoken is None or (not named and not setting.of_own_year(spoken)):
            continue
        fault = told.fault(year) if named or told.month > 3 else told.fault(year, year + 1)
        if fault:
            yield fault


@cache
def solar_festival(name: str) -> date | None:
    """A festival's day in any year, where it does not move."""
    days = {festival(name, year) for year in range(2021, 2029)}
    fixed = {(day.month, day.day) for day in days if day}
    return festival(name, 2024) if len(fixed) == 1 else None
