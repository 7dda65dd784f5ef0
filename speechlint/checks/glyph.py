"""Do characters of a table occur: another script's form, or a look-alike code point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from speechlint.checks.kinds import Match, kind
from speechlint.model import Document, Span
from speechlint.tables import Columns, Table

# Strays this close together came in one piece and are said in one finding.
NEAR = 10
TITLE = re.compile(r"《[^《》\n]{1,60}》")


@kind()
def glyph(
    document: Document, *, table: Annotated[Table, Columns("wrong", "right")], native: float = 1.0
) -> Iterator[Match]:
    """Yield every stretch of characters that the table's `wrong` column holds, with the `right` ones in their place.

    A draft in which they make up more than the share `native` is written in that script on purpose, and a book's
    title is quoted as it stands: both are left alone.
    """
    forms, run = forms_of(table)
    runs = [Span(*found.span()) for found in run.finditer(document.text)]
    if not runs or sum(ord(c) in forms for c in document.text) > native * max(len(document.text), 100):
        return
    titles = [Span(*found.span()) for found in TITLE.finditer(document.text)] if native < 1 else []
    for span in runs:
        if not any(title.covers(span) for title in titles):
            yield Match(span, better=document.text_of(span).translate(forms))


@cache
def forms_of(table: Table) -> tuple[dict[int, str], re.Pattern[str]]:
    forms = {row["wrong"]: row["right"] for row in table.rows}
    characters = f"[{''.join(map(re.escape, forms))}]"
    return str.maketrans(forms), re.compile(rf"{characters}+(?:[^\n。]{{0,{NEAR}}}{characters}+)*")
