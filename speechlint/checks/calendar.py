"""Is a date possible, a time of day, a weekday, a festival's date, the order of a range."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from speechlint.checks.kinds import Match, kind
from speechlint.language.calendar_faults import (
    Fault,
    impossible_dates,
    impossible_times,
    reversed_years,
    wrong_festivals,
    wrong_weekdays,
)
from speechlint.model import Document

Question = Literal["date", "time", "weekday", "festival", "range"]

FAULTS: dict[Question, Callable[[str], Iterator[Fault]]] = {
    "date": impossible_dates,
    "time": impossible_times,
    "weekday": wrong_weekdays,
    "festival": wrong_festivals,
    "range": reversed_years,
}


@kind("expected")
def calendar(document: Document, *, question: Question) -> Iterator[Match]:
    """Yield every place the calendar contradicts; {expected} is what the calendar says instead."""
    for fault in FAULTS[question](document.text):
        yield Match(fault.span, {"expected": fault.expected}, fault.better)
