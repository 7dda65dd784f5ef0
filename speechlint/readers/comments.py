"""Word comments (批注): who says what, which are answered or resolved, and the characters each stands on.

Whether a comment is resolved or a reply stands in a part of its own (commentsExtended, [MS-DOCX] 2.5.4), which names a
comment by the w14:paraId of its paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from speechlint.model import Document, Span
from speechlint.readers.pieces import Line, PieceKind
from speechlint.readers.xml import OFF, Element, name

AUTHOR = "speechlint"
COMMENT, PARAGRAPH, TEXT, ID, BY = map(name, ("w:comment", "w:p", "w:t", "w:id", "w:author"))
RANGE_START, RANGE_END, REFERENCE = map(name, ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"))
ANCHORS = (RANGE_START, RANGE_END, REFERENCE)
PARA_ID, EXTENDED, EXTENDED_ID, PARENT, DONE = map(
    name, ("w14:paraId", "w15:commentEx", "w15:paraId", "w15:paraIdParent", "w15:done")
)


class Comment(NamedTuple):
    """One comment: a text a paragraph; `answered` when another one is a reply to it."""

    id: str
    author: str
    texts: tuple[str, ...]
    resolved: bool = False
    answered: bool = False

    @property
    def is_own(self) -> bool:
        return self.author == AUTHOR

    @property
    def stays(self) -> bool:
        """Whether a new review leaves it: all but our own that nobody resolved or answered."""
        return not self.is_own or self.resolved or self.answered


def comments_of(root: Element | None, extended: Element | None) -> Iterator[Comment]:
    """Every comment of a comments part, in its order."""
    records = () if extended is None else tuple(extended.iter(EXTENDED))
    done = {record.get(EXTENDED_ID) for record in records if record.get(DONE, "0") not in OFF}
    parents = {record.get(PARENT) for record in records} - {None}
    for comment in () if root is None else root.iterchildren(COMMENT):
        ids = paragraph_ids(comment)
        yield Comment(
            comment.get(ID, ""), comment.get(BY, ""), texts_of(comment), not ids.isdisjoint(done), bool(ids & parents)
        )


def paragraph_ids(comment: Element) -> set[str | None]:
    return {paragraph.get(PARA_ID) for paragraph in comment.iter(PARAGRAPH)} - {None}


def texts_of(comment: Element) -> tuple[str, ...]:
    return tuple(
        "".join(text.text or "" for text in paragraph.iter(TEXT)) for paragraph in comment.iterchildren(PARAGRAPH)
    )


class Places(NamedTuple):
    """The span of every element that holds characters, and of every paragraph."""

    characters: Mapping[Element, Span]
    paragraphs: Mapping[Element | None, Span]


def anchors(places: Places, roots: Iterable[Element]) -> dict[str, Span]:
    """The characters each comment stands on by its id, those of its paragraph where it stands on none.

    A comment whose paragraph is not seen is left out.
    """
    found: dict[str, Span] = {}
    for root in roots:
        for number, first, last, element in ranges(root, places.characters):
            paragraph = places.paragraphs.get(next(element.iterancestors(PARAGRAPH), None))
            if first is not None and last is not None:
                found[number] = Span(min(first.start, last.start), max(first.end, last.end))
            elif paragraph is not None:
                found.setdefault(number, paragraph)
    return found


def places_of(document: Document, lines: Sequence[Line]) -> Places:
    places: dict[Element, Span] = {}
    paragraphs: dict[Element | None, Span] = {}
    for block, line in zip(document.blocks, lines, strict=False):
        at = block.span.start
        start = paragraphs[line.paragraph].start if line.paragraph in paragraphs else at
        paragraphs[line.paragraph] = Span(start, block.span.end)
        for piece in line.pieces:
            if piece.kind is not PieceKind.LABEL:
                places[piece.element] = Span(at, at + len(piece.text))
            at += len(piece.text)
    return Places(places, paragraphs)


def ranges(root: Element, places: Mapping[Element, Span]) -> Iterator[tuple[str, Span | None, Span | None, Element]]:
    """Every comment's id, the first and the last characters inside its range, and one of its marks."""
    passed: list[Span] = []
    opened: dict[str, int] = {}
    for element in root.iter():
        if element in places:
            passed.append(places[element])
        elif element.tag == RANGE_START:
            opened[element.get(ID, "")] = len(passed)
        elif element.tag == RANGE_END:
            number = element.get(ID, "")
            start = opened.pop(number, len(passed))
            first, last = (passed[start], passed[-1]) if start < len(passed) else (None, None)
            yield number, first, last, element
        elif element.tag == REFERENCE:
            yield element.get(ID, ""), None, None, element
