"""Is a fixed phrase (“四个意识”) spelt out with all its members, and used with its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from speechlint.checks.kinds import Match, kind
from speechlint.model import Document, Span
from speechlint.scan import matches
from speechlint.tables import Row, Table

Fault = Literal["verb", "member"]
# What opens the members after a phrase: “，即…”, “：…”, “（…）”.
NAMELY = re.compile(
    r"[”’]?(?:战略布局|总体布局|要求|总要求)?[，,]?(?:即|就是|也就是|包括|[：:]|[（(]|——)[：:]?(?P<list>[^。！？\n）)]{1,200})"
)
# What closes them before a phrase: “A、B、C‘四个意识’”, “A、B、C的新发展理念”.
LIST_BEFORE = re.compile(r"(?P<list>[^，。；：！？,;:!?\n（(]{1,120})(?:等|的)?[“‘]?$")
PARTIAL = re.compile(r"等|特别是|尤其|其中|为主|为重点")
LOOK_BACK = 130


@kind("phrase", "missing")
def members(document: Document, *, table: Table, fault: Fault) -> Iterator[Match]:
    """Yield every phrase of the table with an unfit verb before it, or spelt out with a member left out.

    The table's columns: `phrase`, `verb` and `unfit` (verbs of other phrases, apart by |), `members` (apart by |).
    """
    if fault == "verb":
        yield from unfit_verbs(document, table)
    else:
        yield from left_out(document, table)


def unfit_verbs(document: Document, table: Table) -> Iterator[Match]:
    for row in table.rows:
        pattern = verb_pattern(table, row["phrase"])
        for found in matches(pattern, document.text) if pattern else ():
            yield Match(Span(*found.span("verb")), {"phrase": row["phrase"]}, row["verb"])


@cache
def verb_pattern(table: Table, phrase: str) -> re.Pattern[str] | None:
    unfit = next(row["unfit"] for row in table.rows if row["phrase"] == phrase)
    return re.compile(rf"(?P<verb>{unfit})(?=[“‘]?{phrase})") if unfit else None


def left_out(document: Document, table: Table) -> Iterator[Match]:
    rows = {row["phrase"]: row for row in table.rows if row["members"]}
    for found in matches(any_phrase(table), document.text):
        block = document.block_at(found.start()).span
        row = rows[found.group()]
        after = NAMELY.match(document.text, found.end(), block.end)
        before = LIST_BEFORE.search(document.text, max(block.start, found.start() - LOOK_BACK), found.start())
        for spelt in filter(None, (after, before)):
            missing = missing_of(row, spelt["list"])
            if missing:
                yield Match(Span(*found.span()), {"phrase": row["phrase"], "missing": "、".join(missing)})
                break


@cache
def any_phrase(table: Table) -> re.Pattern[str]:
    phrases = sorted((row["phrase"] for row in table.rows if row["members"]), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, phrases)))


def missing_of(row: Row, listed: str) -> list[str]:
    """The members a list leaves out; none when it names fewer than most of them, or says it is not whole."""
    known = row["members"].split("|")
    named = [member for member in known if member in listed]
    if len(named) * 2 <= len(known) or PARTIAL.search(listed):
        return []
    return [member for member in known if member not in listed]
