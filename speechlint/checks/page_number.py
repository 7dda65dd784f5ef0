"""Are pages numbered in the form, font and size laid down for official documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from speechlint.checks.face import family
from speechlint.checks.kinds import Match, kind
from speechlint.checks.page import first_line
from speechlint.language.type_sizes import look_name
from speechlint.layout import PageNumber
from speechlint.model import Document, Span
from speechlint.tables import Columns, Table


@kind("form", reads_layout=True)
def page_number_form(document: Document, *, form: re.Pattern[str]) -> Iterator[Match]:
    """Yield the first page number whose line, with # for the number, is not of that form."""
    for number in numbers(document):
        if not form.fullmatch(number.form):
            yield Match(place_of(document, number), {"form": number.form.replace("#", "1")})
            return


@kind("seen", "wanted", "font", "points", "wanted_font", "wanted_points", reads_layout=True)
def page_number_face(
    document: Document, *, font: str, size: float, fonts: Annotated[Table, Columns("name", "family")]
) -> Iterator[Match]:
    """Yield the first page number in another font or size (points)."""
    for number in numbers(document):
        known = family(number.font, fonts)
        if (known, number.size) != (font, size):
            in_words = {"seen": look_name(known, number.size), "wanted": look_name(font, size)}
            seen = {"font": known, "points": f"{number.size:g}"}
            wanted = {"wanted_font": font, "wanted_points": f"{size:g}"}
            yield Match(place_of(document, number), {**in_words, **seen, **wanted})
            return


@kind(reads_layout=True)
def unnumbered_pages(document: Document) -> Iterator[Match]:
    """Yield a Word file without page numbers, at its first line."""
    if document.layout is not None and not document.layout.page_numbers:
        yield Match(first_line(document, Span(0, len(document.text))))


def numbers(document: Document) -> tuple[PageNumber, ...]:
    return document.layout.page_numbers if document.layout else ()


def place_of(document: Document, number: PageNumber) -> Span:
    """Where the number stands; the draft's first line where its own holds nothing else to be seen."""
    return number.span or first_line(document, Span(0, len(document.text)))
