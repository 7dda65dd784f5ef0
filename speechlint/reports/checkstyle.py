"""Checkstyle XML, which many continuous integration servers and editors read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechlint.messages import Language
from speechlint.reports.xml_text import attributes
from speechlint.session import Checked


def lines(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
    """Yield the report."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<checkstyle version="4.3">'
    for outcome in outcomes:
        yield f"  <file {attributes(name=outcome.path)}>"
        for error in errors(outcome, language):
            yield f"    <error {error}/>"
        yield "  </file>"
    yield "</checkstyle>"


def errors(outcome: Checked, language: Language) -> Iterator[str]:
    if outcome.problem is not None:
        message = outcome.problem.say(language)
        yield attributes(line=1, severity="error", message=message, source="speechlint.file")
    if outcome.document is None:
        return
    for finding in outcome.findings:
        at = outcome.document.position(finding.span.start)
        source = f"speechlint.{finding.rule.replace('/', '.')}"
        place = {"line": at.line, "column": at.column}
        yield attributes(**place, severity=finding.severity, message=finding.message, source=source)
