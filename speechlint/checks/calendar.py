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
    wrong_weekdays,
)
from speechlint.language.festivals import wrong_festivals, wrong_festivals_of_the_year
from speechlint.language.lifetimes import dated_by
from speechlint.language.period_faults import wrong_months, wrong_school_years
from speechlint.language.timeline import PLAIN
from speechlint.language.year_faults import wrong_anniversaries, wrong_plan_years
from speechlint.model import Severity

Question = Literal[
    "date", "month", "time", "weekday", "festival", "range", "anniversary", "plan", "months", "school-year"
]


@kind("expected", "said", sets_severity=True)
def calendar(analysis: Analysis, *, question: Question) -> Iterator[Match]:
    """Yield every place the calendar contradicts; {expected} is what it says instead, {said} what the draft says.

    A weekday or a lunar festival beside a date without a year is judged by the year the draft tells, as a warning.
    """
    for fault in faults(analysis, question):
        yield Match(fault.span, fields_of(analysis, fault), fault.better)
    if question in ("weekday", "festival"):
        yield from faults_of_the_year(analysis, question)


def faults(analysis: Analysis, question: Question) -> Iterator[Fault]:
    text = analysis.text
    match question:
        case "date":
            yield from impossible_dates(analysis.openings, analysis.written_dates, analysis.timeline.year)
        case "month":
            yield from impossible_months(analysis.openings, analysis.written_dates)
        case "time":
            yield from impossible_times(text)
        case "weekday":
            yield from wrong_weekdays(text)
        case "festival":
            yield from wrong_festivals(text)
        case "range":
            yield from reversed_years(analysis.openings)
        case "anniversary":
            yield from wrong_anniversaries(text, analysis.marks)
        case "months":
            yield from wrong_months(text, analysis.time_expressions)
        case "school-year":
            yield from wrong_school_years(text)
        case "plan":
            yield from wrong_plan_years(text, analysis.time_expressions)


def faults_of_the_year(analysis: Analysis, question: Question) -> Iterator[Match]:
    line = analysis.timeline
    told = [e for e in dated_by(line) if line.year in (e.year, *({e.allows.start.year} & {e.allows.end.year}))]
    # Where years clash, only a dated subtitle settles which is the draft's own.
    if line.year is None or not told or (line.years and not any(e.weight > PLAIN for e in told)):
        return
    if question == "weekday":
        wrong = wrong_weekdays(analysis.text, line.year)
    else:
        wrong = wrong_festivals_of_the_year(analysis.setting)
    for fault in wrong:
        related = (Clue(told[0].span),)
        fields = fields_of(analysis, fault)
        yield Match(fault.span, fields, fault.better, related=related, severity=Severity.WARNING)


def fields_of(analysis: Analysis, fault: Fault) -> dict[str, str]:
    """What fills the message; a bracket that opens at fault is closed in {found}: 6月10日（周四）."""
    found = analysis.document.text_of(fault.span)
    closing = "）" if found.count("（") > found.count("）") else ")" if found.count("(") > found.count(")") else ""
    return {"found": found + closing, "expected": fault.expected, "said": fault.said}
