"""CSV for a spreadsheet: a row a finding, with the mark by which Excel knows UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from speechlint.messages import Language, say
from speechlint.session import Checked

MARK = "\ufeff"
COLUMNS = ("path", "line", "column", "severity", "rule", "message", "text", "suggestions")


def lines(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
    """Yield a heading, then the rows; a file that could not be read has a row too."""
    yield MARK + ",".join(COLUMNS)
    for outcome in outcomes:
        if outcome.problem is not None:
            yield row(outcome.path, "", "", "error", "", outcome.problem.say(language), "", "")
        for finding in outcome.findings:
            if outcome.document is not None:
                at = outcome.document.position(finding.span.start)
                text = outcome.document.text_of(finding.span)
                better = say("comma", language).join(finding.suggestions)
                place = (outcome.path, at.line, at.column)
                yield row(*place, finding.severity, finding.rule, finding.message, text, better)


def row(*cells: object) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([inert(str(cell)) for cell in cells])
    return out.getvalue()


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
