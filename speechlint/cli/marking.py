"""`speechlint check --add-ignore`: a suppression marker written beside every finding."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from speechlint.messages import Problem
from speechlint.readers import read_bytes
from speechlint.session import Checked
from speechlint.suppress import MARKS, marker_fixes
from speechlint.writers.files import replace_file
from speechlint.writers.text import edit_text


def add_markers(outcomes: Sequence[Checked], encoding: str | None) -> tuple[list[Checked], int]:
    """Write markers into the files with findings: what became of each file, and how many markers were written."""
    written = 0
    after: list[Checked] = []
    for outcome in outcomes:
        try:
            written += mark(outcome, encoding)
            after.append(outcome)
        except Problem as problem:
            after.append(Checked(outcome.path, problem=problem))
    return after, written


def mark(outcome: Checked, encoding: str | None) -> int:
    document = outcome.document
    if document is None or not outcome.findings:
        return 0
    if document.format not in MARKS:
        raise Problem("unmarkable", suffix=Path(outcome.path).suffix)
    path = Path(outcome.path)
    data = path.read_bytes()
    if read_bytes(outcome.path, data, encoding).text != document.text:
        raise Problem("changed-meanwhile")
    fixes = marker_fixes(document, outcome.findings)
    replace_file(path, edit_text(data, document, fixes, encoding).data)
    return len(fixes)
