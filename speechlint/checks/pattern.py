"""Does a regular expression occur."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Scope, Span
from speechlint.scan import Scan, matches_in
from speechlint.spans import SpanSet


@kind(needs="find")
def pattern(
    analysis: Analysis,
    *,
    find: re.Pattern[str],
    better: str | None = None,
    unless: re.Pattern[str] | None = None,
    at: str | None = None,
    scope: Scope = "paragraph",
    usual: re.Pattern[str] | None = None,
    absent: re.Pattern[str] | None = None,
    once: bool = False,
) -> Iterator[Match]:
    """Yield every occurrence of `find`, or of its group `at`, that `unless` does not overlap.

    `^` and `$` are the ends of a paragraph. `better` is a replacement template (\\g<name>) for the reported place.
    With `usual`, a draft where that occurs less often than `find` follows a custom of its own and is left alone.
    With `absent`, a draft where that occurs at all is left alone: notes that are told below are no leftovers.
    With `once`, a draft is told of the first occurrence only.
    """
    if usual is not None and is_custom(find, usual, analysis.scan):
        return iter(())
    if absent is not None and any(analysis.scan.matches(absent, "document")):
        return iter(())
    return islice(occurrences(analysis, find, scope, unless, at, better), 1 if once else None)


def occurrences(
    analysis: Analysis,
    find: re.Pattern[str],
    scope: Scope,
    unless: re.Pattern[str] | None,
    at: str | None,
    better: str | None,
) -> Iterator[Match]:
    text = analysis.text
    for block, matches in analysis.scan.found(find, scope):
        others = matches_in(unless, text, block.span) if unless else ()
        excepted = SpanSet(Span(*other.span()) for other in others)
        for found in matches:
            span = Span(*found.span(at or 0))
            took_part = span.start >= 0
            if took_part and not excepted.touches(span):
                yield Match(span, captures(found), found.expand(better) if better is not None else None)


def is_custom(find: re.Pattern[str], usual: re.Pattern[str], scan: Scan) -> bool:
    """Whether a draft holds more of what is looked for than of what is usual."""
    count = sum(1 for _ in scan.matches(find, "document"))
    return count > 0 and sum(1 for _ in islice(scan.matches(usual, "document"), count)) < count


def captures(found: re.Match[str]) -> dict[str, str]:
    return {name: text or "" for name, text in found.groupdict().items()}
