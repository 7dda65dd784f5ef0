"""Document × rules → findings: overlaps settled, inert text left alone, reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from speechlint.messages import Language, Problem
from speechlint.model import Document, Finding, Fix, Related, Severity
from speechlint.ruleset import Rule
from speechlint.spans import SpanSet

if TYPE_CHECKING:
    from speechlint.checks.kinds import Match
    from speechlint.language.analysis import Analysis

LAYOUT = "layout"
# The kind of check that only advises: what it says gives way to any other finding of its family.
ADVISORY = "context"
IN_QUOTES = re.compile(r"“\{(\w+)\}”")
QUOTATION = re.compile("“([^“”]+)”")


def lint(document: Document, rules: Iterable[Rule], language: Language = "zh") -> list[Finding]:
    """Every finding of the rules in one draft, in reading order; raises Problem when a rule fails."""
    # Findings kept from an earlier run need none of the language.
    from speechlint.language.analysis import Analysis

    analysis = Analysis(document)
    rules = tuple(rules)
    found = [finding for rule in rules for finding in findings_of(rule, analysis, language)]
    advisory = frozenset(rule.id for rule in rules if rule.kind == ADVISORY)
    return sorted(settle(found, advisory), key=reading_order)


def findings_of(rule: Rule, analysis: Analysis, language: Language) -> list[Finding]:
    """One rule's findings; a rule may come from anywhere, so whatever else it raises becomes a Problem naming it."""
    try:
        matches = [match for match in rule.check(analysis) if rule.reads_inert or not analysis.inert.covers(match.span)]
        return [finding_of(analysis, rule, match, language) for match in matches]
    except Problem:
        raise
    except Exception as error:
        raise Problem("rule-failed", rule=rule.id, reason=f"{type(error).__name__}: {error}") from error


def finding_of(analysis: Analysis, rule: Rule, match: Match, language: Language) -> Finding:
    """The match in the rule's words; it carries no fix where that would write over mark-up."""
    found = analysis.document.text_of(match.span)
    fields = {"found": found, "better": match.better or "", **match.fields}
    fix = None
    if rule.fix and match.better is not None and not analysis.inert.touches(match.span):
        fix = Fix(match.span, match.better, rule.fix == "safe")
    suggestions = match.suggestions or ((match.better,) if match.better is not None else ())
    return Finding(
        rule.id,
        match.span,
        filled(rule.message[language], fields),
        match.severity or rule.severity,
        fix,
        suggestions,
        tuple(related_places(analysis.document, rule, match, fields, language)),
    )


def related_places(
    document: Document, rule: Rule, match: Match, fields: dict[str, str], language: Language
) -> Iterator[Related]:
    template = rule.related.get(language, "{text}")
    for clue in match.related:
        text = document.text_of(clue.span)
        yield Related(clue.span, filled(template, {**fields, "text": text, **clue.fields}))


def filled(template: str, fields: Mapping[str, str]) -> str:
    """The template with its fields; in what it sets in quotation marks they turn into single ones, as in print."""
    quoted = {name: QUOTATION.sub(r"‘\1’", fields[name]) for name in IN_QUOTES.findall(template)}
    return template.format_map({**fields, **quoted})


def settle(findings: list[Finding], advisory: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Of overlapping findings in one family keep the gravest, then the widest, then the first by rule id.

    Findings of `advisory` rules are kept only where no other of their family is.
    Two families may both speak about one place: a misspelt word inside a watermark is both. So may two rules of layout:
    one paragraph's font and its indent are two faults.
    """
    taken: dict[str, SpanSet] = {}
    for finding in sorted(findings, key=lambda finding: (finding.rule in advisory, precedence(finding))):
        others = taken.setdefault(finding.rule if finding.family == LAYOUT else finding.family, SpanSet())
        if not others.touches(finding.span):
            others.add(finding.span)
            yield finding


def precedence(finding: Finding) -> tuple[int, int, str, int]:
    return (-finding.severity.rank, -len(finding.span), finding.rule, finding.span.start)


def reading_order(finding: Finding) -> tuple[int, int, str]:
    return (finding.span.start, finding.span.end, finding.rule)


def at_least(findings: Iterable[Finding], severity: Severity) -> list[Finding]:
    return [finding for finding in findings if finding.severity.rank >= severity.rank]
