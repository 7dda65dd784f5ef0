"""Does a stated count (讲四点意见, 八项重点工作, A、B、C五项指标) match what is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.answers import Answer
from speechlint.model import Document, Span

By = Literal["list", "named", "enumeration", "back"]


@kind("count", "counted", "missing")
def claim(analysis: Analysis, *, by: By) -> Iterator[Match]:
    """Yield every stated count that is not borne out; each thing counted is related.

    `list`: a list has more or fewer items; `named`: one fewer than members the draft names elsewhere, and it is known
    which; `enumeration`: the sentence itself names more or fewer members; `back`: the list before it has more or fewer.
    """
    for answer, missing in analysis.wrong_answers:
        if way(answer, missing) == by:
            yield match_of(analysis.document, answer, missing)


def way(answer: Answer, missing: Span | None) -> By:
    if answer.back:
        return "back"
    return "enumeration" if answer.series is None else "named" if missing else "list"


def match_of(document: Document, answer: Answer, missing: Span | None) -> Match:
    places = [Clue(missing)] if missing else []
    fields = {"count": str(answer.claim.count), "counted": str(len(answer.members))}
    fields["missing"] = document.text_of(missing) if missing else ""
    return Match(answer.claim.span, fields, related=(*places, *map(Clue, answer.members)))
