"""Find every time expression of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.language.time_expressions import TimeExpression
from speechlint.language.time_grammar import GRAMMAR
from speechlint.language.time_readers import READERS
from speechlint.model import Span

# Trying an optional year at every character is what costs; these words are rare.
ESSENTIAL = {
    "date": "月",
    "months": "月",
    "month": "月",
    "front_months": "个月",
    "quarter": "季度",
    "half": "半年",
    "years": "年",
    "year": "年",
    "plan": "五",
    "edge": "年底",
}
# Longer than any expression.
REACH = 48


def time_expressions(text: str) -> tuple[TimeExpression, ...]:
    """Every expression in order; where two readings overlap, the longer one, then the earlier one."""
    found = [
        e for name, pattern in GRAMMAR for m in matches(name, pattern, text) if (e := READERS[name](m)) is not None
    ]
    kept: list[TimeExpression] = []
    for expression in sorted(found, key=lambda e: (e.span.start, -len(e.span))):
        if not kept or kept[-1].span.end <= expression.span.start:
            kept.append(expression)
        elif len(expression.span) > len(kept[-1].span):
            kept[-1] = expression
    return tuple(kept)


def matches(name: str, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of one pattern, looked for only around the words it cannot do without."""
    if name not in ESSENTIAL:
        yield from pattern.finditer(text)
        return
    for window in windows(text, ESSENTIAL[name]):
        yield from pattern.finditer(text, window.start, window.end)


def windows(text: str, word: str) -> Iterator[Span]:
    """Stretches around each occurrence of a word, joined where they touch."""
    start = end = -1
    at = text.find(word)
    while at >= 0:
        if at - REACH > end:
            if end >= 0:
                yield Span(start, end)
            start = max(0, at - REACH)
        end = min(len(text), at + REACH)
        at = text.find(word, at + 1)
    if end >= 0:
        yield Span(start, end)
