"""Find every time expression of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from speechlint.language.openings import tried
from speechlint.language.time_expressions import TimeExpression
from speechlint.language.time_grammar import GRAMMAR, OPENINGS
from speechlint.language.time_readers import READERS
from speechlint.scan import matches


def time_expressions(text: str) -> tuple[TimeExpression, ...]:
    """Every expression in order; where two readings overlap, the longer one, then the earlier one."""
    found: list[tuple[int, int, int, TimeExpression]] = []
    for rank, (name, several) in enumerate(forms(text)):
        read = filter(None, map(READERS[name], several))
        found += [(e.span.start, -e.span.end, rank, e) for e in read]
    kept: list[TimeExpression] = []
    for start, _, _, expression in sorted(found):
        if not kept or kept[-1].span.end <= start:
            kept.append(expression)
        elif len(expression.span) > len(kept[-1].span):
            kept[-1] = expression
    return tuple(kept)


def forms(text: str) -> Iterator[tuple[str, Iterable[re.Match[str]]]]:
    """Yield each form of the grammar with what of a text has that form."""
    starts = {names: [opening.start() for opening in pattern.finditer(text)] for pattern, names in OPENINGS}
    for name, pattern in GRAMMAR:
        places = next((places for names, places in starts.items() if name in names), None)
        yield name, matches(pattern, text) if places is None else tried(pattern, text, places)
