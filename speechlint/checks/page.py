"""Is the paper of the size, are the margins of the width laid down for official documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.layout import Page
from speechlint.model import Document, Span

Measures = tuple[tuple[str, float], ...]


@kind("width", "height", reads_layout=True)
def paper(document: Document, *, width: float, height: float, tolerance: float = 1.0) -> Iterator[Match]:
    """Yield the first section whose paper is not of that size (millimetres), upright or across; others are related."""

    def wrong(page: Page) -> bool:
        upright = close((page.width, page.height), (width, height), tolerance)
        return not (upright or close((page.width, page.height), (height, width), tolerance))

    return deviating(document, wrong, lambda page: (("width", page.width), ("height", page.height)))


@kind("top", "bottom", "left", "right", reads_layout=True)
def margins(
    document: Document, *, top: float, bottom: float, left: float, right: float, tolerance: float = 1.0
) -> Iterator[Match]:
    """Yield the first section with other margins (millimetres); a section across the page is left alone."""

    def wrong(page: Page) -> bool:
        seen = (page.top, page.bottom, page.left, page.right)
        return page.width <= page.height and not close(seen, (top, bottom, left, right), tolerance)

    return deviating(
        document,
        wrong,
        lambda page: (("top", page.top), ("bottom", page.bottom), ("left", page.left), ("right", page.right)),
    )


def close(seen: tuple[float, ...], wanted: tuple[float, ...], tolerance: float) -> bool:
    # Twips round a millimetre: 37 mm is 2098 twips, which is 37.006 mm.
    return all(abs(a - b) <= tolerance + 0.05 for a, b in zip(seen, wanted, strict=True))


def deviating(
    document: Document, wrong: Callable[[Page], bool], measures: Callable[[Page], Measures]
) -> Iterator[Match]:
    """One match for all the sections that are wrong, at the first line of the first."""
    pages = [page for page in (document.layout.pages if document.layout else ()) if wrong(page)]
    if pages:
        fields = {name: f"{value:.1f}".removesuffix(".0") for name, value in measures(pages[0])}
        yield Match(
            first_line(document, pages[0].span),
            fields,
            related=tuple(Clue(first_line(document, page.span)) for page in pages[1:]),
        )


def first_line(document: Document, span: Span) -> Span:
    """The first line of a section that says something."""
    blocks = document.blocks[document.index_at(span.start) : document.index_at(span.end) + 1]
    return next((block.span for block in blocks if document.text_of(block).strip()), blocks[0].span)
