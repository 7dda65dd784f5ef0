"""Is a line what a web page, an advert or a watermark left in the draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Block, BlockKind, Document
from speechlint.tables import Table

Described = dict[int, tuple[Block, dict[str, str]]]
"""What lines are, by where their blocks begin."""

LONGEST = 160
"""Site lines are short; a longer paragraph is prose that may speak of members, downloads and readers."""


@kind("what", "what_en")
def residue(analysis: Analysis, *, lines: Table, running: bool = True) -> Iterator[Match]:
    """Yield every whole line that a row's `line` (a regex for the trimmed line) matches; deleting it mends it.

    `what` and `what_en` name what kind of leftover the line is. Without `running`, headers and footers are left out.
    """
    for block, what in described(analysis, lines).values():
        if running or block.kind not in (BlockKind.HEADER, BlockKind.FOOTER):
            yield Match(block.span, what, better="")


def trimmed(document: Document, block: Block) -> str:
    return document.text_of(block).strip(" \t　\u00a0\ufeff\u200b")


def described(analysis: Analysis, lines: Table) -> Described:
    """What the first matching row says a line is, in the order of the lines; nothing for prose."""
    return analysis.once(describer(lines))


@cache
def describer(lines: Table) -> Callable[[Analysis], Described]:
    def describe(analysis: Analysis) -> Described:
        short = analysis.once(short_lines)
        found: Described = {}
        for form, what in forms(lines):
            for block in analysis.scan.blocks(form) if analysis.scan.may_match(form) else ():
                start = block.span.start
                if start in short and start not in found and form.fullmatch(short[start]):
                    found[start] = block, {**what, "found": short[start]}
        return dict(sorted(found.items()))

    return describe


def short_lines(analysis: Analysis) -> dict[int, str]:
    """The trimmed lines that are not empty and not too long for a site's, by where their blocks begin."""
    document = analysis.document
    several = ((block.span.start, trimmed(document, block)) for block in analysis.scan.paragraphs)
    return {start: line for start, line in several if 0 < len(line) <= LONGEST}


@cache
def forms(lines: Table) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    columns = ("what", "what_en")
    return tuple((re.compile(row["line"]), {column: row[column] for column in columns}) for row in lines.rows)
