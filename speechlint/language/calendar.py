"""What is true of the calendar: days of a month, weekdays, festivals of either calendar, five-year plans."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache

WEEKDAYS = "一二三四五六日"
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

SOLAR_FESTIVALS = {
    "元旦": (1, 1),
    "三八": (3, 8),
    "植树节": (3, 12),
    "五一": (5, 1),
    "劳动节": (5, 1),
    "五四": (5, 4),
    "青年节": (5, 4),
    "六一": (6, 1),
    "儿童节": (6, 1),
    "七一": (7, 1),
    "建党节": (7, 1),
    "八一": (8, 1),
    "建军节": (8, 1),
    "教师节": (9, 10),
    "国庆": (10, 1),
}
LUNAR_FESTIVALS = {"春节": (1, 1), "元宵": (1, 15), "端午": (5, 5), "七夕": (7, 7), "中秋": (8, 15), "重阳": (9, 9)}
# The lunar tables of the library reach from 1900 to 2100.
LUNAR_YEARS = range(1901, 2100)


def last_day(month: int, year: int | None = None) -> int:
    """The number of days in a month; February of an unknown year may have 29."""
    return 29 if month == 2 and (year is None or calendar.isleap(year)) else DAYS[month - 1]


def is_date(month: int, day: int, year: int | None = None) -> bool:
    """Whether such a day exists, in that year or, without one, in any."""
    return 1 <= month <= 12 and 1 <= day <= last_day(month, year)


def weekday(day: date) -> str:
    """一 … 日, as it stands after 星期."""
    return WEEKDAYS[day.weekday()]


def festival(name: str, year: int) -> date | None:
    """The day a festival falls on, or None for a name or a year that is not known."""
    name = name.removesuffix("节") if name.removesuffix("节") in {*SOLAR_FESTIVALS, *LUNAR_FESTIVALS, "清明"} else name
    if name in SOLAR_FESTIVALS:
        return date(year, *SOLAR_FESTIVALS[name])
    if name in LUNAR_FESTIVALS and year in LUNAR_YEARS:
        return lunar_day(year, *LUNAR_FESTIVALS[name])
    if name == "除夕" and year in LUNAR_YEARS:
        return lunar_day(year, 1, 1) - timedelta(1)
    if name == "清明" and year in LUNAR_YEARS:
        return solar_term(year, "清明")
    return None


@cache
def lunar_day(year: int, month: int, day: int) -> date:
    """The solar date of a day of the lunar year that begins in `year`."""
    from borax.calendars.lunardate import LunarDate  # loaded only when a festival needs it

    solar: date = LunarDate(year, month, day).to_solar_date()
    return solar


@cache
def solar_term(year: int, name: str) -> date:
    from borax.calendars.lunardate import TermUtils  # loaded only when a festival needs it

    solar: date = TermUtils.nth_term_day(year, term_name=name)
    return solar


def plan_years(ordinal: int) -> tuple[int, int]:
    """First and last year of the n-th five-year plan; the sixth was 1981—1985."""
    first = 1981 + 5 * (ordinal - 6)
    return first, first + 4
