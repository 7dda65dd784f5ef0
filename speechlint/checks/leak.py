"""Does a real name stand beside masked ones: “谭县长” in a draft that writes “X县长” elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Document, Span
from speechlint.spans import SpanSet

FEWEST = 3
"""Fewer marks are slips of a draft that hides nothing."""


@kind()
def leak(
    analysis: Analysis,
    *,
    find: re.Pattern[str],
    marks: re.Pattern[str],
    kin: re.Pattern[str],
    unless: re.Pattern[str] | None = None,
) -> Iterator[Match]:
    """Yield every distinct text of the group `name` of `find`, once, in a draft that masks its like elsewhere."""
    scan = analysis.scan
    if not masked(analysis, marks, kin):
        return
    spans = [Span(*found.span("name")) for found in scan.matches(find, "document")]
    others = scan.matches(unless, "document") if unless and spans else ()
    excepted = SpanSet(Span(*other.span()) for other in others)
    yield from once_each(analysis.document, (span for span in spans if not excepted.touches(span)))


def masked(analysis: Analysis, marks: re.Pattern[str], kin: re.Pattern[str]) -> bool:
    """Whether the draft hides things, and things of this kind."""
    return analysis.once(hiding(marks)) and any(analysis.scan.matches(kin, "document"))


@cache
def hiding(marks: re.Pattern[str]) -> Callable[[Analysis], bool]:
    """Whether a draft hides things, which several rules ask with the same marks."""
    return lambda analysis: len([*islice(analysis.scan.matches(marks, "document"), FEWEST)]) == FEWEST


def once_each(document: Document, spans: Iterable[Span]) -> Iterator[Match]:
    """One match for each distinct text, at its first place, related to its others."""
    places: dict[str, list[Span]] = {}
    for span in spans:
        places.setdefault(document.text_of(span), []).append(span)
    for first, *others in places.values():
        yield Match(first, related=tuple(Clue(span) for span in others))
