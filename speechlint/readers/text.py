"""Plain text: every line is a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from speechlint.model import Document, Paragraph, Span, compose
from speechlint.readers.encoding import decode
from speechlint.readers.markers import with_markers

LINE_END = re.compile(r"\r\n|\r|\n")
# Possessive and bounded on the left, or a long run without an @ would be searched again from each of its characters.
# No address crosses a line end.
ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)[!-~]+|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]+)+", re.ASCII)
# No address is without one of these.
ADDRESS_SIGNS = ("://", "www.", "mailto:", "@")


def read_text(path: str, data: bytes, encoding: str | None = None) -> Document:
    """Read a .txt draft; raises Problem when it cannot be decoded."""
    text, name = decode(data, encoding)
    return plain_document(path, lines(text), name)


def plain_document(path: str, lines: Iterable[str], encoding: str | None = None) -> Document:
    """A draft of these lines; addresses in them are inert."""
    document = compose(path, map(Paragraph, lines), format="txt", encoding=encoding)
    return with_markers(replace(document, inert=addresses(document.text)))


def lines(text: str) -> list[str]:
    """The lines without their ends; what stands after the last line end is a line only when it is not empty."""
    found = LINE_END.split(text)
    return found[:-1] if len(found) > 1 and not found[-1] else found


def addresses(text: str) -> tuple[Span, ...]:
    """Where an address stands."""
    return tuple(matches(ADDRESS, text)) if any(sign in text for sign in ADDRESS_SIGNS) else ()


def matches(regex: re.Pattern[str], line: str) -> Iterator[Span]:
    """Every non-empty match's span."""
    yield from (Span(*found.span()) for found in regex.finditer(line) if found.group())
