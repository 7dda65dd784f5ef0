"""Is a long official name written exactly, character by character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Annotated, NamedTuple

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Span
from speechlint.scan import occurrences
from speechlint.tables import Columns, Table
from speechlint.vocabulary import Literals

# So many characters at either end of a name must be right for a passage to count as a try at it.
ENDS = 2
# Names from this length on may be two characters off and still be meant.
LONG = 10


class Name(NamedTuple):
    """A name, what a try at it begins and ends with, how many characters it may be off, and a regex for such tries.

    Of the `pieces`, one more than the wrong characters, at least one is right.
    """

    text: str
    head: str
    tail: str
    allowed: int
    attempt: re.Pattern[str]
    pieces: Literals


@kind()
def exact(analysis: Analysis, *, table: Annotated[Table, Columns("name")], distance: int = 2) -> Iterator[Match]:
    """Yield passages that begin and end like a `name` of the table and differ by 1 to `distance` characters within.

    Names of fewer than ten characters may differ by one only. A row's `also` lists other right forms (A|B); a passage
    that holds a right form of any row is left alone, and so is one that only adds 的 or a whole word.
    """
    text, right = analysis.text, all_forms(table)
    known = [name for name in names(table, distance) if analysis.scan.holds(name.pieces)]
    heads = {head: [*occurrences(head, text)] for head in {name.head for name in known}}
    for name in known:
        for at in heads[name.head]:
            found = name.attempt.match(text, at) if may_be_off(name, text, at) else None
            if found:
                tried = tries(found[0] + found["rest"], name)
                passage = min(tried, key=lambda text: edits(text, name.text), default=name.text)
                if 0 < edits(passage, name.text) <= name.allowed and not is_right(passage, name.text, right):
                    yield Match(Span(at, at + len(passage)), better=name.text)


def may_be_off(name: Name, text: str, at: int) -> bool:
    """Whether the name does not stand at an offset, and yet what it ends with stands about as far on."""
    end = at + len(name.text)
    return name.tail in text[end - name.allowed - ENDS : end + name.allowed] and not text.startswith(name.text, at)


def tries(text: str, name: Name) -> Iterator[str]:
    """Every beginning of a text that is about as long as the name and ends as it does."""
    for end in range(len(name.text) - name.allowed, len(text) + 1):
        if text.endswith(name.tail, 0, end):
            yield text[:end]


def is_right(passage: str, name: str, right: tuple[str, ...]) -> bool:
    return (
        len(passage) > len(name) + 1
        or any(form in passage for form in right)
        or any(passage[:at] + passage[at + 1 :] == name for at, character in enumerate(passage) if character == "的")
    )


@cache
def names(table: Table, distance: int) -> tuple[Name, ...]:
    found: list[Name] = []
    for row in table.rows:
        text = row["name"]
        allowed = distance if len(text) >= LONG else 1
        pieces = Literals(parted(text, allowed + 1))
        found.append(Name(text, text[:ENDS], text[-ENDS:], allowed, attempt(text, allowed), pieces))
    return tuple(found)


def parted(name: str, number: int) -> Iterator[str]:
    """The name cut into so many pieces of about one length."""
    cuts = [len(name) * piece // number for piece in range(number + 1)]
    return (name[start:end] for start, end in pairwise(cuts) if start < end)


@cache
def all_forms(table: Table) -> tuple[str, ...]:
    forms = [form for row in table.rows for form in (row["name"], *row["also"].split("|")) if form]
    return tuple(sorted(set(forms)))


def attempt(name: str, distance: int) -> re.Pattern[str]:
    """The name's first characters, then room for its length with a few characters more or fewer."""
    head, room = re.escape(name[:ENDS]), len(name) - ENDS + distance
    return re.compile(rf"{head}(?=(?P<rest>[一-鿿、“”]{{1,{room}}}))")


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
