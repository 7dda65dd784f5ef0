"""How well the items of a list take up members named beforehand: pairs of characters they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from speechlint.model import Document, Span

# A pair of characters in an item's own heading says more than one in its body.
IN_HEADING, IN_BODY = 100, 1


def scores(document: Document, members: Sequence[Span], items: Sequence[Span]) -> list[list[int]]:
    """For each member, how well each item takes it up; `items` are the ordinals of one list."""
    told = items_of(document, items)
    return [[score(document, member, item) for item in told] for member in members]


def items_of(document: Document, items: Sequence[Span]) -> list[tuple[str, str]]:
    """Heading and whole text of each item of the list; the last one ends with its block."""
    ends = [span.start for span in items[1:]]
    ends.append(document.block_at(items[-1].start).span.end)
    texts = [document.text[span.end : end] for span, end in zip(items, ends, strict=True)]
    return [(re.split("[。，；,;\n]", text, maxsplit=1)[0], text) for text in texts]


def score(document: Document, member: Span, item: tuple[str, str]) -> int:
    """How well an item takes up a member: pairs of characters they share."""
    word = re.sub("[“”‘’]", "", document.text_of(member))
    pairs = {word[at : at + 2] for at in range(len(word) - 1)}
    heading, text = item
    return sum(IN_HEADING * (pair in heading) + IN_BODY * text.count(pair) for pair in pairs)


def taken_up(document: Document, members: Sequence[Span], items: Sequence[Span]) -> bool:
    """Whether nearly every item's heading names a member."""
    told = scores(document, members, items)
    named = [n for n in range(len(items)) if any(row[n] >= IN_HEADING for row in told)]
    return len(named) * 4 >= len(items) * 3


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
