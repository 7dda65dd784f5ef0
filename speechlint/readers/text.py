"""Plain text: every line is a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from speechlint.model import Block, Document, Span
from speechlint.readers.encoding import decode
from speechlint.readers.markers import with_markers

LINE_END = re.compile(r"\r\n|\r|\n")
# Possessive and bounded on the left, or a long run without an @ would be searched again from each of its characters.
# No address crosses a line end.
ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)[!-~]+|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]+)+", re.ASCII)
# No address is without one of these.
ADDRESS_SIGNS = ("://", "www.", "mailto:", "@")
ADDRESS_SIGN = re.compile("|".join(map(re.escape, ADDRESS_SIGNS)))


def read_text(path: str, data: bytes, encoding: str | None = None) -> Document:
    """Read a .txt draft; raises Problem when it cannot be decoded."""
    text, name = decode(data, encoding)
    return plain_document(path, lines(text), name)


def plain_document(path: str, lines: Iterable[str], encoding: str | None = None) -> Document:
    """A draft of these lines; addresses in them are inert."""
    listed = [*lines]
    text = "\n".join(listed)
    starts = accumulate([len(line) + 1 for line in listed], initial=0)
    blocks = tuple(Block(Span(start, start + len(line))) for start, line in zip(starts, listed, strict=False))
    return with_markers(Document(path, text, blocks or (Block(Span(0, 0)),), "txt", encoding, addresses(text)))


def lines(text: str) -> list[str]:
    """The lines without their ends; what stands after the last line end is a line only when it is not empty."""
    found = LINE_END.split(text)
    return found[:-1] if len(found) > 1 and not found[-1] else found


def addresses(text: str) -> tuple[Span, ...]:
    """Where an address stands."""
    if not any(sign in text for sign in ADDRESS_SIGNS):
        return ()
    return tuple(found for line in lines_with_signs(text) for found in matches(ADDRESS, text, line))


def lines_with_signs(text: str) -> Iterator[Span]:
    """The lines in which an address may stand, in order."""
    end = -1
    for sign in ADDRESS_SIGN.finditer(text):
        if sign.start() > end:
            end = text.find("\n", sign.end())
            end = len(text) if end < 0 else end
            yield Span(text.rfind("\n", 0, sign.start()) + 1, end)


def matches(regex: re.Pattern[str], text: str, within: Span | None = None) -> Iterator[Span]:
    """Every non-empty match's span."""
    found = regex.finditer(text, within.start, within.end) if within else regex.finditer(text)
    yield from (Span(*match.span()) for match in found if match.group())
