"""The characters a regular expression's matches begin with: nowhere else need it be tried.

Python's own engine looks for such characters only where an expression begins with them outright; most of ours begin
with a look behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any

from speechlint.literals import commonness
from speechlint.regex_tree import Node, tree

# A wider range (all of Chinese) begins so many matches that looking for it gains nothing, unless it lies beyond those
# that drafts are written in.
WIDEST_RANGE = 300
WRITTEN = range(0xE000)
# White space is about as common as a figure.
SPACES = 0.1
FLAGS = re.compile(r"\A\s*\(\?[a-zA-Z]+\)")
CATEGORIES = {sre.CATEGORY_DIGIT: r"\d", sre.CATEGORY_SPACE: r"\s"}


class Untold(Exception):
    """A piece of an expression that may begin with nearly anything."""


@cache
def opening_characters(pattern: re.Pattern[str]) -> re.Pattern[str] | None:
    """A set of characters, as a regex, one of which every match begins with; None when there is no telling."""
    if pattern.flags & (re.IGNORECASE | re.ASCII):
        return None
    try:
        characters, may_be_empty = openings(tree(pattern))
    except Untold:
        return None
    return None if may_be_empty else re.compile(f"[{''.join(sorted(characters))}]")


def looks_first(nodes: Iterable[Node]) -> bool:
    """Whether an expression, or one of its first alternatives, begins with a look around or a part to leave out."""
    first: Node | None = next(iter(nodes), None)
    if first is None:
        return False
    op, value = first
    match op:
        case sre.ASSERT | sre.ASSERT_NOT:
            return True
        case sre.BRANCH:
            return any(looks_first(branch) for branch in value[1])
        case sre.SUBPATTERN:
            return looks_first(value[3])
        case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
            return not value[0] or looks_first(value[2])
    return False


def located(pattern: re.Pattern[str], opening: str) -> re.Pattern[str]:
    """What matches the one character that a match of an expression begins with, given a set of all such; maybe others.

    The engine skips to characters of the set by itself, and looks back over the one it found to try the expression.
    """
    # Flags for all of an expression stand at its beginning, and a comment in one may run on to its end.
    tried = FLAGS.sub("", pattern.pattern) + ("\n" if pattern.flags & re.VERBOSE else "")
    try:
        return re.compile(f"{opening}(?<=(?={tried}){opening})", pattern.flags)
    except re.error:  # what refers to its own groups cannot be looked back to
        return re.compile(opening)


def openings(nodes: Iterable[Node]) -> tuple[set[str], bool]:
    """What a sequence may begin with, as pieces of a set, and whether it may be empty; raises Untold."""
    found: set[str] = set()
    for node in nodes:
        characters, may_be_empty = opening(*node)
        found |= characters
        if not may_be_empty:
            return found, False
    return found, True


def opening(op: object, value: Any) -> tuple[set[str], bool]:
    match op, value:
        case sre.LITERAL, int(code):
            return {re.escape(chr(code))}, False
        case sre.IN, list(members):
            return {member_of_set(*member) for member in members}, False
        case sre.BRANCH, (_, list(branches)):
            several = [openings(branch) for branch in branches]
            return set().union(*(characters for characters, _ in several)), any(empty for _, empty in several)
        case sre.SUBPATTERN, (_, 0, _, inner):
            return openings(inner)
        case sre.ATOMIC_GROUP, inner:
            return openings(inner)
        case ((sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT), (least, _, inner)):
            characters, may_be_empty = openings(inner)
            return characters, may_be_empty or not least
        case ((sre.AT | sre.ASSERT | sre.ASSERT_NOT), _):
            return set(), True
    raise Untold


def member_of_set(op: object, value: Any) -> str:
    match op, value:
        case sre.LITERAL, int(code):
            return re.escape(chr(code))
        case sre.RANGE, (int(first), int(last)) if last - first < WIDEST_RANGE or first not in WRITTEN:
            return f"{re.escape(chr(first))}-{re.escape(chr(last))}"
        case sre.CATEGORY, category if category in CATEGORIES:
            return CATEGORIES[category]
    raise Untold


def set_commonness(opening: re.Pattern[str]) -> float:
    """How common the characters of a set are in drafts, on the scale of `literals.commonness`."""
    return sum(piece_commonness(*member) for member in members_of(opening))


def members_of(opening: re.Pattern[str]) -> list[Node]:
    """The members of a set as the parser reads it; a set of one character is that character."""
    op, value = tree(opening)[0]
    return value if op is sre.IN else [(op, value)]


def piece_commonness(op: object, value: Any) -> float:
    match op, value:
        case sre.LITERAL, int(code):
            return commonness(frozenset({chr(code)}))
        case sre.RANGE, (int(first), int(last)):
            return commonness(frozenset(map(chr, range(first, last + 1)))) if first in WRITTEN else 0.0
    return commonness(frozenset("0123456789")) if value is sre.CATEGORY_DIGIT else SPACES
