"""Is a long official name written exactly, character by character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from speechlint.checks.kinds import Match, kind
from speechlint.model import Document, Span
from speechlint.scan import matches
from speechlint.tables import Columns, Table

# So many characters at either end of a name must be right for a passage to count as a try at it.
ENDS = 2
# Names from this length on may be two characters off and still be meant.
LONG = 10


@kind()
def exact(document: Document, *, table: Annotated[Table, Columns("name")], distance: int = 2) -> Iterator[Match]:
    """Yield passages that begin and end like a `name` of the table and differ by 1 to `distance` characters within.

    Names of fewer than ten characters may differ by one only. A row's `also` lists other right forms (A|B); a passage
    that holds a right form of any row is left alone, and so is one that only adds 的 or a whole word.
    """
    right = all_forms(table)
    for name in names(table):
        allowed = distance if len(name) >= LONG else 1
        for found in matches(attempt(name, allowed), document.text):
            passage = min(tries(found), key=lambda text: edits(text, name))
            if 0 < edits(passage, name) <= allowed and not is_right(passage, name, right):
                yield Match(Span(found.start(), found.start() + len(passage)), better=name)


def is_right(passage: str, name: str, right: tuple[str, ...]) -> bool:
    return (
        len(passage) > len(name) + 1
        or any(form in passage for form in right)
        or any(passage[:at] + passage[at + 1 :] == name for at, character in enumerate(passage) if character == "的")
    )


@cache
def names(table: Table) -> tuple[str, ...]:
    return tuple(row["name"] for row in table.rows)


@cache
def all_forms(table: Table) -> tuple[str, ...]:
    forms = [form for row in table.rows for form in (row["name"], *row["also"].split("|")) if form]
    return tuple(sorted(set(forms)))


@cache
def attempt(name: str, distance: int) -> re.Pattern[str]:
    """The name's first characters, then room for its length with a few characters more or fewer."""
    head, room = re.escape(name[:ENDS]), len(name) - ENDS + distance
    return re.compile(rf"{head}(?=(?P<rest>[一-鿿、“”]{{1,{room}}}))")


def tries(found: re.Match[str]) -> Iterator[str]:
    """Every passage from the match on, whatever its end."""
    whole = found.group() + found["rest"]
    yield from (whole[:end] for end in range(ENDS + 1, len(whole) + 1))


def edits(text: str, name: str) -> int:
    """Levenshtein distance; a passage with another ending is as far as it is long."""
    if text[-ENDS:] != name[-ENDS:]:
        return len(name)
    row = list(range(len(name) + 1))
    for i, a in enumerate(text, 1):
        before, row = row, [i]
        for j, b in enumerate(name, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
    return row[-1]
