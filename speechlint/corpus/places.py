"""A place in one of many drafts."""

from __future__ import annotations

from dataclasses import dataclass

from speechlint.model import Document, Span


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """The draft's number among those compared, the line from 1, and the offsets from 0."""

    draft: int
    line: int
    start: int
    end: int


def place(draft: int, document: Document, span: Span) -> Place:
    return Place(draft, document.position(span.start).line, span.start, span.end)
