"""GitHub Actions: a grouped log with annotations, and a table for the job's summary, which shows more than ten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechlint.messages import Language, say
from speechlint.model import Document, Finding, Severity
from speechlint.reports.counts import closing_line
from speechlint.session import Checked

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def lines(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
    """Yield workflow commands, a group a file."""
    for outcome in outcomes:
        if outcome.problem is not None:
            yield f"::error {options(file=outcome.path)}::{escaped(outcome.problem.say(language))}"
        if outcome.document is None or not outcome.findings:
            continue
        yield f"::group::{escaped(outcome.path)} ({len(outcome.findings)})"
        for finding in outcome.findings:
            yield annotation(outcome.document, finding)
        yield "::endgroup::"
    yield escaped(closing_line(outcomes, language))


def annotation(document: Document, finding: Finding) -> str:
    start, end = document.position(finding.span.start), document.position(finding.span.end)
    place = options(
        file=document.path,
        line=start.line,
        endLine=end.line,
        col=start.column,
        endColumn=end.column,
        title=finding.rule,
    )
    return f"::{COMMANDS[finding.severity]} {place}::{escaped(finding.message)}"


def options(**values: object) -> str:
    return ",".join(
        f"{key}={escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}" for key, value in values.items()
    )


def escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def job_summary(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
    """Yield a Markdown table of every finding."""
    yield "## speechlint"
    yield ""
    yield closing_line(outcomes, language)
    yield ""
    rows = [row for outcome in outcomes for row in rows_of(outcome, language)]
    if rows:
        yield "| | | | |"
        yield "|---|---|---|---|"
        yield from rows


def rows_of(outcome: Checked, language: Language) -> Iterator[str]:
    if outcome.problem is not None:
        yield row(outcome.path, say("severity-error", language), "", outcome.problem.say(language))
    if outcome.document is not None:
        for finding in outcome.findings:
            at = outcome.document.position(finding.span.start)
            severity = say(f"severity-{finding.severity}", language)
            yield row(f"{outcome.path}:{at.line}:{at.column}", severity, finding.rule, finding.message)


def row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ") for cell in cells) + " |"
