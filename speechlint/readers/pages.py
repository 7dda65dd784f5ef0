"""Section properties: paper, margins and grid of the pages of one section."""

from __future__ import annotations

from speechlint.layout import Page
from speechlint.model import Span
from speechlint.readers.xml import Element, child, name, number

SECTION, OLD_SECTION = name("w:sectPr"), name("w:sectPrChange")
SIZE, MARGINS, GRID = map(name, ("w:pgSz", "w:pgMar", "w:docGrid"))
WIDTH, HEIGHT, TYPE, PITCH, SPACE = map(name, ("w:w", "w:h", "w:type", "w:linePitch", "w:charSpace"))
TOP, BOTTOM, LEFT, RIGHT, GUTTER = map(name, ("w:top", "w:bottom", "w:left", "w:right", "w:gutter"))
LINED = ("lines", "linesAndChars", "snapToChars")
SPACED = ("linesAndChars", "snapToChars")
TWIPS = 20
MILLIMETRES = 25.4 / 72 / TWIPS
# ISO/IEC 29500-1 17.18.84: w:charSpace counts 4096ths of a point.
FINE = 4096
# US Letter with margins of an inch: what Word takes where a section says nothing.
USUAL_PAPER = {WIDTH: 12240, HEIGHT: 15840}
USUAL_MARGIN = 1440


def sections_of(body: Element) -> list[Element]:
    """Every section's properties in order; those a tracked change replaced are not."""
    return [item for item in body.iter(SECTION) if item.getparent().tag != OLD_SECTION]  # type: ignore[union-attr]


def page_of(section: Element, span: Span, size: float) -> Page:
    """The pages of a section; `size` is the default type size in points, which the grid of characters starts from."""
    paper, margins, grid = (child(section, tag) for tag in (SIZE, MARGINS, GRID))
    kind = "" if grid is None else grid.get(TYPE, "")
    return Page(
        span,
        length(paper, WIDTH, USUAL_PAPER[WIDTH]) * MILLIMETRES,
        length(paper, HEIGHT, USUAL_PAPER[HEIGHT]) * MILLIMETRES,
        length(margins, TOP, USUAL_MARGIN) * MILLIMETRES,
        length(margins, BOTTOM, USUAL_MARGIN) * MILLIMETRES,
        (length(margins, LEFT, USUAL_MARGIN) + length(margins, GUTTER, 0)) * MILLIMETRES,
        length(margins, RIGHT, USUAL_MARGIN) * MILLIMETRES,
        length(grid, PITCH, 0) / TWIPS if kind in LINED else 0.0,
        size + signed(grid, SPACE) / FINE if kind in SPACED else 0.0,
    )


def length(element: Element | None, attribute: str, usual: int) -> int:
    """A length in twips; a negative margin is one that text may not push aside."""
    found = None if element is None else number(element.get(attribute))
    return usual if found is None else abs(found)


def signed(element: Element | None, attribute: str) -> int:
    return (None if element is None else number(element.get(attribute))) or 0
