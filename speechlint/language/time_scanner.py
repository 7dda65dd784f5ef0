"""Find every time expression of a text."""

from __future__ import annotations

from speechlint.language.time_expressions import TimeExpression
from speechlint.language.time_grammar import GRAMMAR
from speechlint.language.time_readers import READERS


def time_expressions(text: str) -> tuple[TimeExpression, ...]:
    """Every expression in order; where two readings overlap, the longer one, then the earlier one."""
    found = [e for name, form in GRAMMAR for m in form.finditer(text) if (e := READERS[name](m)) is not None]
    kept: list[TimeExpression] = []
    for expression in sorted(found, key=lambda e: (e.span.start, -len(e.span))):
        if not kept or kept[-1].span.end <= expression.span.start:
            kept.append(expression)
        elif len(expression.span) > len(kept[-1].span):
            kept[-1] = expression
    return tuple(kept)
