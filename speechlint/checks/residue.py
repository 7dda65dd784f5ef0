"""Is a line what a web page, an advert or a watermark left in the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Block, BlockKind, Document, Span
from speechlint.tables import Table

LONGEST = 160
"""Site lines are short; a longer paragraph is prose that may speak of members, downloads and readers."""


@kind("what", "what_en")
def residue(analysis: Analysis, *, lines: Table, running: bool = True) -> Iterator[Match]:
    """Yield every whole line that a row's `line` (a regex for the trimmed line) matches; deleting it mends it.

    `what` and `what_en` name what kind of leftover the line is. Without `running`, headers and footers are left out.
    """
    what = described(analysis, lines)
    for block in analysis.scan.paragraphs:
        if block.span in what and (running or block.kind not in (BlockKind.HEADER, BlockKind.FOOTER)):
            yield Match(block.span, what[block.span], better="")


def trimmed(document: Document, block: Block) -> str:
    return document.text_of(block).strip(" \t　\u00a0\ufeff\u200b")


def described(analysis: Analysis, lines: Table) -> dict[Span, dict[str, str]]:
    """What the first matching row says a line is, by the line's place; nothing for prose."""
    whole = {block.span: trimmed(analysis.document, block) for block in analysis.scan.paragraphs}
    left = {span: line for span, line in whole.items() if 0 < len(line) <= LONGEST}
    found: dict[Span, dict[str, str]] = {}
    for form, what in forms(lines):
        for block in analysis.scan.blocks(form):
            if block.span in left and form.fullmatch(left[block.span]):
                found[block.span] = {**what, "found": left.pop(block.span)}
    return found


@cache
def forms(lines: Table) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    columns = ("what", "what_en")
    return tuple((re.compile(row["line"]), {column: row[column] for column in columns}) for row in lines.rows)
