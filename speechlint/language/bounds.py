"""Where the stretch of text between two marks begins and ends around a place.

A stretch is looked for no further than `reach`: none that is written is longer, and what is not written may be endless.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from speechlint.model import Span


class Bounds:
    """Marks that part a text from one another, as a regular expression's set holds them."""

    def __init__(self, marks: str, reach: int = 1000) -> None:
        self.marks, self.reach = marks, reach
        self._before = re.compile(f"(?s:.*)[{marks}]")
        self._after = re.compile(f"[{marks}]")

    def before(self, text: str, at: int) -> int:
        """Where the stretch that holds the characters before a place begins."""
        least = max(at - self.reach, 0)
        mark = self._before.match(text, least, at)
        return mark.end() if mark else least

    def after(self, text: str, at: int) -> int:
        """Where the stretch that goes on from a place ends, before its mark."""
        most = min(at + self.reach, len(text))
        mark = self._after.search(text, at, most)
        return mark.start() if mark else most

    def around(self, text: str, span: Span) -> Span:
        return Span(self.before(text, span.start), self.after(text, span.end))


SENTENCE = Bounds(r"。；！\n")
CLAUSES = Bounds(r"。；\n")
PHRASES = Bounds(r"，。；：！？、\n")


def matches_around(
    pattern: re.Pattern[str], text: str, places: Iterable[int], bounds: Bounds
) -> Iterator[re.Match[str]]:
    """Yield the matches of a regex in each stretch that holds one of the places; none crosses a mark."""
    end = -1
    for at in sorted(places):
        if at > end:
            start, end = max(bounds.before(text, at), end + 1), bounds.after(text, at)
            # The mark itself may be looked at.
            yield from pattern.finditer(text, start, end + 1)
