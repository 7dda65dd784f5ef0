"""Does a real name stand beside masked ones: “谭县长” in a draft that writes “X县长” elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.model import Document, Span

FEWEST = 3
"""Fewer marks are slips of a draft that hides nothing."""


@kind()
def leak(
    document: Document,
    *,
    find: re.Pattern[str],
    marks: re.Pattern[str],
    kin: re.Pattern[str],
    unless: re.Pattern[str] | None = None,
) -> Iterator[Match]:
    """Yield every distinct text of the group `name` of `find`, once, in a draft that masks its like elsewhere."""
    if not masked(document, marks, kin):
        return
    excepted = [Span(*found.span()) for found in unless.finditer(document.text)] if unless else []
    spans = (Span(*found.span("name")) for found in find.finditer(document.text))
    yield from once_each(document, (span for span in spans if not any(span.overlaps(other) for other in excepted)))


def masked(document: Document, marks: re.Pattern[str], kin: re.Pattern[str]) -> bool:
    """Whether the draft hides things, and things of this kind."""
    number = sum(1 for _ in marks.finditer(document.text))
    return number >= FEWEST and kin.search(document.text) is not None


def once_each(document: Document, spans: Iterable[Span]) -> Iterator[Match]:
    """One match for each distinct text, at its first place, related to its others."""
    places: dict[str, list[Span]] = {}
    for span in spans:
        places.setdefault(document.text_of(span), []).append(span)
    for first, *others in places.values():
        yield Match(first, related=tuple(Clue(span) for span in others))
