"""Does a well-known series lack a mark between two of its members."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from speechlint.checks.kinds import Match, kind
from speechlint.model import Document, Span
from speechlint.scan import matches
from speechlint.tables import Columns, Table


@kind("first", "second")
def series(document: Document, *, table: Annotated[Table, Columns("members")]) -> Iterator[Match]:
    """Yield two members of one row's `members` (A|B|C) that stand side by side in a list otherwise marked with 、."""
    for members in patterns(table):
        for found in matches(members, document.text):
            first, second = found["first"], found["second"]
            if first != second:
                yield Match(Span(*found.span("both")), {"first": first, "second": second}, f"{first}、{second}")


@cache
def patterns(table: Table) -> tuple[re.Pattern[str], ...]:
    return tuple(pattern_of(row["members"]) for row in table.rows)


def pattern_of(members: str) -> re.Pattern[str]:
    """Two members side by side, then 、 and a third: a lone pair may be a compound (技术数据)."""
    return re.compile(rf"(?P<both>(?P<first>{members})(?P<second>{members}))(?=、(?:{members}))")
