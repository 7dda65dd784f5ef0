"""Findings as an editor's diagnostics."""

from __future__ import annotations

from lsprotocol.types import Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Position, Range

from speechlint.lsp.drafts import Draft
from speechlint.model import Finding, Severity

SOURCE = "speechlint"
SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def diagnostics(draft: Draft) -> list[Diagnostic]:
    """What to underline: every finding, or at the top the reason why the draft could not be checked."""
    found = [diagnostic(draft, finding) for finding in draft.findings]
    if draft.problem is not None:
        top = Range(Position(0, 0), Position(0, 0))
        found.append(Diagnostic(top, draft.problem.say(draft.language), DiagnosticSeverity.Error, source=SOURCE))
    return found


def diagnostic(draft: Draft, finding: Finding) -> Diagnostic:
    places = [
        DiagnosticRelatedInformation(Location(draft.opened.uri, draft.positions.range(related.span)), related.message)
        for related in finding.related
    ]
    return Diagnostic(
        draft.positions.range(finding.span),
        finding.message,
        SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=places,
    )
