"""Names and phrases that belong to a stretch of history, met in a draft of another time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from speechlint.language.evidence import Evidence, Sort
from speechlint.language.interval import Interval
from speechlint.language.setting import REACH, Setting
from speechlint.language.time_expressions import within
from speechlint.language.timeline import PLAIN, Timeline
from speechlint.model import Span
from speechlint.scan import matches

Side = Literal["over", "not-yet"]

# A sentence that looks back may use the name of its day.
HISTORIC = re.compile(
    "原(?=[国省市县区环农卫工质])|时任|曾|当时|当年|历史|回顾|以来|过去|先后|年来|荣获|获得|授予|评为|表彰|命名|更名|改为|改组|组建|撤销"
    "|挂牌|合并|并入|划转|整合|废止|〔[0-9]{4}〕|取得.{0,8}胜利|如期|历史性|同时废止|印发的|全面胜利|成果"
)


class Lifetime(NamedTuple):
    """A phrase (regex), the first and the last day it fits a draft's present, and what took its place."""

    pattern: re.Pattern[str]
    since: date | None = None
    until: date | None = None
    successor: str = ""


class Stray(NamedTuple):
    """A phrase outside its time."""

    span: Span
    lifetime: Lifetime


def strays(
    timeline: Timeline, setting: Setting, lifetimes: tuple[Lifetime, ...], side: Side, grace: int
) -> Iterator[Stray]:
    """Yield the mentions whose time was over, by more than `grace` days, or had not come on the draft's own day.

    Silent where no plain evidence tells the year.
    """
    now = timeline.now
    if now is None or timeline.year is None or not dated_by(timeline):
        return
    for lifetime in lifetimes:
        if outside(lifetime, now, side, grace):
            for found in matches(lifetime.pattern, setting.document.text):
                span = Span(*found.span())
                if not (side == "over" and looks_back(setting, span)):
                    yield Stray(span, lifetime)


def outside(lifetime: Lifetime, now: Interval, side: Side, grace: int) -> bool:
    if side == "over":
        return lifetime.until is not None and now.start > lifetime.until + timedelta(grace)
    return lifetime.since is not None and now.end < lifetime.since


def dated_by(timeline: Timeline) -> tuple[Evidence, ...]:
    """The plain evidence the draft's year rests on."""
    sorts = (Sort.SUBTITLE, Sort.TITLE, Sort.THIS_YEAR)
    told = [e for e in timeline.evidence if e.sort in sorts and e.weight >= PLAIN]
    distinct = {(e.sort, e.allows): e for e in reversed(told) if timeline.now and e.allows.meets(timeline.now)}
    return tuple(sorted(distinct.values(), key=lambda e: e.span))


def looks_back(setting: Setting, span: Span) -> bool:
    """Whether the sentence, or the heading above it, speaks of another year or of history."""
    whole = setting.sentence(span.start)
    sentence = Span(max(whole.start, span.start - REACH), min(whole.end, span.end + REACH))
    if HISTORIC.search(setting.document.text, sentence.start, sentence.end):
        return True
    named = [e for e in within(setting.expressions, sentence) if e.year.named]
    if any(e.year.resolve(setting.this_year) < setting.this_year for e in named):
        return True
    return setting.in_section(span)
