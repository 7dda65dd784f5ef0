"""Whole drafts: what is found in faulty ones stands in the golden file beside each, clean ones stay silent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from golden import compare

from speechlint.linter import at_least, lint
from speechlint.model import Document, Finding, Severity, Span
from speechlint.readers import is_supported, read
from speechlint.rule_file import load_rules

FIXTURES = Path(__file__).parent.parent / "fixtures"
RULES = tuple(rule for rule in load_rules() if rule.enabled)


def drafts(folder: str) -> list[Path]:
    return sorted(path for path in (FIXTURES / folder).iterdir() if is_supported(path))


def described(document: Document, findings: list[Finding]) -> Iterator[str]:
    for finding in findings:
        place = quoted(document, finding.span)
        yield f"{place} {finding.severity} {finding.rule} {finding.message}"
        for related in finding.related:
            yield f"    {quoted(document, related.span)} {related.message}"


def quoted(document: Document, span: Span) -> str:
    at = document.position(span.start)
    return f"{at.line}:{at.column} ⟦{document.text_of(span)}⟧".replace("\n", "⏎")


@pytest.mark.parametrize("path", drafts("drafts"), ids=lambda path: path.name)
def test_a_faulty_draft_gives_its_golden_findings(path: Path, update_golden: bool) -> None:
    document = read(path)
    findings = at_least(lint(document, RULES), Severity.WARNING)
    seen = "".join(f"{line}\n" for line in described(document, findings))
    compare(path.with_name(path.name + ".findings"), seen, update=update_golden)


@pytest.mark.parametrize("path", drafts("clean"), ids=lambda path: path.name)
def test_a_clean_draft_stays_silent(path: Path) -> None:
    document = read(path)
    findings = at_least(lint(document, RULES), Severity.WARNING)
    assert list(described(document, findings)) == []
