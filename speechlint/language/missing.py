"""Which member is missing: a draft that names the members of a count (A、B、C三项重点工作) and then lists one fewer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechlint.language.answers import Answer
from speechlint.language.claims import Claim
from speechlint.language.echoes import IN_HEADING, scores, unassigned
from speechlint.model import Document, Span

MOST_MEMBERS = 14


def missing_member(document: Document, answer: Answer, answers: Sequence[Answer]) -> Span | None:
    """The one member named elsewhere that no item takes up, None when it cannot be told."""
    named = naming(document, answer, answers)
    if named is None or answer.series is None or len(named.members) != len(answer.members) + 1:
        return None
    if len(named.members) > MOST_MEMBERS:
        return None
    told = scores(document, named.members, answer.members)
    left = unassigned(told)
    alone = max(told[left]) < IN_HEADING
    return named.members[left] if alone else None


def naming(document: Document, answer: Answer, answers: Sequence[Answer]) -> Answer | None:
    """The same count with its members named in its own sentence."""
    phrase = bare(document, answer.claim)
    for other in answers:
        if other.series is None and other.holds and bare(document, other.claim) == phrase:
            return other
    return None


def bare(document: Document, claim: Claim) -> str:
    return re.sub("[“”‘’]", "", document.text_of(claim.span))
