"""The smallest units of a Word line: some characters and the element they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import chain
from typing import NamedTuple

from speechlint.model import BlockKind, Paragraph, Span
from speechlint.readers.text import ADDRESS, matches
from speechlint.readers.xml import Element


class PieceKind(Enum):
    """Where a piece's characters come from; only TEXT may be rewritten in place."""

    TEXT = "text"  # a w:t
    FIELD = "field"  # a w:t in a field's result: Word overwrites it when the field is updated
    MARK = "mark"  # an element that stands for one character: w:tab, w:noBreakHyphen, w:sym
    MATH = "math"  # an m:t of a formula
    LABEL = "label"  # an automatic number: the element is the paragraph
    DRAWN = "drawn"  # the string of a v:textpath


class Piece(NamedTuple):
    """Characters of a line; for a w:t `text` is `element.text` from offset `start` on, character for character.

    (Line feeds and tabs inside a w:t count as one character each; blanks at its ends that Word drops are left out.)
    """

    element: Element
    text: str
    kind: PieceKind
    start: int = 0
    hidden: bool = False

    @property
    def is_editable(self) -> bool:
        return self.kind is PieceKind.TEXT

    def pieces(self) -> tuple[Piece, ...]:
        return (self,)


class Texts(NamedTuple):
    """The pieces of a whole paragraph that holds nothing but w:t, not made one by one until somebody asks for them.

    `texts` are the characters of `elements`, all shown as they stand; `text` is `texts` joined.
    """

    elements: Sequence[Element]
    texts: Sequence[str]
    text: str

    def pieces(self) -> tuple[Piece, ...]:
        return tuple(Piece(*pair, PieceKind.TEXT) for pair in zip(self.elements, self.texts, strict=True) if pair[1])


class Cut(NamedTuple):
    """The part of a piece that a span covers; for a w:t `start` and `end` are offsets into `piece.element.text`."""

    piece: Piece
    start: int
    end: int


class Line(NamedTuple):
    """One visual line of a Word file, which becomes one block: its text is its pieces' text.

    `part` is the package part that holds it, `paragraph` the w:p (the last one, where a deleted mark joined several).
    """

    part: str
    paragraph: Element
    content: tuple[Piece | Texts, ...]
    kind: BlockKind = BlockKind.BODY
    level: int | None = None
    label: str = ""
    origin: str = ""

    @property
    def text(self) -> str:
        return "".join([part.text for part in self.content])

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(chain.from_iterable(part.pieces() for part in self.content))

    def cuts(self, start: int, end: int) -> Iterator[Cut]:
        """What lies between two offsets of the line's text, piece by piece; an empty range yields nothing."""
        at = 0
        for piece in self.pieces:
            left, right = max(start - at, 0), min(end - at, len(piece.text))
            if left < right:
                yield Cut(piece, piece.start + left, piece.start + right)
            at += len(piece.text)

    def as_paragraph(self) -> Paragraph:
        """What `compose` takes; formulas, addresses and tables of contents are inert, hidden pieces that touch one."""
        text = self.text
        inert: list[Span] = list(matches(ADDRESS, text)) if "." in text or "//" in text else []
        hidden: list[Span] = []
        if self.kind is BlockKind.TOC:
            inert = [Span(0, len(text))]
        at = 0
        for part in self.content:
            end = at + len(part.text)
            if isinstance(part, Piece):
                if part.kind is PieceKind.MATH:
                    inert.append(Span(at, end))
                if part.hidden:
                    start = hidden.pop().start if hidden and hidden[-1].end == at else at
                    hidden.append(Span(start, end))
            at = end
        return Paragraph(text, self.kind, self.level, self.label, self.origin, tuple(inert), tuple(hidden))
