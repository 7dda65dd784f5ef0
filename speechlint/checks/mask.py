"""Is a placeholder left in, judged by its neighbours: “总投资×亿元” lacks a number, “第一位X代表” lacks nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Severity, Span
from speechlint.scan import matches_in
from speechlint.spans import SpanSet
from speechlint.tables import Row, Table

UNNAMED = {"missing": "相应内容", "missing_en": "what belongs here"}


class Mark(NamedTuple):
    """A run of mark characters and the table row of the neighbour that proves it, if any does."""

    span: Span
    proof: Row | None


@kind("missing", "missing_en", needs="find")
def mask(
    analysis: Analysis,
    *,
    find: re.Pattern[str],
    after: Table,
    before: Table | None = None,
    unless: re.Pattern[str] | None = None,
    company: int = 3,
    alone: Severity | None = None,
    lonely: re.Pattern[str] | None = None,
) -> Iterator[Match]:
    """Yield every mark `find` matches that a neighbour proves or that stands in a draft full of proven ones.

    A neighbour is a row of `after` (text right behind the mark) or `before` (right ahead of it); the longest text
    wins, and a row that names nothing missing is no proof (单价×天数). With `company` proven marks in a draft the
    unproven ones count as well; otherwise they get the severity `alone`, if `lonely` matches there, or are left out.
    """
    marks = list(marks_in(analysis, find, unless, after, before))
    among_others = sum(mark.proof is not None for mark in marks) >= company
    for mark in marks:
        if mark.proof is not None:
            yield Match(mark.span, {column: mark.proof[column] for column in UNNAMED})
        elif among_others or (alone is not None and (lonely is None or lonely.match(analysis.text, mark.span.start))):
            yield Match(mark.span, UNNAMED, severity=None if among_others else alone)


def marks_in(
    analysis: Analysis, find: re.Pattern[str], unless: re.Pattern[str] | None, after: Table, before: Table | None
) -> Iterator[Mark]:
    text = analysis.text
    for block, marks in analysis.scan.found(find):
        others = matches_in(unless, text, block.span) if unless else ()
        excepted = SpanSet(Span(*other.span()) for other in others)
        for span in (Span(*mark.span()) for mark in marks):
            if span and not excepted.touches(span):
                yield Mark(span, proof_of(text, span, after, before))


def proof_of(text: str, span: Span, after: Table, before: Table | None) -> Row | None:
    row = neighbour(after, text, span.end, ahead=False)
    if row is None and before is not None:
        row = neighbour(before, text, span.start, ahead=True)
    return row if row is not None and row["missing"] else None


def neighbour(table: Table, text: str, at: int, *, ahead: bool) -> Row | None:
    """The row of the longest text that ends (`ahead`) or begins at an offset."""
    rows, lengths = by_text(table)
    for length in lengths:
        piece = text[max(at - length, 0) : at] if ahead else text[at : at + length]
        if len(piece) == length and piece in rows:
            return rows[piece]
    return None


@cache
def by_text(table: Table) -> tuple[dict[str, Row], tuple[int, ...]]:
    rows = {row["text"]: row for row in table.rows}
    return rows, tuple(sorted({len(text) for text in rows}, reverse=True))
