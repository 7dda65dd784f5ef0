"""Fixes as tracked changes: deletions and insertions at exact characters of a Word file's lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from speechlint.model import Document, Fix, Span
from speechlint.readers.pieces import Line, PieceKind
from speechlint.readers.xml import Element, name
from speechlint.writers.word.revisions import PARAGRAPH, Stamp, cut_out, delete, delete_mark, insertion
from speechlint.writers.word.runs import Atom

SECTION = name("w:sectPr")
OBJECTS = tuple(map(name, ("w:drawing", "w:pict", "w:object", "w:fldChar", "w:fldSimple", "w:footnoteReference")))


@dataclass(frozen=True, slots=True)
class Change:
    """A fix inside one line, offsets counted from the line's start; `whole` also takes the paragraph away."""

    line: int
    start: int
    end: int
    text: str
    whole: bool = False


def changes_of(document: Document, lines: Sequence[Line], fixes: Sequence[Fix]) -> Iterator[tuple[Fix, Change]]:
    """Each fix that can be made in the file with its change; one that touches a field, a label or two lines is left."""
    for fix in fixes:
        index = document.index_at(fix.span.start)
        block = document.blocks[index].span
        if fix.span == block and not fix.text and is_removable(lines, index):
            whole = Fix(Span(block.start, block.end + 1), "", fix.safe)
            yield whole, Change(index, 0, len(block), "", whole=True)
        elif fix.span.end <= block.end:
            change = trimmed(index, document.text, block, fix)
            if is_editable(lines[index], change):
                yield fix, change


def trimmed(index: int, text: str, block: Span, fix: Fix) -> Change:
    """The change without what the old and the new text have in common at either end."""
    old, new = text[fix.span.start : fix.span.end], fix.text
    head = common(old, new)
    tail = common(old[head:][::-1], new[head:][::-1])
    start, end = fix.span.start - block.start + head, fix.span.end - block.start - tail
    return Change(index, start, end, new[head : len(new) - tail])


def common(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def is_editable(line: Line, change: Change) -> bool:
    """Whether every character replaced, or one beside an insertion, is plain text of a run."""
    if change.start == change.end:
        return any(cut.piece.is_editable for cut in line.cuts(max(change.start - 1, 0), change.start + 1))
    return all(cut.piece.is_editable for cut in line.cuts(change.start, change.end))


def is_removable(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a paragraph of its own, of text alone, with another paragraph right behind it."""
    line = lines[index]
    paragraph = line.paragraph
    following = paragraph.getnext()
    return (
        all(piece.kind in (PieceKind.TEXT, PieceKind.MARK, PieceKind.LABEL) for piece in line.pieces)
        and sum(other.paragraph is paragraph for other in lines[max(index - 1, 0) : index + 2]) == 1
        and following is not None
        and following.tag == PARAGRAPH
        and next(paragraph.iter(SECTION, *OBJECTS), None) is None
    )


def cuts_of(change: Change, line: Line) -> Iterator[int]:
    """Where the line must be cut: at the change's edges and between the pieces inside it.

    Else a picture standing between two of its words would go with them.
    """
    yield from (change.start, change.end)
    at = 0
    for piece in line.pieces:
        if change.start < at < change.end:
            yield at
        at += len(piece.text)


def carry_out(change: Change, line: Line, atoms: Sequence[Atom], stamp: Stamp) -> None:
    """Make one change in runs already cut where `cuts_of` says."""
    inside = (atom for atom in atoms if change.start <= atom.start and atom.end <= change.end)
    runs = distinct(atom.run for atom in inside)
    deletions = [delete(run, stamp) for run in runs]
    if change.whole:
        delete_mark(line.paragraph, stamp)
    elif change.text and runs:
        deletions[-1].addnext(insertion(change.text, runs[0], stamp))
    elif change.text:
        insert_between(change, atoms, stamp)


def distinct(runs: Iterable[Element | None]) -> list[Element]:
    """Each run once, in order."""
    return list(dict.fromkeys(run for run in runs if run is not None))


def insert_between(change: Change, atoms: Sequence[Atom], stamp: Stamp) -> None:
    """Insert where nothing is deleted: behind the run that ends there, else before the one that begins."""
    usable = [(atom, atom.run) for atom in atoms if atom.editable and atom.run is not None]
    for atom, run in usable:
        if atom.end == change.start:
            cut_out(run, stamp).addnext(insertion(change.text, run, stamp))
            return
    run = next(run for atom, run in usable if atom.start == change.start)
    cut_out(run, stamp).addprevious(insertion(change.text, run, stamp))
