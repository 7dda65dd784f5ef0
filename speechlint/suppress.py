"""Suppressions obeyed: the findings they silence left out, the idle ones reported, new ones written."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from speechlint.model import Document, Finding, Fix, Span, Suppression

UNUSED = "file/unused-suppression"
MARKS = {"txt": "【speechlint: 忽略 {rules}】\n", "md": " <!-- speechlint: 忽略 {rules} -->"}


def obey(
    document: Document, findings: Sequence[Finding], active: Container[str], known: Container[str]
) -> Sequence[Finding]:
    """The findings without those silenced, and without the complaint about each suppression that is of use.

    One whose rules are all `known` but none of them `active` in this run is not idle: it waits for another run.
    An optional one is never idle.
    """
    if not document.suppressions:
        return findings
    useful = {s.span for s in document.suppressions if s.optional or waits(s, active, known)}
    kept: list[Finding] = []
    for finding in findings:
        by = [s for s in document.suppressions if finding.rule != UNUSED and silences(s, finding)]
        useful.update(s.span for s in by)
        if not by:
            kept.append(finding)
    return [finding for finding in kept if finding.rule != UNUSED or finding.span not in useful]


def silences(suppression: Suppression, finding: Finding) -> bool:
    named = {finding.rule, finding.family, "ALL"} & set(suppression.rules)
    return bool(named) and bool(suppression.covers) and suppression.covers.overlaps(finding.span)


def waits(suppression: Suppression, active: Container[str], known: Container[str]) -> bool:
    rules = suppression.rules
    return bool(rules) and bool(suppression.covers) and all(r in known and r not in active for r in rules)


def names_of(rules: Iterable[str]) -> frozenset[str]:
    """Every name that means one of the rules: their ids, their families, ALL."""
    ids = frozenset(rules)
    return ids | {rule.partition("/")[0] for rule in ids} | {"ALL"}


def marker_fixes(document: Document, findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """Edits that write one marker for every line with findings: before it in .txt, behind it in .md."""
    by_line: dict[int, dict[str, None]] = {}
    for finding in findings:
        if finding.rule != UNUSED:
            by_line.setdefault(document.index_at(finding.span.start), {})[finding.rule] = None
    return tuple(marker_fix(document, line, rules) for line, rules in sorted(by_line.items()))


def marker_fix(document: Document, line: int, rules: Mapping[str, None]) -> Fix:
    block = document.blocks[line].span
    # A comment alone on a line would split a Markdown paragraph, so there it stands at the line's end.
    at = block.end if document.format == "md" else block.start
    return Fix(Span(at, at), MARKS[document.format].format(rules="、".join(rules)), safe=False)
