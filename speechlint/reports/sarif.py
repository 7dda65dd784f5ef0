"""SARIF 2.1.0, for code scanning services and editors."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from urllib.parse import quote

from speechlint import __version__
from speechlint.fingerprint import fingerprint
from speechlint.messages import Language
from speechlint.model import Document, Finding, Fix, Severity, Span
from speechlint.reports.described import rule_descriptions
from speechlint.session import Checked

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
Part = dict[str, object]


def lines(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
    """Yield the log; columns count Unicode code points."""
    rules = rule_descriptions(outcomes, language)
    order = {name: index for index, name in enumerate(rules)}
    results = [result(o.document, f, order) for o in outcomes if o.document for f in o.findings]
    run: Part = {
        "tool": {
            "driver": {
                "name": "speechlint",
                "version": __version__,
                "rules": [rule(name, title, why) for name, (title, why) in rules.items()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation(outcomes, language)],
        "results": results,
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def rule(name: str, title: str, why: str) -> Part:
    return {"id": name, "shortDescription": {"text": title}, "fullDescription": {"text": why or title}}


def invocation(outcomes: Sequence[Checked], language: Language) -> Part:
    """The run itself: a file that could not be read is a notification, and the run no success."""
    notes = [
        {
            "level": "error",
            "message": {"text": outcome.problem.say(language)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(outcome.path)}}}],
        }
        for outcome in outcomes
        if outcome.problem is not None
    ]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def result(document: Document, finding: Finding, order: dict[str, int]) -> Part:
    found: Part = {
        "ruleId": finding.rule,
        "ruleIndex": order[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [location(document, finding.span)],
        "partialFingerprints": {"speechlint/v1": fingerprint(document, finding)},
        "properties": {"part": document.block_at(finding.span.start).kind.part},
    }
    if finding.related:
        found["relatedLocations"] = [
            {"id": number, **location(document, place.span), "message": {"text": place.message}}
            for number, place in enumerate(finding.related, 1)
        ]
    if finding.fix:
        found["fixes"] = [replacement(document, finding, finding.fix)]
    return found


def replacement(document: Document, finding: Finding, fix: Fix) -> Part:
    change = {"deletedRegion": region(document, fix.span), "insertedContent": {"text": fix.text}}
    artifact = {"artifactLocation": {"uri": uri(document.path)}, "replacements": [change]}
    return {"description": {"text": finding.message}, "artifactChanges": [artifact]}


def location(document: Document, span: Span) -> Part:
    place = {"artifactLocation": {"uri": uri(document.path)}, "region": region(document, span)}
    return {"physicalLocation": place}


def region(document: Document, span: Span) -> Part:
    start, end = document.position(span.start), document.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "snippet": {"text": document.text_of(span)},
    }


def uri(path: str) -> str:
    """A relative path as a relative reference, an absolute one as a file URI."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()))
