"""Does a regular expression occur."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.checks.kinds import Match, kind
from speechlint.model import Document, Scope, Span
from speechlint.spans import SpanSet


@kind()
def pattern(
    document: Document,
    *,
    find: re.Pattern[str],
    better: str | None = None,
    unless: re.Pattern[str] | None = None,
    at: str | None = None,
    scope: Scope = "paragraph",
    usual: re.Pattern[str] | None = None,
    once: bool = False,
) -> Iterator[Match]:
    """Yield every occurrence of `find`, or of its group `at`, that `unless` does not overlap.

    `^` and `$` are the ends of a paragraph. `better` is a replacement template (\\g<name>) for the reported place.
    With `usual`, a draft where that occurs less often than `find` follows a custom of its own and is left alone.
    With `once`, a draft is told of the first occurrence only.
    """
    if usual is not None and count(usual, document) < count(find, document):
        return
    for block in document.blocks_in(scope):
        excepted = SpanSet(Span(*m.span()) for m in occurrences(unless, document.text, block.span))
        for found in occurrences(find, document.text, block.span):
            span = Span(*found.span(at or 0))
            took_part = span.start >= 0
            if took_part and not excepted.touches(span):
                yield Match(span, captures(found), found.expand(better) if better is not None else None)
                if once:
                    return


def occurrences(regex: re.Pattern[str] | None, text: str, span: Span) -> Iterator[re.Match[str]]:
    if regex is not None:
        yield from regex.finditer(text, span.start, span.end)


def count(regex: re.Pattern[str], document: Document) -> int:
    return sum(1 for _ in occurrences(regex, document.text, Span(0, len(document.text))))


def captures(found: re.Match[str]) -> dict[str, str]:
    return {name: text or "" for name, text in found.groupdict().items()}
