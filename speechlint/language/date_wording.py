"""Days as a Chinese reader writes them: 2022年5月3日至21日, 9月20日至次年7月27日."""

from __future__ import annotations

from datetime import date

from speechlint.language.interval import Interval, year_of


def day_in_words(day: date) -> str:
    return f"{day.year}年{month_day(day.month, day.day)}"


def month_day(month: int, day: int) -> str:
    return f"{month}月{day}日"


def days_in_words(days: Interval, *, year_known: bool = True) -> str:
    """The shortest plain form: what both ends share is said once, a whole year is named alone.

    Without a known year only months and days are told, and 次年 marks an end in the year after.
    """
    start, end = days.start, days.end
    if year_known and days == year_of(start.year):
        return f"{start.year}年"
    first = day_in_words(start) if year_known else month_day(start.month, start.day)
    return first if start == end else f"{first}至{end_in_words(start, end, year_known=year_known)}"


def end_in_words(start: date, end: date, *, year_known: bool) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{end.day}日"
    if start.year == end.year:
        return month_day(end.month, end.day)
    if year_known:
        return day_in_words(end)
    return ("次年" if end.year == start.year + 1 else "数年后的") + month_day(end.month, end.day)
