"""One line a finding: `path:line:column: severity rule message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechlint.messages import Language
from speechlint.reports.visible import visible
from speechlint.session import Checked


def plain(outcomes: Iterable[Checked], language: Language) -> Iterator[str]:
    """Yield the lines of a report that other programs read."""
    for outcome in outcomes:
        if outcome.document is None:
            continue
        for finding in outcome.findings:
            at = outcome.document.position(finding.span.start)
            place = f"{outcome.path}:{at.line}:{at.column}"
            yield visible(f"{place}: {finding.severity} {finding.rule} {finding.message}")
