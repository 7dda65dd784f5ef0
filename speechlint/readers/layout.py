"""How a Word file looks: fonts, sizes, indents and pages as they come out of defaults, styles, themes and runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from speechlint.layout import Layout, Page, PageNumber, Stretch
from speechlint.model import Block, Document, Span
from speechlint.readers.faces import Faces
from speechlint.readers.page_numbers import number_lines
from speechlint.readers.pages import SECTION, page_of, sections_of
from speechlint.readers.pieces import Line, PieceKind
from speechlint.readers.properties import own_properties
from speechlint.readers.word import WordFile
from speechlint.readers.xml import Element

UNSET = (PieceKind.LABEL, PieceKind.DRAWN)


def with_layout(document: Document, data: bytes) -> Document:
    """The document read from a .docx with its layout; one that had to be converted says that it was not looked at."""
    if document.format != "docx":
        return replace(document, notes=(*document.notes, "layout-unseen"))
    file = WordFile(data)
    return laid_out(document, file, tuple(file.lines()))


def laid_out(document: Document, file: WordFile, lines: Sequence[Line]) -> Document:
    """The document with its layout; `lines` are those it was composed from."""
    if not lines:
        return document
    faces = Faces(file.styles, file.optional("theme"), file.optional("settings"))
    placed = list(zip(document.blocks, lines, strict=True))
    layout = Layout(
        tuple(stretch for block, line in placed for stretch in stretches(block, line, faces)),
        tuple(faces.setting(line.paragraph) for line in lines),
        tuple(pages(file, placed, faces)),
        tuple(page_numbers(file, placed, faces)),
    )
    return replace(document, layout=layout)


def stretches(block: Block, line: Line, faces: Faces) -> Iterator[Stretch]:
    """The stretches of one line; neighbours set alike are one."""
    at = block.span.start
    last: Stretch | None = None
    for piece in line.pieces:
        start, at = at, at + len(piece.text)
        if piece.kind in UNSET:
            continue
        face = faces.face(line.paragraph, piece.element.getparent())
        here = Stretch(Span(start, at), face.font, face.latin, face.size, face.named)
        if last and replace(last, span=Span(start, at)) == here and last.span.end == start:
            last = replace(last, span=Span(last.span.start, at))
            continue
        if last:
            yield last
        last = here
    if last:
        yield last


def pages(file: WordFile, placed: Sequence[tuple[Block, Line]], faces: Faces) -> Iterator[Page]:
    """One page a section that holds lines of the body."""
    sections = sections_of(file.root(file.main))
    start, current, open_line = 0, 0, None
    end = 0
    for block, line in placed:
        if line.part != file.main:
            break
        if open_line is not None and line.paragraph is not open_line:
            yield page_of(sections[current], Span(start, end), faces.size)
            start, current, open_line = block.span.start, min(current + 1, len(sections) - 1), None
        end = block.span.end
        if SECTION in own_properties(line.paragraph):
            open_line = line.paragraph
    if sections:
        yield page_of(sections[current], Span(start, end), faces.size)


def page_numbers(file: WordFile, placed: Sequence[tuple[Block, Line]], faces: Faces) -> Iterator[PageNumber]:
    """Every line of a header or footer in use that holds the page's number."""
    for part in file.running_parts():
        for paragraph, form, run in number_lines(file.root(part)):
            face = faces.face(paragraph, run)
            yield PageNumber(form, face.latin, face.size, span_of(placed, paragraph))


def span_of(placed: Sequence[tuple[Block, Line]], paragraph: Element) -> Span | None:
    return next((block.span for block, line in placed if line.paragraph is paragraph), None)
