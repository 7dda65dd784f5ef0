"""Is a line what a web page, an advert or a watermark left in the draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Block, BlockKind, Document
from speechlint.prepared import prepared
from speechlint.scan import opening_of
from speechlint.tables import Table

Described = dict[int, dict[str, str]]
"""What lines are, by where their blocks begin."""

LONGEST = 160
"""Site lines are short; a longer paragraph is prose that may speak of members, downloads and readers."""
ANYHOW = None
"""Where there is no telling how the lines of a form begin."""


class ShortLines(NamedTuple):
    """Trimmed lines by where their blocks begin, and those places by a line's first character."""

    lines: dict[int, str]
    by_opening: dict[str, list[int]]


@kind("what", "what_en", reads_inert=True)
def residue(analysis: Analysis, *, lines: Table, running: bool = True) -> Iterator[Match]:
    """Yield every whole line that a row's `line` (a regex for the trimmed line) matches; deleting it mends it.

    `what` and `what_en` name what kind of leftover the line is. Without `running`, headers and footers are left out.
    """
    for start, what in described(analysis, lines).items():
        block = analysis.document.block_at(start)
        if analysis.inert.covers(block.span) and not is_address(what["found"]):
            continue
        if running or block.kind not in (BlockKind.HEADER, BlockKind.FOOTER):
            yield Match(block.span, what, better="")


def is_address(line: str) -> bool:
    """Whether a line is a web address and no more: it is no prose, yet it is what a site left."""
    return line.startswith(("http://", "https://", "www."))


def trimmed(document: Document, block: Block) -> str:
    return document.text_of(block).strip(" \t　\u00a0\ufeff\u200b")


def described(analysis: Analysis, lines: Table) -> Described:
    """What the first matching row says a line is, by where its block begins; nothing for prose."""
    return analysis.once(describer(lines))


@cache
def describer(lines: Table) -> Callable[[Analysis], Described]:
    def describe(analysis: Analysis) -> Described:
        short = analysis.once(short_lines)
        found: dict[int, dict[str, str]] = {}
        for number, start in sorted(rows_that_may_match(analysis, lines, short)):
            if start not in found and form_of(lines, number).fullmatch(short.lines[start]):
                row = lines.rows[number]
                found[start] = {"what": row["what"], "what_en": row["what_en"], "found": short.lines[start]}
        return {start: found[start] for start in sorted(found)}

    return describe


def rows_that_may_match(analysis: Analysis, lines: Table, short: ShortLines) -> Iterator[tuple[int, int]]:
    """Each row's number with where those lines begin that open as its form does, or that hold what it needs."""
    opened: dict[int, list[int]] = {}
    for character, starts in short.by_opening.items():
        for number in rows_opening_with(lines, character):
            opened.setdefault(number, []).extend(starts)
    for number, starts in opened.items():
        if analysis.scan.may_match(form_of(lines, number)):
            yield from ((number, start) for start in starts)
    for number in rows_by_opening(lines).get(ANYHOW, ()):
        blocks = analysis.scan.blocks(form_of(lines, number))
        yield from ((number, block.span.start) for block in blocks if block.span.start in short.lines)


@cache
def rows_opening_with(lines: Table, character: str) -> tuple[int, ...]:
    """The rows whose forms begin with one of a few characters, of which this is one."""
    several = ((opening.match(character), rows) for opening, rows in rows_by_opening(lines).items() if opening)
    return tuple(number for is_one, rows in several if is_one for number in rows)


@cache
def rows_by_opening(lines: Table) -> dict[re.Pattern[str] | None, tuple[int, ...]]:
    """The numbers of the rows under a set of characters, one of which every line of their forms begins with."""
    by_set = numbers_by_opening(lines).items()
    return {re.compile(opening) if opening else ANYHOW: (*map(int, rows.split(" ")),) for opening, rows in by_set}


@prepared
def numbers_by_opening(lines: Table) -> dict[str, str]:
    by_set: dict[str, list[str]] = {}
    for number in range(len(lines.rows)):
        opening = opening_of(form_of(lines, number))
        by_set.setdefault(opening.pattern if opening else "", []).append(str(number))
    return {opening: " ".join(numbers) for opening, numbers in by_set.items()}


@cache
def form_of(lines: Table, number: int) -> re.Pattern[str]:
    return re.compile(lines.rows[number]["line"])


def short_lines(analysis: Analysis) -> ShortLines:
    """The lines that are not empty and not too long for a site's."""
    document = analysis.document
    several = ((block.span.start, trimmed(document, block)) for block in analysis.scan.paragraphs)
    lines = {start: line for start, line in several if 0 < len(line) <= LONGEST}
    by_opening: dict[str, list[int]] = {}
    for start, line in lines.items():
        by_opening.setdefault(line[0], []).append(start)
    return ShortLines(lines, by_opening)
