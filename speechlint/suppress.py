"""Suppressions obeyed: the findings they silence left out, the idle ones reported, new ones written."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from speechlint.messages import Language, say
from speechlint.model import Document, Finding, Fix, Span, Suppression

UNUSED = "file/unused-suppression"
MARKS = {"txt": "【speechlint: 忽略 {rules}】\n", "md": " <!-- speechlint: 忽略 {rules} -->"}


def obey(
    document: Document,
    findings: Sequence[Finding],
    active: Container[str],
    known: Container[str],
    language: Language,
) -> Sequence[Finding]:
    """The findings without those silenced, and complaints only about the names in suppressions that are of no use.

    A name `known` but not `active` in this run is not idle: it waits for another run. An optional suppression never is.
    """
    used: set[tuple[Span, str]] = set()
    kept: list[Finding] = []
    for finding in findings:
        by = [(s.span, name) for s in document.suppressions for name in silencing(s, finding)]
        used.update(by)
        if not by:
            kept.append(finding)

    def idle(suppression: Suppression, name: str) -> bool:
        return (suppression.span, name) not in used and (name not in known or name in active)

    return [told for finding in kept for told in complaints(document, finding, idle, language)]


def silencing(suppression: Suppression, finding: Finding) -> Iterator[str]:
    """The names in a suppression by which it silences a finding."""
    if finding.rule != UNUSED and suppression.covers and suppression.covers.overlaps(finding.span):
        yield from {finding.rule, finding.family, "ALL"} & set(suppression.rules)


def complaints(
    document: Document, finding: Finding, idle: Callable[[Suppression, str], bool], language: Language
) -> Iterator[Finding]:
    """A finding as it is; a complaint about a suppression only where that is idle, narrowed to the names that are."""
    here = [s for s in document.suppressions if s.span == finding.span] if finding.rule == UNUSED else []
    if any(s.optional for s in here):
        return
    useless = [(name, place) for s in here for name, place in named_in(s) if idle(s, name)]
    if len(useless) == sum(len(s.rules) for s in here) or not all(s.covers for s in here):
        yield finding
        return
    for name, place in useless:
        yield replace(finding, span=place, message=say("idle-name", language, name=name))


def named_in(suppression: Suppression) -> Iterator[tuple[str, Span]]:
    """Each name with its own place, or with that of the whole where a comment holds the names."""
    for number, name in enumerate(suppression.rules):
        yield name, suppression.places[number] if suppression.places else suppression.span


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
