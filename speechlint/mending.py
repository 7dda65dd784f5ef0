"""One file mended: fixes applied round after round until none is left."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, replace
from pathlib import Path

from speechlint.fixes import wanted_fixes, whole_lines
from speechlint.messages import Problem
from speechlint.model import Document, Finding, Fix
from speechlint.readers import read_bytes
from speechlint.session import Settings, findings_in
from speechlint.writers.text import edited_text

Writer = Callable[[bytes, Document, tuple[Fix, ...], str | None], bytes]

WRITERS: dict[str, Writer] = {"txt": edited_text, "md": edited_text}
# A fix may uncover another (a doubled mark inside a corrected pair); rules that undo each other stop here.
ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's bytes before and after, its texts for a diff, and how many fixes were made or left as unsafe."""

    path: Path
    data: bytes
    before: Document
    after: Document
    count: int
    unsafe_left: int


def mend(path: Path, data: bytes, settings: Settings, fixable: Container[str], *, unsafe: bool) -> Mended:
    """Apply the fixes of the rules in `fixable` to a file's bytes until a round changes nothing; raises Problem."""
    first = document = read_bytes(str(path), data, settings.encoding)
    writer = writer_of(first, path)
    count = 0
    for _ in range(ROUNDS):
        fixes = whole_lines(document, wanted_fixes(fixable_findings(document, settings, fixable), unsafe=unsafe))
        if not fixes:
            break
        data = writer(data, document, fixes, settings.encoding)
        document = replace(read_bytes(str(path), data, settings.encoding), path=first.path)
        count += len(fixes)
    left = len(wanted_fixes(fixable_findings(document, settings, fixable), unsafe=True))
    return Mended(path, data, first, document, count, left)


def fixable_findings(document: Document, settings: Settings, fixable: Container[str]) -> list[Finding]:
    """Every rule is heard, so that overlaps are settled as in a check, and then the fixable ones are kept."""
    return [f for f in findings_in(document, settings) if f.rule in fixable]


def writer_of(document: Document, path: Path) -> Writer:
    if document.format not in WRITERS:
        raise Problem("unfixable", suffix=path.suffix)
    return WRITERS[document.format]
