"""Reviewdog's diagnostic format (rdjson); its columns count UTF-8 bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from speechlint.messages import Language
from speechlint.model import Document, Finding, Span
from speechlint.session import Checked

Part = dict[str, object]


def lines(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
    """Yield one diagnostic result."""
    found = [item for outcome in outcomes for item in diagnostics(outcome, language)]
    body = {"source": {"name": "speechlint"}, "diagnostics": found}
    yield json.dumps(body, ensure_ascii=False, indent=1)


def diagnostics(outcome: Checked, language: Language) -> Iterator[Part]:
    if outcome.problem is not None:
        yield {"message": outcome.problem.say(language), "location": {"path": outcome.path}, "severity": "ERROR"}
    if outcome.document is not None:
        for finding in outcome.findings:
            yield diagnostic(outcome.document, finding)


def diagnostic(document: Document, finding: Finding) -> Part:
    found: Part = {
        "message": finding.message,
        "location": location(document, finding.span),
        "severity": str(finding.severity).upper(),
        "code": {"value": finding.rule},
    }
    if finding.fix:
        found["suggestions"] = [{"range": extent(document, finding.fix.span), "text": finding.fix.text}]
    if finding.related:
        found["relatedLocations"] = [
            {"message": place.message, "location": location(document, place.span)} for place in finding.related
        ]
    return found


def location(document: Document, span: Span) -> Part:
    return {"path": document.path, "range": extent(document, span)}


def extent(document: Document, span: Span) -> Part:
    return {"start": position(document, span.start), "end": position(document, span.end)}


def position(document: Document, offset: int) -> Part:
    at = document.position(offset)
    before = document.text[offset - at.column + 1 : offset]
    return {"line": at.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
