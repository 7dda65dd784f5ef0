"""Is a line what a web page, an advert or a watermark left in the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from speechlint.checks.kinds import Match, kind
from speechlint.model import Block, BlockKind, Document
from speechlint.tables import Table

LONGEST = 160
"""Site lines are short; a longer paragraph is prose that may speak of members, downloads and readers."""


@kind("what", "what_en")
def residue(document: Document, *, lines: Table, running: bool = True) -> Iterator[Match]:
    """Yield every whole line that a row's `line` (a regex for the trimmed line) matches; deleting it mends it.

    `what` and `what_en` name what kind of leftover the line is. Without `running`, headers and footers are left out.
    """
    for block in document.blocks_in("paragraph"):
        if not running and block.kind in (BlockKind.HEADER, BlockKind.FOOTER):
            continue
        what = described(lines, trimmed(document, block))
        if what is not None:
            yield Match(block.span, what, better="")


def trimmed(document: Document, block: Block) -> str:
    return document.text_of(block).strip(" \t　\u00a0\ufeff\u200b")


def described(lines: Table, line: str) -> dict[str, str] | None:
    """What the first matching row says the line is; nothing for prose."""
    if not 0 < len(line) <= LONGEST:
        return None
    for form, what in forms(lines):
        if form.fullmatch(line):
            return {**what, "found": line}
    return None


@cache
def forms(lines: Table) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    columns = ("what", "what_en")
    return tuple((re.compile(row["line"]), {column: row[column] for column in columns}) for row in lines.rows)
