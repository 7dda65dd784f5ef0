"""Cutting a line's runs so that each stretch of characters between two cuts has runs of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from speechlint.readers.pieces import Line, Piece, PieceKind
from speechlint.readers.xml import Element, name

RUN, RUN_PROPERTIES, TEXT, SPACE = name("w:r"), name("w:rPr"), name("w:t"), name("xml:space")
CHANGE_OF_PROPERTIES = name("w:rPrChange")


@dataclass(frozen=True, slots=True)
class Atom:
    """Characters [start, end) of a line with the run that holds them; a label or a drawn string has no run."""

    start: int
    end: int
    run: Element | None
    editable: bool


def cut(line: Line, cuts: Iterable[int]) -> list[Atom]:
    """Cut the line's runs at 0-based offsets into its text; the atoms, in order, end where a cut was asked for.

    Goes from right to left and leaves the left part in the element it was in, so that pieces not reached yet still
    name their characters. The text of the line does not change.
    """
    wanted = sorted(set(cuts))
    atoms: list[Atom] = []
    end = len(line.text)
    for piece in reversed(line.pieces):
        start = end - len(piece.text)
        inside = [offset - start for offset in wanted if start <= offset <= end]
        atoms += [Atom(start + a, start + b, run, piece.is_editable) for a, b, run in segments(piece, inside)]
        end = start
    return atoms[::-1]


def segments(piece: Piece, cuts: list[int]) -> Iterator[tuple[int, int, Element | None]]:
    """The piece's stretches between cuts, last one first, each with its run."""
    run = run_of(piece)
    if run is None or not cuts:
        yield 0, len(piece.text), run
        return
    keep_blanks(piece)
    edges = sorted({0, len(piece.text), *cuts})
    for start, end in reversed(list(pairwise(edges))):
        yield start, end, isolated(piece.element, start, end)


def run_of(piece: Piece) -> Element | None:
    if piece.kind in (PieceKind.LABEL, PieceKind.DRAWN, PieceKind.MATH):
        return None
    parent = piece.element.getparent()
    return parent if parent is not None and parent.tag == RUN else None


def keep_blanks(piece: Piece) -> None:
    """Make a w:t hold just what is seen of it, blanks at the ends included, before it is cut."""
    element = piece.element
    if element.tag == TEXT and element.get(SPACE) != "preserve":
        element.text = (element.text or "")[piece.start : piece.start + len(piece.text)]
        element.set(SPACE, "preserve")


def isolated(element: Element, start: int, end: int) -> Element:
    """A run that holds just the characters [start, end) of one of its children, what follows moved to a new run."""
    run = element.getparent()
    assert run is not None
    text = element.text or ""
    following = list(element.itersiblings())
    if element.tag == TEXT and end < len(text):
        following.insert(0, text_element(text[end:]))
        element.text = text[:end]
    if following:
        run.addnext(new_run(run, following))
    if element.tag == TEXT and start > 0:
        element.text = text[:start]
        middle = new_run(run, [text_element(text[start:end])])
    elif all(sibling.tag == RUN_PROPERTIES for sibling in element.itersiblings(preceding=True)):
        return run
    else:
        middle = new_run(run, [element])
    run.addnext(middle)
    return middle


def new_run(like: Element, children: Iterable[Element]) -> Element:
    """A run with the properties of another and these children, which leave wherever they were."""
    run = like.makeelement(RUN)
    properties = like.find(RUN_PROPERTIES)
    if properties is not None:
        run.append(deepcopy(properties))
    run.extend(children)
    return run


def text_element(text: str) -> Element:
    element = etree.Element(TEXT, {SPACE: "preserve"})
    element.text = text
    return element
