"""Does a wrong form from a table occur as a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.words import Words
from speechlint.model import Span
from speechlint.tables import Columns, Row, Table

# A form this long is no accident of two words meeting, so the sentence need not be cut.
UNMISTAKABLE = 4


@kind()
def swap(analysis: Analysis, *, table: Annotated[Table, Columns("wrong", "right")]) -> Iterator[Match]:
    """Yield every `wrong` form of the table, unless the row's `guard` (a regex around the form) fails there.

    A row may leave `right` empty: the form is wrong, but nobody can say what was meant. A short form that two words
    make between them (预|防犯|罪) is left alone.
    """
    for span, row in occurrences(analysis.text, table):
        if stands(table, row, analysis.text, span.start) and not met_by_chance(analysis, span, row["right"]):
            yield Match(span, better=row["right"] or None)


def occurrences(text: str, table: Table) -> Iterator[tuple[Span, Row]]:
    """Every form in reading order; of forms that overlap the first, then the longest wins."""
    heads = rows_by_head(table)
    size = head_size(table)
    end = 0
    for start in range(len(text) - size + 1):
        rows = heads.get(text[start : start + size])
        if rows and start >= end:
            for row in rows:
                if text.startswith(row["wrong"], start):
                    end = start + len(row["wrong"])
                    yield Span(start, end), row
                    break


def met_by_chance(analysis: Analysis, span: Span, right: str) -> bool:
    """Whether a word runs into or out of the form, and righting it would not knit the sentence into fewer words.

    组|职责 keeps three words as 第一组织责, so it was no misspelling; 那时|侯 becomes one as 那时候, so it was.
    """
    if len(span) >= UNMISTAKABLE or not analysis.words_at(span.start).cuts(span):
        return False
    sentence = analysis.sentence_at(span.start)
    righted = analysis.text[sentence.start : span.start] + right + analysis.text[span.end : sentence.end]
    return len(Words(righted)) >= len(analysis.words_at(span.start))


def stands(table: Table, row: Row, text: str, at: int) -> bool:
    guard = guard_of(table, row)
    return guard is None or guard.match(text, at) is not None


@cache
def head_size(table: Table) -> int:
    return min(2, *(len(row["wrong"]) for row in table.rows))


@cache
def rows_by_head(table: Table) -> dict[str, tuple[Row, ...]]:
    """Rows under the characters their form begins with, the longest form first."""
    heads: dict[str, list[Row]] = {}
    for row in sorted(table.rows, key=lambda row: -len(row["wrong"])):
        heads.setdefault(row["wrong"][: head_size(table)], []).append(row)
    return {head: tuple(rows) for head, rows in heads.items()}


@cache
def guards(table: Table) -> dict[int, re.Pattern[str]]:
    return {row.line: re.compile(row["guard"]) for row in table.rows if row["guard"]}


def guard_of(table: Table, row: Row) -> re.Pattern[str] | None:
    return guards(table).get(row.line)
