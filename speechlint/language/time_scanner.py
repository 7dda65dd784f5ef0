"""Find every time expression of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from speechlint.language.openings import Openings
from speechlint.language.time_expressions import TimeExpression
from speechlint.language.time_grammar import GRAMMAR, OF_MONTHS, OF_YEARS
from speechlint.language.time_readers import READERS
from speechlint.scan import matches


def time_expressions(openings: Openings) -> tuple[TimeExpression, ...]:
    """Every expression of a text in order; where two readings overlap, the longer one, then the earlier one."""
    found: list[tuple[int, int, int, TimeExpression]] = []
    for rank, (name, pattern) in enumerate(GRAMMAR):
        read = filter(None, map(READERS[name], of_form(openings, name, pattern)))
        found += [(e.span.start, -e.span.end, rank, e) for e in read]
    kept: list[TimeExpression] = []
    end = 0
    for start, _, _, expression in sorted(found):
        if end <= start:
            kept.append(expression)
        elif len(expression.span) > len(kept[-1].span):
            kept[-1] = expression
        end = kept[-1].span.end
    return tuple(kept)


def of_form(openings: Openings, name: str, pattern: re.Pattern[str]) -> Iterable[re.Match[str]]:
    """What of a text has one of the forms."""
    if name in OF_MONTHS:
        return openings.of_months(pattern)
    return openings.of_years(pattern) if name in OF_YEARS else matches(pattern, openings.text)
