"""Does a wrong form from a table occur as a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from speechlint.checks.kinds import Match, kind
from speechlint.model import Document, Span
from speechlint.tables import Columns, Row, Table


@kind()
def swap(document: Document, *, table: Annotated[Table, Columns("wrong", "right")]) -> Iterator[Match]:
    """Yield every `wrong` form of the table, unless the row's `guard` (a regex around the form) fails there.

    Of forms that overlap the longest wins, so 形式任务 is not read as 形式 + 任务.
    """
    rows = rows_by_form(table)
    for found in any_form(table).finditer(document.text):
        row = rows[found.group()]
        guard = guard_of(table, row["wrong"])
        if guard is None or stands(guard, document.text, found.start()):
            yield Match(Span(*found.span()), better=row["right"])


@cache
def rows_by_form(table: Table) -> dict[str, Row]:
    return {row["wrong"]: row for row in table.rows}


@cache
def any_form(table: Table) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, rows_by_form(table)), key=len, reverse=True)))


@cache
def guard_of(table: Table, form: str) -> re.Pattern[str] | None:
    guard = rows_by_form(table)[form]["guard"]
    return re.compile(guard) if guard else None


def stands(guard: re.Pattern[str], text: str, at: int) -> bool:
    return guard.match(text, at) is not None
