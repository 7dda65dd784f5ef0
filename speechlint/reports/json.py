"""The JSON report, and the same findings one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from speechlint import __version__
from speechlint.fingerprint import fingerprint
from speechlint.messages import Language, say
from speechlint.model import Document, Finding, Severity, Span
from speechlint.session import Checked

Value = None | bool | int | str | Sequence["Value"] | dict[str, "Value"]


def report(outcomes: Sequence[Checked], language: Language) -> str:
    """The whole run as one JSON object."""
    body: dict[str, Value] = {
        "version": __version__,
        "files": [file_of(outcome, language) for outcome in outcomes],
        "findings": list(findings_of(outcomes)),
        "summary": summary(outcomes),
    }
    return json.dumps(body, ensure_ascii=False, indent=1)


def report_lines(outcomes: Iterable[Checked]) -> Iterator[str]:
    """One JSON object a finding."""
    for finding in findings_of(outcomes):
        yield json.dumps(finding, ensure_ascii=False)


def findings_of(outcomes: Iterable[Checked]) -> Iterator[dict[str, Value]]:
    for outcome in outcomes:
        if outcome.document is not None:
            for finding in outcome.findings:
                yield finding_of(outcome.document, finding)


def file_of(outcome: Checked, language: Language) -> dict[str, Value]:
    document = outcome.document
    return {
        "path": outcome.path,
        "format": document.format if document else None,
        "encoding": document.encoding if document else None,
        "characters": len(document.text) if document else None,
        "notes": [say(note, language) for note in document.notes] if document else [],
        "error": outcome.problem.say(language) if outcome.problem else None,
    }


def finding_of(document: Document, finding: Finding) -> dict[str, Value]:
    fix = finding.fix
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "path": document.path,
        **place(document, finding.span),
        "part": document.block_at(finding.span.start).kind.part,
        "suggestions": list(finding.suggestions),
        "fix": {"start": fix.span.start, "end": fix.span.end, "text": fix.text, "safe": fix.safe} if fix else None,
        "related": [{**place(document, r.span), "message": r.message} for r in finding.related],
        "fingerprint": fingerprint(document, finding),
    }


def place(document: Document, span: Span) -> dict[str, Value]:
    start, end = document.position(span.start), document.position(span.end)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "start": span.start,
        "end": span.end,
        "text": document.text_of(span),
    }


def summary(outcomes: Iterable[Checked]) -> dict[str, Value]:
    outcomes = list(outcomes)
    counts: dict[str, Value] = {"files": len(outcomes)}
    for severity in Severity:
        counts[severity] = sum(f.severity is severity for outcome in outcomes for f in outcome.findings)
    return counts
