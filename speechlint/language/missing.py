"""Which member is missing: a draft that names the members of a count (A、B、C三项重点工作) and then lists one fewer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from speechlint.language.answers import Answer
from speechlint.language.claims import Claim
from speechlint.model import Document, Span

# A pair of characters in an item's own heading says more than one in its body.
IN_HEADING, IN_BODY = 100, 1
MOST_MEMBERS = 14


@dataclass(frozen=True, slots=True)
class Missing:
    """The member left out, and the claim beside which the draft names it."""

    member: Span
    claim: Claim


def missing_member(document: Document, answer: Answer, answers: Sequence[Answer]) -> Missing | None:
    """The one member named elsewhere that no item takes up, None when it cannot be told."""
    named = naming(document, answer, answers)
    if named is None or answer.series is None or len(named.members) != len(answer.members) + 1:
        return None
    if len(named.members) > MOST_MEMBERS:
        return None
    scores = [[score(document, member, item) for item in items_of(document, answer)] for member in named.members]
    left = unassigned(scores)
    alone = max(scores[left]) < IN_HEADING
    return Missing(named.members[left], named.claim) if alone else None


def naming(document: Document, answer: Answer, answers: Sequence[Answer]) -> Answer | None:
    """The same count with its members named in its own sentence."""
    phrase = bare(document, answer.claim)
    for other in answers:
        if other.series is None and other.holds and bare(document, other.claim) == phrase:
            return other
    return None


def bare(document: Document, claim: Claim) -> str:
    return re.sub("[“”‘’]", "", document.text_of(claim.span))


def items_of(document: Document, answer: Answer) -> list[tuple[str, str]]:
    """Heading and whole text of each item of the list; the last one ends with its block."""
    ends = [span.start for span in answer.members[1:]]
    ends.append(document.block_at(answer.members[-1].start).span.end)
    texts = [document.text[span.end : end] for span, end in zip(answer.members, ends, strict=True)]
    return [(re.split("[。，；,;\n]", text, maxsplit=1)[0], text) for text in texts]


def score(document: Document, member: Span, item: tuple[str, str]) -> int:
    """How well an item takes up a member: pairs of characters they share."""
    word = re.sub("[“”‘’]", "", document.text_of(member))
    pairs = {word[at : at + 2] for at in range(len(word) - 1)}
    heading, text = item
    return sum(IN_HEADING * (pair in heading) + IN_BODY * text.count(pair) for pair in pairs)


def unassigned(scores: list[list[int]]) -> int:
    """The member left over when every item is given the member that suits the whole best."""
    members = len(scores)

    @cache
    def best(item: int, taken: int) -> int:
        if item == len(scores[0]):
            return 0
        free = (member for member in range(members) if not taken >> member & 1)
        return max(scores[member][item] + best(item + 1, taken | 1 << member) for member in free)

    taken = 0
    for item in range(len(scores[0])):
        free = [member for member in range(members) if not taken >> member & 1]
        taken |= 1 << max(free, key=lambda m: scores[m][item] + best(item + 1, taken | 1 << m))
    return next(member for member in range(members) if not taken >> member & 1)
