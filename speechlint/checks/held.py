"""Is a meeting said to have been held in another year or month than it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Span
from speechlint.tables import Columns, Table

WHEN = r"(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月(?:\d{1,2}日)?)?"
# 2017年10月胜利召开的 before its name, or 于2017年10月在北京召开 behind it.
BEFORE = re.compile(rf"(?<!\d){WHEN}[，,]?(?:胜利|隆重)?召开[了的]?\Z")
BEHIND = re.compile(rf"[于在]{WHEN}(?:至\d{{1,2}}日)?(?:在北京)?(?:胜利|隆重)?(?:召开|举行|闭幕)")
# What is held for the meeting, or near it in time: 召开党的二十大筹备会议, 党的二十大前.
FOR_IT = re.compile("[筹代选学前后]|精神")
# So many characters the time before a name takes up at most.
LONGEST = 20


@kind("held", "iso_held")
def held(analysis: Analysis, *, meetings: Annotated[Table, Columns("meeting", "held")]) -> Iterator[Match]:
    """Yield every `meeting` (a regex) with the time said of it, if that is not the month of `held` (2017-10).

    A year alone may be right; preparations for a meeting (召开党的二十大前) have their own time.
    """
    for row in meetings.rows:
        for found in analysis.scan.matches(meeting_of(row["meeting"])):
            told = told_before(analysis.text, found) or told_behind(analysis.text, found)
            year, month = map(int, row["held"].split("-"))
            if told and is_other(told[1], year, month):
                yield Match(told[0], {"held": f"{year}年{month}月", "iso_held": row["held"]})


@cache
def meeting_of(written: str) -> re.Pattern[str]:
    return re.compile(written)


def told_before(text: str, name: re.Match[str]) -> tuple[Span, re.Match[str]] | None:
    start = max(0, name.start() - LONGEST)
    when = BEFORE.search(text[start : name.start()])
    if when is None or FOR_IT.match(text, name.end()):
        return None
    return Span(start + when.start(), name.end()), when


def told_behind(text: str, name: re.Match[str]) -> tuple[Span, re.Match[str]] | None:
    when = BEHIND.match(text, name.end())
    return (Span(name.start(), when.end()), when) if when else None


def is_other(when: re.Match[str], year: int, month: int) -> bool:
    return int(when["year"]) != year or (when["month"] is not None and int(when["month"]) != month)
