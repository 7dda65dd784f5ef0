"""The draft's own “now”: every piece of evidence, the days most of it allows, and what cannot be true together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from speechlint.language.evidence import Evidence, Sort
from speechlint.language.interval import Interval
from speechlint.language.season_evidence import season_evidence
from speechlint.language.setting import Setting
from speechlint.language.time_expressions import TimeExpression
from speechlint.language.year_evidence import year_evidence
from speechlint.model import Document, Span
from speechlint.scan import matches

# A collection of model texts (篇一, 篇二) has no one day.
COMPILED = re.compile(
    r"^[ 　]*[【（(\[]?(?:第[一二三四五六七八九十0-9]{1,3}篇|篇[一二三四五六七八九十0-9]{1,3})", re.MULTILINE
)
# Where a draft does not tell its own year, any common year serves that no draft writes.
NOMINAL_YEAR = 2097
# The least weight of a statement that may accuse another.
PLAIN = 2
# Days within which a draft counts as dated.
NARROW = 60


@dataclass(frozen=True, slots=True)
class Conflict:
    """Evidence on two sides that no day satisfies: `against` lies outside `now`, `agreed` inside."""

    against: tuple[Evidence, ...]
    agreed: tuple[Evidence, ...]
    now: Interval


@dataclass(frozen=True, slots=True)
class Timeline:
    """What a draft says about time.

    `now` are the days the draft may be spoken on, None when nothing tells; `year` is its year, None when unknown.
    """

    expressions: tuple[TimeExpression, ...]
    evidence: tuple[Evidence, ...]
    now: Interval | None
    year: int | None
    years: tuple[Conflict, ...]
    seasons: tuple[Conflict, ...]


def read_timeline(document: Document, sentences: Sequence[Span], expressions: tuple[TimeExpression, ...]) -> Timeline:
    """Weigh all evidence: first the year, then the time of that year."""
    if len(list(matches(COMPILED, document.text))) > 1:
        return Timeline(expressions, (), None, None, (), ())
    yearly = tuple(year_evidence(document, expressions))
    year_now = agreement(yearly)
    year = the_year(yearly, year_now)
    early = year_now is not None and year_now.days <= NARROW and year_now.end.month <= 3 and year_now.end.year == year
    setting = Setting(document, sentences, expressions, year or NOMINAL_YEAR, year is not None, early)
    seasonal = tuple(season_evidence(setting))
    dated = [e for e in yearly if e.sort in (Sort.SUBTITLE, Sort.POSTING) and year_now and e.allows.meets(year_now)]
    season_now = agreement((*dated, *seasonal))
    now = narrowed(season_now, year_now)
    return Timeline(
        expressions,
        tuple(sorted((*yearly, *seasonal), key=lambda e: e.span)),
        now if year else None,
        year,
        tuple(conflicts(yearly, year_now)),
        tuple(conflicts((*seasonal, *dated), season_now)),
    )


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
    """The days the weightiest set of compatible evidence allows; None without evidence.

    Every set of intervals with a common day has one at the start of one of them.
    """
    weighed = list(evidence)
    best: tuple[int, Interval] | None = None
    for candidate in weighed:
        day = candidate.allows.start
        holding = [e for e in weighed if day in e.allows]
        weight = sum(weights(holding))
        if best is None or weight > best[0]:
            best = weight, Interval(day, min(e.allows.end for e in holding))
    return best[1] if best else None


def weights(evidence: Iterable[Evidence]) -> Iterable[int]:
    """One weight for each way of telling: a statement repeated does not weigh more, nor a report on one period."""
    told = {(e.sort, e.period.end if e.period else e.allows): e.weight for e in evidence}
    return told.values()


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
        inside = [e for e in evidence if e.allows.meets(now) and any(not e.allows.meets(a.allows) for a in accused)]
        if accused and any(e.weight >= PLAIN for e in inside):
            yield Conflict(tuple(sorted(outside, key=place)), tuple(sorted(inside, key=place)), now)


def place(evidence: Evidence) -> Span:
    return evidence.span
