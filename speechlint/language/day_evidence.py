"""What a draft says about its own day by the calendar: 今天是9月10日, 再过半个月就是国庆节, 刚刚过去的一季度."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import timedelta

from speechlint.language.durations import DURATION, days_of
from speechlint.language.evidence import Evidence, Sort, Voice
from speechlint.language.heads import is_title
from speechlint.language.interval import Interval
from speechlint.language.setting import Setting
from speechlint.language.time_expressions import TimeExpression, within
from speechlint.language.voice import quoted
from speechlint.model import Span
from speechlint.scan import matches

LONG_STRETCHES = ("year", "years", "plan")
TODAY = re.compile("(?<!去年)(?<!当年)今天(?:正|又|就|恰好)?是(?:公历|阳历)?$")
# 今天是国庆假期后的第一天.
AROUND_IT = re.compile("^节?[^，。；]{0,4}(?:前|后|假|期间|之|第|的)")
COMING = re.compile(
    rf"(?:再过|再有|还有){DURATION}(?:的?时间)?，?[^，。；]{{0,6}}?(?:是|到|迎来|进入|步入|过)了?[^，。；是到月日]{{0,6}}$"
)
JUST_OVER = re.compile("(?:刚刚|刚|才)(?:过去|结束|过完|送走|度过)了?的?(?:这个)?$")
# What the three above begin with, and how far before an expression that is.
SIGNS = (
    re.compile("今天(?:正|又|就|恰好)?是"),
    re.compile(f"(?:再过|再有|还有){DURATION}"),
    re.compile("[刚才](?:过去|结束|过完|送走|度过)"),
)
FARTHEST = 50
AFTERMATH = timedelta(100)
WORDS_AROUND_A_DATE = "（）()—－- \u3000"


def day_evidence(setting: Setting) -> Iterator[Evidence]:
    """Evidence from expressions of the draft's own year, and of the one to come."""
    text = setting.document.text
    yield from dated_head(setting)
    signs = sorted(found.start() for sign in SIGNS for found in matches(sign, text))
    for e in setting.expressions if signs else ():
        index = bisect_left(signs, e.span.start) - 1
        if index < 0 or signs[index] < e.span.start - FARTHEST:
            continue
        if e.kind in LONG_STRETCHES or quoted(text, e.span.start):
            continue
        before, after = setting.clause(e)
        own = setting.of_own_year(e)
        if own or e.year.named:
            yield from coming(setting, e, before)
        days = e.interval(setting.this_year) if own else None
        if days is None:
            continue
        today, over = TODAY.search(before), JUST_OVER.search(before)
        if e.kind in ("date", "festival") and today and not AROUND_IT.match(after):
            yield Evidence(reaching(e, before, today), Sort.TODAY, Voice.PRESENT, moved(setting, e, days), 3)
        if over and not (setting.early and days.end.month > 3):
            allows = moved(setting, e, Interval(days.end - timedelta(3), days.end + AFTERMATH))
            yield Evidence(reaching(e, before, over), Sort.JUST_OVER, Voice.RETROSPECTIVE, allows, 2)


def reaching(e: TimeExpression, before: str, words: re.Match[str]) -> Span:
    """From the words before an expression, found in `before`, to its end."""
    return Span(e.span.start - len(before) + words.start(), e.span.end)


def coming(setting: Setting, e: TimeExpression, before: str) -> Iterator[Evidence]:
    """再过三天就是春节: the next one from the day of the speech, or the year named there."""
    found = COMING.search(before)
    length = days_of(found) if found else None
    days = e.interval(setting.this_year)
    if found is None or length is None or days is None:
        return
    if not e.year.named and days.start.month <= 2 and not setting.early:
        if not setting.year_known:
            return
        days = e.interval(setting.this_year + 1)
    if days is not None:
        target = moved(setting, e, Interval(days.start, days.start))
        allows = Interval(target.start - timedelta(length[1]), target.end - timedelta(length[0]))
        yield Evidence(reaching(e, before, found), Sort.REMAINING, Voice.PRESENT, allows, 3)


def moved(setting: Setting, e: TimeExpression, days: Interval) -> Interval:
    """A lunar festival moves by about a month from year to year: where the year is unknown, so much wider."""
    return days.widened(20, 20) if e.festival and not setting.year_known else days


def dated_head(setting: Setting) -> Iterator[Evidence]:
    """A day without its year in a title (6月15日在……会议上的讲话) or alone on a line below it."""
    for block in setting.head:
        text = setting.document.text_of(block)
        for e in within(setting.expressions, block.span):
            if e.kind != "date" or e.year.named or e.first != e.last or not setting.of_own_year(e):
                continue
            days = e.interval(setting.this_year)
            before = text[: e.span.start - block.span.start].strip()
            if days is None:
                continue
            if setting.document.text_of(e.span) == text.strip(WORDS_AROUND_A_DATE):
                yield Evidence(e.span, Sort.SUBTITLE, Voice.PRESENT, days.widened(15, 3), 3)
            elif before in ("", "在") and is_title(text.strip()):
                yield Evidence(e.span, Sort.TITLE, Voice.PRESENT, days.widened(15, 3), 2)
