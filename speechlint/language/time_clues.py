"""Every time clue of a draft in reading order: expressions and evidence in one row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from speechlint.language.evidence import Evidence, Voice
from speechlint.language.interval import Interval
from speechlint.language.setting import Setting
from speechlint.language.time_expressions import within
from speechlint.language.timeline import Timeline
from speechlint.language.voice import voice_of
from speechlint.model import Span


@dataclass(frozen=True, slots=True)
class TimeClue:
    """One clue: the days it speaks of, and, where it tells something, the days it leaves open for the speech.

    `interval` is None where the draft does not tell the year it would need. `conflicting` is true for a clue that
    takes part in a contradiction.
    """

    span: Span
    voice: Voice
    interval: Interval | None
    evidence: Evidence | None
    conflicting: bool


def time_clues(setting: Setting, timeline: Timeline) -> tuple[TimeClue, ...]:
    """All clues, in reading order; an expression inside a piece of evidence is told by the evidence."""
    accused = {e for conflict in (*timeline.years, *timeline.seasons) for e in (*conflict.against, *conflict.agreed)}
    clues = [
        TimeClue(e.span, e.voice, interval_within(setting, e.span), e, e in accused)
        for e in by_place(timeline.evidence, accused).values()
    ]
    told = {e.span.start for clue in clues for e in within(timeline.expressions, clue.span)}
    for expression in timeline.expressions:
        if expression.span.start not in told:
            voice = voice_of(expression, setting.document.text, setting.sentence(expression.span.start), timeline.year)
            clues.append(TimeClue(expression.span, voice, expression.interval(setting.this_year), None, False))
    return tuple(sorted(clues, key=lambda clue: clue.span))


def by_place(evidence: Sequence[Evidence], accused: set[Evidence]) -> dict[Span, Evidence]:
    """One piece of evidence a place: the one that takes part in a contradiction, else the weightiest."""
    ordered = sorted(evidence, key=lambda e: (e in accused, e.weight))
    return {e.span: e for e in ordered}


def interval_within(setting: Setting, span: Span) -> Interval | None:
    first = next(within(setting.expressions, span), None)
    return first.interval(setting.this_year) if first else None
