"""A set of disjoint spans that answers “is this place taken?” in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from speechlint.model import Span


class SpanSet:
    """Disjoint spans in order; spans that overlap or stand side by side are merged as they are added.

    An empty span is a place between characters; as a member it takes the character after it.
    """

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        start, end = span.start, max(span.end, span.start + 1)
        first, last = bisect_left(self._ends, start), bisect_right(self._starts, end)
        if first < last:
            start, end = min(start, self._starts[first]), max(end, self._ends[last - 1])
        self._starts[first:last] = [start]
        self._ends[first:last] = [end]

    def touches(self, span: Span) -> bool:
        """Whether the set holds any character of this span (of an empty one, the character after it)."""
        index = bisect_right(self._ends, span.start)
        return index < len(self._ends) and self._starts[index] < max(span.end, span.start + 1)

    def covers(self, span: Span) -> bool:
        """Whether the set holds every character of this span (of an empty one, those on both sides)."""
        index = bisect_right(self._ends, span.start)
        if index == len(self._ends):
            return False
        start = self._starts[index] if len(span) else self._starts[index] + 1
        return start <= span.start and span.end <= self._ends[index]
