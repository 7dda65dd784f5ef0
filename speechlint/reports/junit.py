"""JUnit XML: a suite a file, a failed case a finding, an error for a file that could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechlint.messages import Language
from speechlint.model import Document, Finding
from speechlint.reports.xml_text import attributes, text
from speechlint.session import Checked


def lines(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
    """Yield the report."""
    failures = sum(len(outcome.findings) for outcome in outcomes)
    errors = sum(outcome.problem is not None for outcome in outcomes)
    totals = attributes(name="speechlint", tests=sum(map(cases, outcomes)), failures=failures, errors=errors)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<testsuites {totals}>"
    for outcome in outcomes:
        yield from suite(outcome, language)
    yield "</testsuites>"


def cases(outcome: Checked) -> int:
    return max(len(outcome.findings), 1)


def suite(outcome: Checked, language: Language) -> Iterator[str]:
    errors = int(outcome.problem is not None)
    head = attributes(name=outcome.path, tests=cases(outcome), failures=len(outcome.findings), errors=errors)
    yield f"  <testsuite {head}>"
    if outcome.problem is not None:
        message = outcome.problem.say(language)
        yield f"    <testcase {attributes(classname=outcome.path, name='read')}>"
        yield f"      <error {attributes(type='file', message=message)}/>"
        yield "    </testcase>"
    elif not outcome.findings:
        yield f"    <testcase {attributes(classname=outcome.path, name='speechlint')}/>"
    for finding in outcome.findings:
        if outcome.document is not None:
            yield from case(outcome.document, finding)
    yield "  </testsuite>"


def case(document: Document, finding: Finding) -> Iterator[str]:
    at = document.position(finding.span.start)
    place = f"{at.line}:{at.column}"
    yield f"    <testcase {attributes(classname=document.path, name=f'{finding.rule} {place}')}>"
    body = text(f"{document.path}:{place}: {document.text_of(finding.span)}")
    yield f"      <failure {attributes(type=str(finding.severity), message=finding.message)}>{body}</failure>"
    yield "    </testcase>"
