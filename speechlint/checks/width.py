"""Is half-width mixed with full-width, against the draft's own majority."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Severity, Span
from speechlint.spans import SpanSet

When = Literal["majority", "minority", "either"]

# A half-width mark is a fault only beside Chinese: 3,000, 10:30 and f(x) keep theirs.
CHINESE = "一-鿿〇“”‘’《》〈〉（）【】、，。；：？！…—"

# How many places a summary points at.
SHOWN = 8


@kind("count", "half", "full", "total")
def width(
    analysis: Analysis,
    *,
    half: str,
    full: str,
    when: When = "minority",
    at_least: int = 1,
    unless: re.Pattern[str] | None = None,
) -> Iterator[Match]:
    """Yield what disagrees with the draft's own style: one summary, or the marks that are few.

    `half` and `full` are marks that answer each other one to one. With `when: majority` a draft mostly in half width
    yields one match at the first mark; with `when: minority` a draft mostly in full width yields its half-width marks,
    the first at the rule's severity with the others related, the rest as advice; `either` yields the one summary.
    """
    few = list(half_width(analysis, half, unless))
    if len(few) < at_least:
        return
    many = count_of(analysis.text, full)
    if when not in ("majority" if len(few) > many else "minority", "either"):
        return
    counts = {"count": str(len(few)), "half": str(len(few)), "full": str(many), "total": str(len(few) + many)}
    related = tuple(Clue(span) for span in few[1 : SHOWN + 1])
    for number, span in enumerate(few if when == "minority" else few[:1]):
        better = full[half.index(analysis.text[span.start])] if when == "minority" else None
        first = number == 0
        yield Match(span, counts, better, related=related if first else (), severity=None if first else Severity.INFO)


def is_mostly_half(analysis: Analysis, half: str, full: str, unless: re.Pattern[str] | None) -> bool:
    """Whether half width is the draft's own style, by the same count that `width` goes by."""
    return sum(1 for _ in half_width(analysis, half, unless)) > count_of(analysis.text, full)


def count_of(text: str, marks: str) -> int:
    return sum(text.count(mark) for mark in set(marks))


def half_width(analysis: Analysis, half: str, unless: re.Pattern[str] | None) -> Iterator[Span]:
    """Every half-width mark that touches Chinese, is no part of a number, and lies outside `unless`."""
    mark = half_mark(half)
    for block in analysis.scan.blocks(mark):
        text = analysis.document.text_of(block)
        marks = [found.span() for found in mark.finditer(text)]
        others = unless.finditer(text) if unless and marks else ()
        excepted = SpanSet(Span(*other.span()) for other in others if other.group())
        for start, end in marks:
            if not excepted.touches(Span(start, end)):
                yield Span(block.span.start + start, block.span.start + end)


@cache
def half_mark(half: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=[{CHINESE}])[{re.escape(half)}]|[{re.escape(half)}](?=[{CHINESE}]))")
