"""Do characters of a table occur: another script's form, or a look-alike code point."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Span
from speechlint.prepared import prepared
from speechlint.tables import Columns, Table
from speechlint.vocabulary import Literals

# Strays this close together came in one piece and are said in one finding.
NEAR = 10
TITLE = re.compile(r"《[^《》\n]{1,60}》")


@kind()
def glyph(
    analysis: Analysis, *, table: Annotated[Table, Columns("wrong", "right")], native: float = 1.0
) -> Iterator[Match]:
    """Yield every stretch of characters that the table's `wrong` column holds, with the `right` ones in their place.

    A draft in which they make up more than the share `native` is written in that script on purpose, and a book's
    title is quoted as it stands: both are left alone.
    """
    if not analysis.scan.holds(literals_of(table)):
        return
    text, forms = analysis.text, forms_of(table)
    if sum(ord(c) in forms for c in text) > native * max(len(text), 100):
        return
    titles = [Span(*found.span()) for found in TITLE.finditer(text)] if native < 1 else []
    for found in run_of(table).finditer(text):
        span = Span(*found.span())
        at = bisect_right(titles, span.start, key=lambda title: title.start) - 1
        if at < 0 or not titles[at].covers(span):
            yield Match(span, better=found.group().translate(forms))


@cache
def literals_of(table: Table) -> Literals:
    return Literals(right_forms(table))


@cache
def forms_of(table: Table) -> dict[int, str]:
    return str.maketrans(right_forms(table))


@cache
def run_of(table: Table) -> re.Pattern[str]:
    characters = f"[{''.join(map(re.escape, right_forms(table)))}]"
    return re.compile(rf"{characters}+(?:[^\n。]{{0,{NEAR}}}{characters}+)*")


@prepared
def right_forms(table: Table) -> dict[str, str]:
    return {row["wrong"]: row["right"] for row in table.rows}
