"""The draft's own “now”: every piece of evidence, the days most of it allows, and what cannot be true together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from heapq import heappop, heappush
from typing import NamedTuple

from speechlint.language.anniversaries import Marks
from speechlint.language.evidence import Evidence, Sort
from speechlint.language.interval import Interval
from speechlint.language.season_evidence import season_evidence
from speechlint.language.setting import Setting
from speechlint.language.time_expressions import TimeExpression
from speechlint.language.year_evidence import year_evidence
from speechlint.model import Block, Document, Span

# A collection of model texts (篇一, 篇二) has no one day.
COMPILED = re.compile(
    r"^[ 　]*[【（(\[]?(?:第[一二三四五六七八九十0-9]{1,3}篇|篇[一二三四五六七八九十0-9]{1,3})", re.MULTILINE
)
# The least weight of a statement that may accuse another.
PLAIN = 2
# Days within which a draft counts as dated.
NARROW = 60


class Conflict(NamedTuple):
    """Evidence on two sides that no day satisfies: `against` lies outside `now`, `agreed` inside."""

    against: tuple[Evidence, ...]
    agreed: tuple[Evidence, ...]
    now: Interval


class Timeline(NamedTuple):
    """What a draft says about time.

    `now` are the days the draft may be spoken on, None when nothing tells; `year` is its year, None when unknown.
    """

    expressions: tuple[TimeExpression, ...]
    evidence: tuple[Evidence, ...]
    now: Interval | None
    year: int | None
    years: tuple[Conflict, ...]
    seasons: tuple[Conflict, ...]


class YearTold(NamedTuple):
    """The year a draft tells, None when unknown, with its evidence and the days that leaves open.

    `compiled` tells a collection of drafts, which has no day of its own.
    """

    evidence: tuple[Evidence, ...] = ()
    now: Interval | None = None
    year: int | None = None
    compiled: bool = False

    @property
    def early(self) -> bool:
        """Whether the draft is dated in the first quarter."""
        dated = self.now is not None and self.now.days <= NARROW
        return dated and self.now is not None and self.now.end.month <= 3 and self.now.end.year == self.year


def told_year(
    document: Document, head: Sequence[Block], expressions: Sequence[TimeExpression], marks: Marks
) -> YearTold:
    """Weigh all that tells the year."""
    if is_compiled(document.text):
        return YearTold(compiled=True)
    evidence = tuple(year_evidence(document, head, expressions, marks))
    now = agreement(evidence)
    return YearTold(evidence, now, the_year(evidence, now))


def read_timeline(setting: Setting, told: YearTold) -> Timeline:
    """Weigh the time of year, once the year is told."""
    expressions = tuple(setting.expressions)
    if told.compiled:
        return Timeline(expressions, (), None, None, (), ())
    seasonal = tuple(season_evidence(setting))
    shown = (Sort.SUBTITLE, Sort.POSTING)
    dated = [e for e in told.evidence if e.sort in shown and told.now and e.allows.meets(told.now)]
    season_now = agreement((*dated, *seasonal))
    return Timeline(
        expressions,
        tuple(sorted((*told.evidence, *seasonal), key=place)),
        narrowed(season_now, told.now) if told.year else None,
        told.year,
        tuple(conflicts(told.evidence, told.now)),
        tuple(conflicts((*seasonal, *dated), season_now)),
    )


def is_compiled(text: str) -> bool:
    """Whether a draft is a collection of several."""
    return "篇" in text and len(COMPILED.findall(text)) > 1


def narrowed(season: Interval | None, year: Interval | None) -> Interval | None:
    """The days that fit the time of year and the year, or else the time of year alone."""
    if season is None or year is None:
        return season or year
    return season.common(year) or season


def the_year(evidence: Iterable[Evidence], now: Interval | None) -> int | None:
    """The year of the draft: told outright, else the title's, else the page's."""
    agreeing = [e for e in evidence if now and e.sort not in (Sort.PLAN, Sort.REVIEWED) and e.allows.meets(now)]
    if not agreeing:
        return None
    order = [Sort.THIS_YEAR, Sort.SUBTITLE, Sort.TITLE, Sort.POSTING]
    best = min(agreeing, key=lambda e: order.index(e.sort))
    if best.sort is Sort.TITLE:
        start = best.allows.start
        return start.year if start.month == 1 else start.year + 1
    return best.year or best.allows.end.year


def agreement(evidence: Iterable[Evidence]) -> Interval | None:
    """The days the weightiest set of compatible evidence allows, of several the first told; None without evidence.

    Every set of intervals with a common day has one at the start of one of them.
    """
    weighed = list(evidence)
    if not weighed:
        return None
    held = weight_by_day({(statement(e), e.allows): e for e in weighed}.values())
    day = max((e.allows.start for e in weighed), key=lambda start: held[start][0])
    return Interval(day, held[day][1])


def statement(evidence: Evidence) -> tuple[Sort, date | Interval]:
    """What a place tells: said again it does not weigh more, nor does another report on one period."""
    return evidence.sort, evidence.period.end if evidence.period else evidence.allows


def weight_by_day(evidence: Iterable[Evidence]) -> dict[date, tuple[int, date]]:
    """How much that evidence weighs which allows a day on which some begins, and the day its first ends."""
    held: dict[date, tuple[int, date]] = {}
    open_still: list[tuple[date, int, Evidence]] = []
    told: Counter[tuple[Sort, date | Interval]] = Counter()
    weight = 0
    for n, e in enumerate(sorted(evidence, key=lambda e: e.allows.start)):
        while open_still and open_still[0][0] < e.allows.start:
            over = heappop(open_still)[2]
            told[statement(over)] -= 1
            weight -= 0 if told[statement(over)] else over.weight
        weight += 0 if told[statement(e)] else e.weight
        told[statement(e)] += 1
        heappush(open_still, (e.allows.end, n, e))
        held[e.allows.start] = weight, open_still[0][0]
    return held


def conflicts(evidence: Sequence[Evidence], now: Interval | None) -> Iterator[Conflict]:
    """What lies after `now` and what lies before it, each with the evidence inside `now` that it contradicts.

    Hints alone accuse nobody and are accused by nobody.
    """
    if now is None:
        return
    for outside in (
        [e for e in evidence if e.allows.start > now.end],
        [e for e in evidence if e.allows.end < now.start],
    ):
        accused = [e for e in outside if e.weight >= PLAIN]
        if not accused:
            continue
        # What fits all that is accused lies between these two.
        first_end, last_start = min(e.allows.end for e in accused), max(e.allows.start for e in accused)
        fitting = [e for e in evidence if e.allows.meets(now)]
        inside = [e for e in fitting if e.allows.start > first_end or e.allows.end < last_start]
        if any(e.weight >= PLAIN for e in inside):
            yield Conflict(tuple(sorted(outside, key=place)), tuple(sorted(inside, key=place)), now)


def place(evidence: Evidence) -> Span:
    return evidence.span
