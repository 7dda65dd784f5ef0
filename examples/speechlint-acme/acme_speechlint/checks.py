"""A kind of check of our own: is a phrase used more often than a draft can bear."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.kinds import Match, kind
from speechlint.model import Document, Span


@kind("count", "most")
def overused(document: Document, *, phrase: str, most: int) -> Iterator[Match]:
    """Yield every use of `phrase` beyond the first `most`."""
    count = 0
    at = document.text.find(phrase)
    while at >= 0:
        count += 1
        if count > most:
            yield Match(Span(at, at + len(phrase)), {"count": str(count), "most": str(most)})
        at = document.text.find(phrase, at + len(phrase))
