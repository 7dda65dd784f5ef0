"""Is a date or a time of day possible, is a weekday, festival, anniversary or plan in its year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.calendar_faults import (
    Fault,
    impossible_dates,
    impossible_months,
    impossible_times,
    reversed_years,
    wrong_festivals,
    wrong_weekdays,
)
from speechlint.language.lifetimes import dated_by
from speechlint.language.timeline import PLAIN
from speechlint.language.year_faults import wrong_anniversaries, wrong_plan_years
from speechlint.model import Severity

Question = Literal["date", "month", "time", "weekday", "festival", "range", "anniversary", "plan"]


@kind("expected", "said")
def calendar(analysis: Analysis, *, question: Question) -> Iterator[Match]:
    """Yield every place the calendar contradicts; {expected} is what it says instead, {said} what the draft says.

    A weekday beside a date without a year is judged by the year the draft tells, as a warning.
    """
    for fault in faults(analysis, question):
        yield Match(fault.span, {"expected": fault.expected, "said": fault.said}, fault.better)
    if question == "weekday":
        yield from weekdays_of_the_year(analysis)


def faults(analysis: Analysis, question: Question) -> Iterator[Fault]:
    text = analysis.text
    match question:
        case "date":
            yield from impossible_dates(text, analysis.timeline.year)
        case "month":
            yield from impossible_months(text)
        case "time":
            yield from impossible_times(text)
        case "weekday":
            yield from wrong_weekdays(text)
        case "festival":
            yield from wrong_festivals(text)
        case "range":
            yield from reversed_years(text)
        case "anniversary":
            yield from wrong_anniversaries(text)
        case "plan":
            yield from wrong_plan_years(text, analysis.time_expressions)


def weekdays_of_the_year(analysis: Analysis) -> Iterator[Match]:
    line = analysis.timeline
    told = [e for e in dated_by(line) if e.allows.start.year == e.allows.end.year == line.year]
    # Where years clash, only a dated subtitle settles which is the draft's own.
    if line.year is None or not told or (line.years and not any(e.weight > PLAIN for e in told)):
        return
    for fault in wrong_weekdays(analysis.text, line.year):
        fields = {"expected": fault.expected, "said": fault.said}
        related = (Clue(told[0].span),)
        yield Match(fault.span, fields, fault.better, related=related, severity=Severity.WARNING)
