"""The literals a regular expression cannot match without: where none of them stands, it need not be tried.

Read off the expression's own parse tree, in the way of RE2's prefilters: the strings a part matches exactly, joined
as long as they stay few, and of all parts the one whose strings are rarest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any

from speechlint.regex_tree import Node, tree

Strings = frozenset[str]

MOST_STRINGS = 80
MOST_CHARACTERS = 24
EMPTY: Strings = frozenset({""})
LONGEST_RUN = 4
RARE = 10.0
COMMON = frozenset(
    "的一是不了在人有我他这中大来上个国和地到以说时要就出会可也年生能而于发成作工展为行设建经全业面政民产动"
    "、，。；：“”0123456789"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an expression: all strings it matches, if they are few, and strings one of which it must hold."""

    exact: Strings | None
    needs: Strings | None


ANYTHING = Part(None, None)
NOTHING = Part(EMPTY, None)


def required_literals(pattern: re.Pattern[str]) -> Strings | None:
    """Strings of which every match holds at least one; None when there is no telling."""
    if pattern.flags & re.IGNORECASE:
        return None
    required = needed(sequence(tree(pattern)))
    return None if required is None else shortest(required)


def sequence(nodes: Iterable[Node]) -> Part:
    """Parts that follow one another: neighbours matched exactly are joined while their strings stay few."""
    run: Strings = EMPTY
    exact = True
    needs: list[Strings | None] = []
    for node in nodes:
        part = part_of(*node)
        needs.append(part.needs)
        if part.exact is not None and len(run) * len(part.exact) <= MOST_STRINGS:
            run = frozenset(a + b for a in run for b in part.exact)
            continue
        exact = False
        needs.append(run)
        run = part.exact if part.exact is not None else EMPTY
    needs.append(run)
    return Part(run if exact else None, rarest(needs))


def part_of(op: object, value: Any) -> Part:
    match op, value:
        case sre.LITERAL, int(code):
            return Part(frozenset({chr(code)}), None)
        case sre.IN, list(members):
            return one_of(characters(members))
        case sre.BRANCH, (_, list(branches)):
            return either([sequence(branch) for branch in branches])
        case sre.SUBPATTERN, (_, flags, _, inner):
            return ANYTHING if flags & re.IGNORECASE else sequence(inner)
        case sre.ATOMIC_GROUP, inner:
            return sequence(inner)
        case ((sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT), (least, most, inner)):
            return repeated(sequence(inner), least, most)
        case sre.ASSERT, (1, inner):
            return Part(EMPTY, needed(sequence(inner)))
        case ((sre.AT | sre.ASSERT | sre.ASSERT_NOT), _):
            return NOTHING
    return ANYTHING


def one_of(members: Strings | None) -> Part:
    return ANYTHING if members is None else Part(members, None)


def characters(members: Iterable[Node]) -> Strings | None:
    """The characters of a set, unless it is open or wide."""
    found: set[str] = set()
    for op, value in members:
        match op, value:
            case sre.LITERAL, int(code):
                found.add(chr(code))
            case sre.RANGE, (int(first), int(last)) if last - first < MOST_CHARACTERS:
                found.update(map(chr, range(first, last + 1)))
            case _:
                return None
    return frozenset(found) if len(found) <= MOST_CHARACTERS else None


def either(branches: list[Part]) -> Part:
    exact = [part.exact for part in branches]
    needs = [needed(part) for part in branches]
    return Part(union(exact), union(needs))


def repeated(part: Part, least: int, most: int) -> Part:
    """A part said `least` to `most` times."""
    if part.exact is not None and most <= LONGEST_RUN and len(part.exact) ** most <= MOST_STRINGS:
        powers = [EMPTY]
        for _ in range(most):
            powers.append(frozenset(a + b for a in powers[-1] for b in part.exact))
        return Part(union(powers[least:]), None)
    return Part(None, needed(part) if least else None)


def union(several: Iterable[Strings | None]) -> Strings | None:
    """All strings together; None where one of the several is unknown, or where they are too many."""
    found: set[str] = set()
    for strings in several:
        if strings is None:
            return None
        found |= strings
    return frozenset(found) if len(found) <= MOST_STRINGS else None


def needed(part: Part) -> Strings | None:
    return rarest((part.exact, part.needs))


def rarest(several: Iterable[Strings | None]) -> Strings | None:
    """Of sets of strings the one met least often; one with the empty string says nothing."""
    known = [strings for strings in several if strings and "" not in strings]
    return min(known, key=commonness, default=None)


def shortest(strings: Strings) -> Strings:
    """The strings without those that hold another of them."""
    return frozenset(s for s in strings if not any(other in s for other in strings if other != s))


def commonness(strings: Strings) -> float:
    return sum(RARE ** -sum(1 if c in COMMON else 2 for c in string) for string in strings)


def widest_match(pattern: re.Pattern[str]) -> int:
    """The most characters a match can take up, with what it looks ahead to; very many where there is no limit."""
    parsed = tree(pattern)
    return int(parsed.getwidth()[1]) + looked_at(parsed)


def looked_at(node: Any) -> int:
    """The most characters all looks ahead in a piece of an expression take up together."""
    if isinstance(node, tuple | list) and len(node) == 2 and node[0] in (sre.ASSERT, sre.ASSERT_NOT):
        direction, inner = node[1]
        return looked_at(inner) + (int(inner.getwidth()[1]) if direction == 1 else 0)
    if isinstance(node, tuple | list) or hasattr(node, "getwidth"):
        return sum(map(looked_at, node))
    return 0
