"""The literals a regular expression cannot match without: where none of them stands, it need not be tried.

Read off the expression's own parse tree, in the way of RE2's prefilters: the strings a part matches exactly, joined
as long as they stay few, else what it begins and ends with, and of all that the strings that are rarest. `\\d` is
taken for the ten ASCII digits; a text with others is no text to filter an expression with `\\d` by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from speechlint.regex_tree import Node, tree

Strings = frozenset[str]

MOST_STRINGS = 200
MOST_NEEDED = 600
MOST_CHARACTERS = 64
EMPTY: Strings = frozenset({""})
DIGITS: Strings = frozenset("0123456789")
LONGEST_RUN, MOST_IN_RUN = 4, 20
# How many characters are left of two neighbours, the last of one and the first of the other, until they are few.
SHORTENED = ((9, 9), (2, 2), (2, 1), (1, 1))
# And how many of each string one of which must be held, where those are too many.
ENDS_KEPT = (8, 6, 5, 4)
RARE = 10.0
COMMON = frozenset(
    "的一是不了在人有我他这中大来上个国和地到以说时要就出会可也年生能而于发成作工展为行设建经全业面政民产动、，。；：“”"
)


class Part(NamedTuple):
    """A piece of an expression.

    All strings it matches, if they are few; strings one of which it begins with, and ends with ("" where there is no
    telling); strings one of which it must hold, if any are known. No strings at all: it never matches.
    """

    exact: Strings | None
    begins: Strings
    ends: Strings
    needs: Strings | None


ANYTHING = Part(None, EMPTY, EMPTY, None)
NOTHING = Part(EMPTY, EMPTY, EMPTY, None)
NEVER = Part(frozenset(), frozenset(), frozenset(), None)


def required_literals(pattern: re.Pattern[str]) -> Strings | None:
    """Strings of which every match holds, follows or precedes at least one; None when there is no telling."""
    if pattern.flags & re.IGNORECASE:
        return None
    required = needed(Reading().sequence(tree(pattern)))
    return None if required is None else shortest(required)


class Reading:
    """One expression read from its first node to its last, for a part may refer to a group before it."""

    def __init__(self) -> None:
        self._groups: dict[int, Part] = {}

    def sequence(self, nodes: Iterable[Node]) -> Part:
        """Parts that follow one another: neighbours are joined while their strings stay few."""
        run, exact, begins = EMPTY, True, EMPTY
        needs: list[Strings | None] = []
        for op, value in nodes:
            part = self.part_of(op, value)
            needs.append(part.needs)
            if op is sre.ASSERT:
                if value[0] > 0:
                    needs.append(joined(run, part.begins))
                elif run == EMPTY and part.exact is not None:
                    # No part of the match, but known to stand before what follows.
                    run, exact = part.exact, False
            elif part.exact is not None and len(run) * len(part.exact) <= MOST_STRINGS:
                run = product(run, part.exact)
                begins = run if exact else begins
            else:
                if exact and len(run) * len(part.begins) <= MOST_STRINGS:
                    begins = product(run, part.begins)
                needs += [joined(run, part.begins), run, part.begins]
                run, exact = part.ends, False
        needs.append(run)
        return Part(run if exact else None, begins, run, rarest(needs))

    def part_of(self, op: object, value: Any) -> Part:
        match op, value:
            case sre.LITERAL, int(code):
                return one_of(frozenset({chr(code)}))
            case sre.IN, list(members):
                return one_of(characters(members))
            case sre.BRANCH, (_, list(branches)):
                return either([self.sequence(branch) for branch in branches])
            case sre.SUBPATTERN, (group, flags, _, inner):
                part = ANYTHING if flags & re.IGNORECASE else self.sequence(inner)
                self._groups[group] = part
                return part
            case sre.GROUPREF, int(group):
                return self._groups.get(group, ANYTHING)
            case sre.ATOMIC_GROUP, inner:
                return self.sequence(inner)
            case ((sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT), (least, most, inner)):
                return repeated(self.sequence(inner), least, most)
            case sre.ASSERT, (direction, inner):
                return within_line(self.sequence(inner)) if direction < 0 else self.sequence(inner)
            case sre.ASSERT_NOT, (_, inner) if not inner:
                return NEVER
            case sre.FAILURE, _:
                return NEVER
            case ((sre.AT | sre.ASSERT_NOT), _):
                return NOTHING
        return ANYTHING


def within_line(part: Part) -> Part:
    """What is looked back to, unless it may stand in the paragraph before."""
    return ANYTHING if part.exact is None or any("\n" in string for string in part.exact) else part


def one_of(members: Strings | None) -> Part:
    return ANYTHING if members is None else Part(members, members, members, None)


def characters(members: Iterable[Node]) -> Strings | None:
    """The characters of a set, unless it is open or wide."""
    found: set[str] = set()
    for op, value in members:
        match op, value:
            case sre.LITERAL, int(code):
                found.add(chr(code))
            case sre.RANGE, (int(first), int(last)) if last - first < MOST_CHARACTERS:
                found.update(map(chr, range(first, last + 1)))
            case sre.CATEGORY, sre.CATEGORY_DIGIT:
                found |= DIGITS
            case _:
                return None
    return frozenset(found) if len(found) <= MOST_CHARACTERS else None


def either(branches: list[Part]) -> Part:
    exact = union((part.exact for part in branches), MOST_STRINGS)
    begins = union((part.begins for part in branches), MOST_STRINGS)
    ends = union((part.ends for part in branches), MOST_STRINGS)
    needs = any_needed([needed(part) for part in branches])
    return Part(exact, EMPTY if begins is None else begins, EMPTY if ends is None else ends, needs)


def any_needed(several: list[Strings | None]) -> Strings | None:
    """Strings one of which stands wherever one of several sets has a string; cut to their ends where they are many."""
    needs = union(several, MOST_NEEDED)
    for length in ENDS_KEPT if needs is None else ():
        ends = (None if strings is None else frozenset(string[-length:] for string in strings) for strings in several)
        needs = needs or union(ends, MOST_NEEDED)
    return needs


def repeated(part: Part, least: int, most: int) -> Part:
    """A part said `least` to `most` times."""
    if part.exact is not None and most <= LONGEST_RUN and len(part.exact) ** most <= MOST_STRINGS:
        exact = union(powers(part.exact, most)[least:], MOST_STRINGS)
        if exact is not None:
            return one_of(exact)
    if not least:
        return ANYTHING
    if part.exact is None:
        return Part(None, part.begins, part.ends, needed(part))
    # Pairs of figures are as common as figures are, and joined to what is around them they would be too many.
    run = powers(part.exact, min(least, LONGEST_RUN), max(len(part.exact), MOST_IN_RUN))[-1]
    return Part(None, run, run, None)


def powers(strings: Strings, most: int, limit: int = MOST_STRINGS) -> list[Strings]:
    """Strings said no times, once and so on up to `most` times, as long as they are no more than the limit."""
    found = [EMPTY]
    while len(found) <= most and len(found[-1]) * len(strings) <= limit:
        found.append(product(found[-1], strings))
    return found


def product(first: Strings, second: Strings) -> Strings:
    return frozenset(a + b for a in first for b in second)


def joined(before: Strings, after: Strings) -> Strings | None:
    """What stands where two neighbours meet, as far as it takes few strings."""
    for last, first in SHORTENED:
        ends, begins = (frozenset(s[-last:] for s in before), frozenset(s[:first] for s in after))
        if len(ends) * len(begins) <= MOST_STRINGS:
            return product(ends, begins)
    return None


def union(several: Iterable[Strings | None], most: int) -> Strings | None:
    """All strings together; None where one of the several is unknown, or where they are too many."""
    found: set[str] = set()
    for strings in several:
        if strings is None:
            return None
        found |= strings
    return frozenset(found) if len(found) <= most else None


def needed(part: Part) -> Strings | None:
    return rarest((part.exact, part.begins, part.ends, part.needs))


def rarest(several: Iterable[Strings | None]) -> Strings | None:
    """Of sets of strings the one met least often; one with the empty string says nothing."""
    known = [strings for strings in several if strings is not None and "" not in strings]
    return min(known, key=commonness, default=None)


def shortest(strings: Strings) -> Strings:
    """The strings without those that hold another of them."""
    kept: list[str] = []
    for string in sorted(strings, key=len):
        if not kept or len(string) == len(kept[0]) or not any(other in string for other in kept):
            kept.append(string)
    return frozenset(kept)


def commonness(strings: Strings) -> float:
    return sum(RARE ** -rarity(string) for string in strings)


def rarity(string: str) -> int:
    """How rare a string is, on a logarithmic scale; a number, most often a year, is as common as other words."""
    return len(string) if DIGITS.issuperset(string) else sum(1 if c in COMMON else 2 for c in string)


def widest_match(pattern: re.Pattern[str]) -> int:
    """The most characters a match can take up, with what it looks at on both sides; very many without a limit."""
    parsed = tree(pattern)
    return int(parsed.getwidth()[1]) + looked_at(parsed)


def looked_at(node: Any) -> int:
    """The most characters all looks ahead and behind in a piece of an expression take up together."""
    if isinstance(node, tuple | list) and len(node) == 2 and node[0] in (sre.ASSERT, sre.ASSERT_NOT):
        inner = node[1][1]
        return looked_at(inner) + int(inner.getwidth()[1])
    if isinstance(node, tuple | list) or hasattr(node, "getwidth"):
        return sum(map(looked_at, node))
    return 0
