"""One file mended: fixes applied round after round until none is left."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from pathlib import Path

from speechlint.fixes import shown_with_others, wanted_fixes
from speechlint.messages import Problem
from speechlint.model import Document, Finding
from speechlint.readers import WORD_SUFFIXES, read_bytes
from speechlint.readers.office import require_rewritable
from speechlint.session import Settings, findings_in
from speechlint.writers.edited import Edited, Writer
from speechlint.writers.text import edit_text
from speechlint.writers.word.plain import edit_word

WRITERS: dict[str, Writer] = {"txt": edit_text, "md": edit_text, "docx": edit_word}
# A fix may uncover another (a doubled mark inside a corrected pair; the tenth of many stray brackets).
ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's bytes before and after, its texts for a diff, and how many fixes were made or left as unsafe."""

    path: Path
    data: bytes
    before: Document
    after: Document
    count: int
    unsafe_left: int


@dataclass(frozen=True, slots=True)
class Passed:
    """A file as it stands after some rounds, with how many fixes brought it there."""

    data: bytes
    document: Document
    count: int


def mend(path: Path, data: bytes, settings: Settings, fixable: Container[str], *, unsafe: bool) -> Mended:
    """Apply the fixes of the rules in `fixable` to a file's bytes until a round changes nothing; raises Problem.

    Rules that undo each other come back to a text seen before: of those in the circle the least is kept, so that the
    next run, wherever in the circle it begins, ends with the same.
    """
    if path.suffix.lower() in WORD_SUFFIXES:
        require_rewritable(data)
    first = document = read_bytes(str(path), data, settings.encoding, layout=settings.reads_layout)
    writer = writer_of(first, path)
    passed = [Passed(data, document, 0)]
    for _ in range(ROUNDS):
        fixes = wanted_fixes(fixable_findings(document, settings, fixable), unsafe=unsafe)
        edited = writer(data, document, fixes, settings.encoding) if fixes else Edited(data, 0)
        if not edited.made:
            break
        data = edited.data
        document = read_bytes(str(path), data, settings.encoding, layout=settings.reads_layout)
        passed.append(Passed(data, document, passed[-1].count + edited.made))
        if circle := circle_in(passed):
            passed.append(min(circle, key=lambda state: state.document.text))
            break
    last = passed[-1]
    left = len(wanted_fixes(fixable_findings(last.document, settings, fixable), unsafe=True))
    return Mended(path, last.data, first, last.document, last.count, left)


def circle_in(passed: Sequence[Passed]) -> Sequence[Passed]:
    """The states since the one whose text the last state has again."""
    *earlier, last = passed
    return next((earlier[n:] for n, state in enumerate(earlier) if state.document.text == last.document.text), [])


def fixable_findings(document: Document, settings: Settings, fixable: Container[str]) -> list[Finding]:
    """Every rule is heard, so that overlaps are settled as in a check, and then the fixable ones it shows are kept."""
    shown = shown_with_others(findings_in(document, settings), settings.min_severity)
    return [finding for finding in shown if finding.rule in fixable]


def writer_of(document: Document, path: Path) -> Writer:
    if document.format not in WRITERS:
        raise Problem("unfixable", suffix=path.suffix)
    return WRITERS[document.format]
