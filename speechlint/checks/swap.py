"""Does a wrong form from a table occur as a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.people import names_somebody
from speechlint.model import Span
from speechlint.prepared import prepared
from speechlint.tables import Columns, Table
from speechlint.vocabulary import Literals

# The right form, if it is known, a tab, and the guard.
Correction = str


@kind()
def swap(analysis: Analysis, *, table: Annotated[Table, Columns("wrong", "right")]) -> Iterator[Match]:
    """Yield every `wrong` form of the table, unless the row's `guard` (a regex around the form) fails there.

    A row may leave `right` empty: the form is wrong, but nobody can say what was meant. A form that two words make
    between them (预|防犯|罪) is left alone, and so is one that is somebody's name in the draft.
    """
    for span, correction in occurrences(analysis, table):
        right, _, guard = correction.partition("\t")
        meant = stands(guard, analysis.text, span.start) and not met_by_chance(analysis, span, right)
        if meant and not names_somebody(analysis.text, span):
            yield Match(span, better=right or None)


def occurrences(analysis: Analysis, table: Table) -> Iterator[tuple[Span, Correction]]:
    """Every form in reading order; of forms that overlap the first, then the longest wins."""
    end = 0
    for start, form in sorted(analysis.scan.places(forms(table)), key=lambda place: (place[0], -len(place[1]))):
        if start >= end:
            end = start + len(form)
            yield Span(start, end), corrections(table)[form]


def met_by_chance(analysis: Analysis, span: Span, right: str) -> bool:
    """Whether a word runs into or out of the form, and righting it would not knit the sentence into fewer words.

    组|职责 keeps three words as 第一组织责, so it was no misspelling, nor was 认清|形式主义; 那时|侯 becomes one as
    那时候, so it was.
    """
    return analysis.words_at(span.start).cuts(span) and not analysis.knits(span, right)


def stands(guard: str, text: str, at: int) -> bool:
    return not guard or compiled(guard).match(text, at) is not None


@cache
def compiled(guard: str) -> re.Pattern[str]:
    return re.compile(guard)


@cache
def forms(table: Table) -> Literals:
    return Literals(wrong_forms(table))


@prepared
def wrong_forms(table: Table) -> list[str]:
    return [*corrections(table)]


@prepared
def corrections(table: Table) -> dict[str, Correction]:
    """What each form should be and the regex that must match there; of several rows of a form the first."""
    return {row["wrong"]: f"{row['right']}\t{row['guard']}" for row in reversed(table.rows)}
