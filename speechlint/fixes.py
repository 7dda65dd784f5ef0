"""Findings become edits: which fixes are applied, and what the draft reads afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from speechlint.model import Document, Finding, Fix, Severity, Span
from speechlint.spans import SpanSet


def shown_with_others(findings: Iterable[Finding], severity: Severity) -> list[Finding]:
    """The findings of a severity or a graver one, and the lesser ones that one of the same rule points at.

    A rule may tell of the first of many like faults and leave the others to advice; they are mended with it.
    """
    findings = list(findings)
    shown = [finding for finding in findings if finding.severity.rank >= severity.rank]
    others = {(finding.rule, place.span) for finding in shown for place in finding.related}
    return [f for f in findings if f.severity.rank >= severity.rank or (f.rule, f.span) in others]


def wanted_fixes(findings: Iterable[Finding], *, unsafe: bool = False) -> tuple[Fix, ...]:
    """The fixes to apply, in reading order and disjoint; of two that overlap the first finding's stands."""
    taken = SpanSet()
    chosen: list[Fix] = []
    for finding in findings:
        fix = finding.fix
        if fix is not None and (fix.safe or unsafe) and not taken.touches(fix.span):
            taken.add(fix.span)
            chosen.append(fix)
    return tuple(sorted(chosen, key=lambda fix: fix.span))


def whole_lines(document: Document, fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """The same fixes, but one that empties a block takes the block's line feed too, so that no blank line is left."""
    return tuple(with_line_feed(document, fix) for fix in fixes)


def with_line_feed(document: Document, fix: Fix) -> Fix:
    block = document.block_at(fix.span.start).span
    if fix.text or fix.span != block or not block:
        return fix
    if block.end < len(document.text):
        return Fix(Span(block.start, block.end + 1), "", fix.safe)
    return Fix(Span(max(block.start - 1, 0), block.end), "", fix.safe)


def applied(text: str, fixes: Sequence[Fix]) -> str:
    """The text with disjoint fixes, given in reading order, carried out."""
    pieces: list[str] = []
    at = 0
    for fix in fixes:
        pieces += [text[at : fix.span.start], fix.text]
        at = fix.span.end
    return "".join([*pieces, text[at:]])
