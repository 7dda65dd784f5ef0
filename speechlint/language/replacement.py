"""One term put for another throughout a draft: 一季度 made 前三季度 in a speech of June."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from speechlint.language.evidence import Sort
from speechlint.language.time_expressions import TimeExpression, around
from speechlint.language.timeline import Conflict, Timeline
from speechlint.model import Span

# The periods whose figures a meeting is held about, with the last day of each.
PERIODS = {"一季度": (3, 31), "上半年": (6, 30), "前三季度": (9, 30)}
PUBLISHED_AFTER = timedelta(8)


def replaced_period(conflict: Conflict) -> str | None:
    """The one period that would make the reports on the accused side fit the rest, or None.

    Asked only where several places report on the same period: a single slip is no replacement.
    """
    reports = [e for e in conflict.against if e.sort is Sort.REPORTED]
    if len(reports) < 2 or len(reports) < len([e for e in conflict.against if e.weight > 1]):
        return None
    if len({e.period.end for e in reports if e.period}) > 1:
        return None
    year = reports[0].allows.start.year
    fitting = [name for name, end in PERIODS.items() if date(year, *end) + PUBLISHED_AFTER <= conflict.now.end]
    return fitting[0] if len(fitting) == 1 else None


def further_mentions(timeline: Timeline, conflict: Conflict) -> list[TimeExpression]:
    """Every other quarter of the draft's own year: the replacement touched them, or they show it."""
    quarters = [e for e in timeline.expressions if e.kind == "quarter" and not e.year.number]
    told = {e.span.start for span in told_in(conflict) for e in around(quarters, span) if span.overlaps(e.span)}
    return [e for e in quarters if e.span.start not in told]


def told_in(conflict: Conflict) -> Iterator[Span]:
    return (e.span for e in (*conflict.against, *conflict.agreed))
