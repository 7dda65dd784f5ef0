"""Whether a regular expression keeps to one line: then a whole text tells as much as each of its lines by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any

from speechlint.regex_tree import Node, tree

LINE_FEED = ord("\n")
# Kinds of characters of which the line feed is none, and those of which it is one.
APART = frozenset({sre.CATEGORY_DIGIT, sre.CATEGORY_WORD, sre.CATEGORY_NOT_SPACE})
AMONG = frozenset({sre.CATEGORY_SPACE, sre.CATEGORY_NOT_DIGIT, sre.CATEGORY_NOT_WORD})
# What stands at a line end as it does at the end of a text; `$` does when it is for lines.
PLACES = frozenset({sre.AT_BEGINNING, sre.AT_BEGINNING_STRING, sre.AT_BOUNDARY, sre.AT_NON_BOUNDARY})


def keeps_to_line(pattern: re.Pattern[str]) -> bool:
    """Whether nothing in an expression may take a line feed, or tell it from the end of the text."""
    return all(fits(op, value, pattern.flags) for op, value in tree(pattern))


def all_fit(nodes: Iterable[Node], flags: int) -> bool:
    return all(fits(op, value, flags) for op, value in nodes)


def fits(op: object, value: Any, flags: int) -> bool:
    match op, value:
        case sre.LITERAL, int(code):
            return code != LINE_FEED
        case sre.NOT_LITERAL, int(code):
            return code == LINE_FEED
        case sre.ANY, _:
            return not flags & re.DOTALL
        case sre.IN, list(members):
            return takes_line_feed(members) is False
        case sre.AT, place:
            return place in PLACES or (place is sre.AT_END and bool(flags & re.MULTILINE))
        case sre.BRANCH, (_, list(branches)):
            return all(all_fit(branch, flags) for branch in branches)
        case sre.SUBPATTERN, (_, added, removed, inner):
            return all_fit(inner, (flags | added) & ~removed)
        case ((sre.ASSERT | sre.ASSERT_NOT), (direction, inner)):
            # A line sees as much of what is before it as the text does.
            return (direction < 0 and inner.getwidth()[1] <= 1) or all_fit(inner, flags)
        case ((sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT), (_, _, inner)):
            return all_fit(inner, flags)
        case sre.ATOMIC_GROUP, inner:
            return all_fit(inner, flags)
        case sre.GROUPREF, _:
            return True
    return False


def takes_line_feed(members: Iterable[Node]) -> bool | None:
    """Whether a line feed is of a set; None where there is no telling."""
    negated, among = False, False
    for op, value in members:
        match op, value:
            case sre.NEGATE, _:
                negated = True
            case sre.LITERAL, int(code):
                among |= code == LINE_FEED
            case sre.RANGE, (int(first), int(last)):
                among |= first <= LINE_FEED <= last
            case sre.CATEGORY, category if category in AMONG:
                among = True
            case sre.CATEGORY, category if category in APART:
                pass
            case _:
                return None
    return among != negated
