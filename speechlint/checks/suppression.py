"""Is a suppression marker there; the linter's caller drops the matches of those that silence something."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.kinds import Match, kind
from speechlint.model import Document


@kind(reads_inert=True)
def suppression(document: Document) -> Iterator[Match]:
    """Yield the place of every suppression."""
    for marker in document.suppressions:
        yield Match(marker.span)
