"""What an office program left in a file: other people's comments, tracked changes, hidden text, authors, watermarks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.model import Document, TraceKind

MOST_NAMED = 3
MOST_SHOWN = 20


@kind("count", "detail", "names", "names_en", reads_inert=True)
def trace(
    document: Document,
    *,
    of: TraceKind,
    each: bool = False,
    like: re.Pattern[str] | None = None,
    unlike: re.Pattern[str] | None = None,
) -> Iterator[Match]:
    """Yield the first trace of a kind for them all, or `each`; its detail must hold `like` and not `unlike`.

    {names} and {names_en} are the details in brackets, empty where there are none.
    """
    found = [
        trace
        for trace in document.traces
        if trace.kind is of
        and (like is None or like.search(trace.detail))
        and not (unlike and unlike.search(trace.detail))
    ]
    for first in found if each else found[:1]:
        meant = [first] if each else found
        details = list(dict.fromkeys(trace.detail for trace in meant if trace.detail))
        named = "、".join(details[:MOST_NAMED]) + ("等" if len(details) > MOST_NAMED else "")
        clues = tuple(Clue(trace.span) for trace in meant[1:MOST_SHOWN] if trace.span)
        fields = {"detail": named, "names": f"（{named}）" if named else "", "names_en": f" ({named})" if named else ""}
        yield Match(first.span, {"count": str(len(meant)), **fields}, related=clues)
