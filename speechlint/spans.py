"""A set of disjoint spans that answers “is this place taken?” in logarithmic time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from speechlint.model import Span


class SpanSet:
    """Disjoint spans in order; spans that overlap are merged as they are added."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans: list[Span] = []
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        first, last = self._touched(span)
        if first < last:
            span = Span(min(span.start, self._spans[first].start), max(span.end, self._spans[last - 1].end))
        self._spans[first:last] = [span]

    def touches(self, span: Span) -> bool:
        """Whether any span of the set shares a character with this one (an empty one counts as one character)."""
        first, last = self._touched(span)
        return first < last

    def covers(self, span: Span) -> bool:
        """Whether one span of the set holds all of this one."""
        first, last = self._touched(span)
        return last - first == 1 and self._spans[first].covers(span)

    def _touched(self, span: Span) -> tuple[int, int]:
        last = bisect_right(self._spans, max(span.end, span.start + 1) - 1, key=lambda other: other.start)
        first = last
        while first > 0 and self._spans[first - 1].overlaps(span):
            first -= 1
        return first, last
