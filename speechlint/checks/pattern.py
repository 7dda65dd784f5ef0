"""Does a regular expression occur."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.checks.kinds import Match, kind
from speechlint.model import Document, Scope, Span


@kind()
def pattern(
    document: Document,
    *,
    find: re.Pattern[str],
    better: str | None = None,
    unless: re.Pattern[str] | None = None,
    at: str | None = None,
    scope: Scope = "paragraph",
) -> Iterator[Match]:
    """Yield every occurrence of `find`, or of its group `at`, that `unless` does not overlap.

    `better` is a replacement template (\\g<name>) for the reported place.
    """
    for block in document.blocks_in(scope):
        excepted = [Span(*m.span()) for m in unless.finditer(document.text, *bounds(block.span))] if unless else []
        for found in find.finditer(document.text, *bounds(block.span)):
            span = Span(*found.span(at or 0))
            if not any(other.overlaps(span) for other in excepted):
                yield Match(span, captures(found), found.expand(better) if better is not None else None)


def bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def captures(found: re.Match[str]) -> dict[str, str]:
    return {name: text or "" for name, text in found.groupdict().items()}
