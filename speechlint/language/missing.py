"""Which member is missing: a draft that names the members of a count (A、B、C三项重点工作) and then lists one fewer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from speechlint.language.answers import Answer
from speechlint.language.claims import Claim
from speechlint.language.echoes import IN_HEADING, scores, unassigned
from speechlint.model import Document, Span

MOST_MEMBERS = 14
QUOTES = re.compile("[“”‘’]")


def missing_members(document: Document, answers: Sequence[Answer]) -> list[tuple[Answer, Span | None]]:
    """Each answer that does not hold, with the one member named elsewhere that no item takes up, if it can be told."""
    wrong = [answer for answer in answers if not answer.holds]
    naming: dict[str, Answer] = {}
    for answer in answers if wrong else ():
        if answer.series is None and answer.holds:
            naming.setdefault(bare(document, answer.claim), answer)
    return [(answer, missing_member(document, answer, naming.get(bare(document, answer.claim)))) for answer in wrong]


def missing_member(document: Document, answer: Answer, named: Answer | None) -> Span | None:
    """The one member that no item takes up; `named` is the same count with its members named in its own sentence."""
    if named is None or answer.series is None or len(named.members) != len(answer.members) + 1:
        return None
    if len(named.members) > MOST_MEMBERS:
        return None
    told = scores(document, named.members, answer.members)
    left = unassigned(told)
    alone = max(told[left]) < IN_HEADING
    return named.members[left] if alone else None


def bare(document: Document, claim: Claim) -> str:
    return QUOTES.sub("", document.text_of(claim.span))
