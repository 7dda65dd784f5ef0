"""Do words stand in a frame that does not hold: 把工作抱着…态度, 财产遭受挑战."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from speechlint.checks.kinds import Match, kind
from speechlint.model import BlockKind, Document, Span
from speechlint.scan import matches
from speechlint.tables import Columns, Table


@kind()
def frame(document: Document, *, table: Annotated[Table, Columns("find", "better")]) -> Iterator[Match]:
    """Yield every match of a row's `find` (a regex); its `better` is a template of what the place should read."""
    for find, better in frames(table):
        for found in matches(find, document.text):
            if "\n" not in found.group() and document.block_at(found.start()).kind is not BlockKind.CODE:
                yield Match(Span(*found.span()), better=found.expand(better))


@cache
def frames(table: Table) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["find"]), row["better"]) for row in table.rows)
