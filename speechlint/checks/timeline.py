"""Can all the time evidence in one draft be true at one moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.date_wording import days_in_words
from speechlint.language.evidence import Evidence, Sort, Voice
from speechlint.language.replacement import further_mentions, replaced_period
from speechlint.language.sequence_of_periods import later_first
from speechlint.language.timeline import Conflict
from speechlint.model import Severity, Span

YEAR = 366
NO_DAYS = {"days": "", "iso_days": ""}

Question = Literal["years", "seasons", "replaced", "order", "posting"]


@kind("other", "was", "count", "days", "iso_days", sets_severity=True)
def timeline(analysis: Analysis, *, question: Question) -> Iterator[Match]:
    """Yield one match for each contradiction, every place that takes part in it related.

    {other} is the weightiest place that contradicts {found}, {count} the number of places on both sides, {was} the
    period that was replaced; {days} (5月3日至21日) and {iso_days} (05-03—05-21) the days the place leaves open for the
    speech, in brackets, and empty for a related place that leaves none.
    """
    line = analysis.timeline
    if question == "posting":
        yield from posted_too_early(analysis)
        return
    if question == "order":
        if not any(replaced_period(conflict) for conflict in line.seasons):
            yield from reversed_quarters(analysis)
        return
    for conflict in line.years if question == "years" else line.seasons:
        was = replaced_period(conflict) if question != "years" else None
        if question == "years" or (was is not None) == (question == "replaced"):
            mentions = [e.span for e in further_mentions(line, conflict)] if was else []
            yield match_of(analysis, conflict, was or "", mentions)


def reversed_quarters(analysis: Analysis) -> Iterator[Match]:
    for earlier, later in later_first(analysis.text, analysis.time_expressions):
        fields = {"other": analysis.document.text_of(later), "was": "", "count": "2", **NO_DAYS}
        yield Match(Span(earlier.start, later.end), fields)


def posted_too_early(analysis: Analysis) -> Iterator[Match]:
    """Periods reported on that were not over when the page went up; nothing where they contradict the draft itself."""
    line = analysis.timeline
    accused = {e for conflict in line.seasons for e in conflict.against}
    posts = [e for e in line.evidence if e.sort is Sort.POSTING and e.allows.end.year == line.year]
    for post in posts[:1]:
        reports = [e for e in line.evidence if e.sort is Sort.REPORTED and e.allows.start > post.allows.end]
        for first in [e for e in reports if e not in accused][:1]:
            fields = {"other": bare(analysis, post.span), "was": "", "count": "2", **days_of(first, True)}
            yield Match(first.span, fields, related=(Clue(post.span, NO_DAYS),))


def match_of(analysis: Analysis, conflict: Conflict, was: str, mentions: Iterable[Span]) -> Match:
    first, *rest = conflict.against
    known = analysis.timeline.year is not None
    others = [e for e in (*conflict.agreed, *rest) if e.span != first.span]
    clues = [Clue(e.span, {**days_of(e, known), "text": bare(analysis, e.span)}) for e in others]
    clues += [Clue(span, NO_DAYS) for span in mentions]
    fields = {
        "found": bare(analysis, first.span),
        "other": bare(analysis, max(conflict.agreed, key=lambda e: e.weight).span),
        "was": was,
        "count": str(len(clues) + 1),
        **days_of(first, known),
    }
    return Match(first.span, fields, related=tuple(clues), severity=severity_of(analysis, conflict))


def apart(evidence: Evidence, conflict: Conflict) -> int:
    """The days between what one piece of evidence allows and the rest; none for what repeats with the seasons."""
    if evidence.sort not in (Sort.THIS_YEAR, Sort.TITLE, Sort.SUBTITLE):
        return 0
    before, after = conflict.now.start - evidence.allows.end, evidence.allows.start - conflict.now.end
    return max(before, after).days


def bare(analysis: Analysis, span: Span) -> str:
    """The words without quotation marks around all of them: the message sets its own."""
    text = analysis.document.text_of(span)
    inner = text.strip('“”"‘’')
    return inner if not set(inner) & set("“”") else text


def days_of(evidence: Evidence, year_known: bool) -> dict[str, str]:
    """The days it leaves open, with the year where the draft tells it: for a Chinese reader, and in figures."""
    days = evidence.allows
    form = "%Y-%m-%d" if year_known else "%m-%d"
    figures = "—".join(dict.fromkeys((days.start.strftime(form), days.end.strftime(form))))
    return {"days": f"（{days_in_words(days, year_known=year_known)}）", "iso_days": f"({figures})"}


def severity_of(analysis: Analysis, conflict: Conflict) -> Severity:
    """An error only where two different present-tense statements stand against what is accused, or a year lies between.

    今年是建党100周年 in a speech of 2025 is wrong by arithmetic alone.
    """
    if all(apart(e, conflict) > YEAR for e in conflict.against if e.weight > 1):
        return Severity.ERROR
    told = {analysis.document.text_of(e.span) for e in conflict.agreed if e.voice is Voice.PRESENT and e.weight > 1}
    return Severity.ERROR if len(told) > 1 else Severity.WARNING
