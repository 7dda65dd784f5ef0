"""Plain text: every line is a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.model import Document, Paragraph, Span, compose
from speechlint.readers.encoding import decode
from speechlint.readers.markers import with_markers

LINE_END = re.compile(r"\r\n|\r|\n")
# Possessive and bounded on the left, or a long run without an @ would be searched again from each of its characters.
ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)[!-~]+|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]+)+", re.ASCII)


def read_text(path: str, data: bytes, encoding: str | None = None) -> Document:
    """Read a .txt draft; raises Problem when it cannot be decoded."""
    text, name = decode(data, encoding)
    return with_markers(compose(path, map(plain_line, lines(text)), format="txt", encoding=name))


def lines(text: str) -> list[str]:
    """The lines without their ends; what stands after the last line end is a line only when it is not empty."""
    found = LINE_END.split(text)
    return found[:-1] if len(found) > 1 and not found[-1] else found


def plain_line(line: str) -> Paragraph:
    """One line; addresses in it are inert."""
    return Paragraph(line, inert=tuple(matches(ADDRESS, line)))


def matches(regex: re.Pattern[str], line: str) -> Iterator[Span]:
    """Every non-empty match's span."""
    yield from (Span(*found.span()) for found in regex.finditer(line) if found.group())
