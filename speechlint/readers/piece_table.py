"""The bare text of a Word 97–2003 file, from its piece table ([MS-DOC] 2.4.1 Retrieving Text, 2.8.35 PlcPcd).

Deleted text and field codes are left out and hidden text is marked; automatic numbers and styles are not worked out.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import olefile

from speechlint.messages import Problem
from speechlint.model import BlockKind, Paragraph, Span

MAGIC = 0xA5EC
WORD_97 = 0xC1
ENCRYPTED, SECOND_TABLE, COMPRESSED = 0x0100, 0x0200, 0x4000_0000
LENGTHS, CHARACTER_PAGES, HEADERS, CLX = 0x4C, 0xFA, 0xF2, 0x1A2
PAGE = 512
OPERAND_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
DELETED, HIDDEN = 0x0800, 0x083C
FIELD_BEGIN, FIELD_SEPARATOR, FIELD_END, CELL_END = "\x13", "\x14", "\x15", "\x07"
LINE_ENDS = "\r\x07\x0b\x0c\x0e\n"
SHOWN = {"\x1e": "-", "\x09": "\t"}

# A run of characters: text and whether it is hidden.
Run = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Marks:
    """Disjoint ranges of file offsets in order, each with what it is: DELETED or HIDDEN."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    kinds: tuple[int, ...]

    def cut(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The range in parts (start, end, kind), kind 0 for plain text."""
        index = max(bisect_right(self.starts, start) - 1, 0)
        while start < end and index < len(self.starts) and self.starts[index] < end:
            left, right = max(self.starts[index], start), min(self.ends[index], end)
            if right > left:
                if left > start:
                    yield start, left, 0
                yield left, right, self.kinds[index]
                start = right
            index += 1
        if start < end:
            yield start, end, 0


def check(streams: olefile.OleFileIO) -> None:
    """Raise Problem unless a Word 97–2003 document can be read here."""
    header = stream(streams, "WordDocument")[:32]
    if len(header) < 32 or struct.unpack_from("<H", header)[0] != MAGIC:
        raise Problem("damaged")
    if struct.unpack_from("<H", header, 0x0A)[0] & ENCRYPTED:
        raise Problem("encrypted")


def paragraphs(streams: olefile.OleFileIO) -> Iterator[Paragraph]:
    """Body, footnotes, headers and footers, endnotes and text boxes; raises Problem when the file is damaged."""
    check(streams)
    main = stream(streams, "WordDocument")
    try:
        if struct.unpack_from("<H", main, 2)[0] < WORD_97:
            raise Problem("needs-converting", content="Word 6.0/95")
        which = "1Table" if struct.unpack_from("<H", main, 0x0A)[0] & SECOND_TABLE else "0Table"
        table = stream(streams, which)
        runs = list(text_runs(main, table))
        for kind, start, end in stories(main, table):
            yield from lines(clip(runs, start, end), kind)
    except (struct.error, IndexError) as error:
        raise Problem("damaged") from error


def stream(streams: olefile.OleFileIO, name: str) -> bytes:
    try:
        return bytes(streams.openstream(name).read())
    except Exception as error:
        raise Problem("damaged") from error


def stories(main: bytes, table: bytes) -> Iterator[tuple[BlockKind, int, int]]:
    """Ranges of character positions, one after another in the order of the FIB's lengths."""
    body, footnotes, headers, _, comments, endnotes, boxes, _ = struct.unpack_from("<8i", main, LENGTHS)
    after_notes = body + footnotes
    after_comments = after_notes + headers + comments
    yield BlockKind.BODY, 0, body
    yield BlockKind.FOOTNOTE, body, after_notes
    yield BlockKind.FOOTNOTE, after_comments, after_comments + endnotes
    yield BlockKind.TEXTBOX, after_comments + endnotes, after_comments + endnotes + boxes
    offset, size = struct.unpack_from("<2I", main, HEADERS)
    positions = struct.unpack_from(f"<{min(size, headers * 4 + 64) // 4}I", table, offset) if headers > 0 else ()
    # Six note separators, then for each section: even, odd header; even, odd footer; first header, footer.
    for index, (start, end) in enumerate(pairwise(positions[6:-1])):
        kind = BlockKind.HEADER if index % 6 in (0, 1, 4) else BlockKind.FOOTER
        if start < end <= headers:
            yield kind, after_notes + start, after_notes + end


def text_runs(main: bytes, table: bytes) -> Iterator[Run]:
    marks = character_marks(main, table)
    for start, end, width in pieces(main, table):
        for left, right, kind in marks.cut(start, end):
            text = main[left:right].decode("cp1252" if width == 1 else "utf-16-le", "replace")
            # Deleted characters keep their positions, so that the stories' lengths still hold.
            yield ("\0" * len(text) if kind == DELETED else text), kind == HIDDEN


def pieces(main: bytes, table: bytes) -> Iterator[tuple[int, int, int]]:
    """Every piece as (start, end, bytes a character), offsets into the main stream."""
    at, size = struct.unpack_from("<2I", main, CLX)
    end = at + size
    while at < end and table[at] == 1:
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    if at >= end or table[at] != 2:
        raise Problem("damaged")
    count = (struct.unpack_from("<I", table, at + 1)[0] - 4) // 12
    positions = struct.unpack_from(f"<{count + 1}I", table, at + 5)
    descriptors = at + 5 + (count + 1) * 4
    for index in range(count):
        place = struct.unpack_from("<I", table, descriptors + index * 8 + 2)[0]
        length = positions[index + 1] - positions[index]
        width = 1 if place & COMPRESSED else 2
        start = (place & ~COMPRESSED) // 2 if width == 1 else place
        if length < 0 or start + length * width > len(main):
            raise Problem("damaged")
        yield start, start + length * width, width


def character_marks(main: bytes, table: bytes) -> Marks:
    """Deleted and hidden text, from the pages of character properties ([MS-DOC] 2.9.37 ChpxFkp)."""
    offset, size = struct.unpack_from("<2I", main, CHARACTER_PAGES)
    count = max(size - 4, 0) // 8
    numbers = struct.unpack_from(f"<{count}I", table, offset + (count + 1) * 4)
    found = sorted(mark for number in numbers for mark in page_marks(main[number * PAGE : (number + 1) * PAGE]))
    return Marks(*zip(*found, strict=True)) if found else Marks((), (), ())


def page_marks(page: bytes) -> Iterator[tuple[int, int, int]]:
    count = page[PAGE - 1]
    offsets = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        at = page[(count + 1) * 4 + index] * 2
        switched = set(switches(page[at + 1 : at + 1 + page[at]])) if at else set()
        if switched:
            yield offsets[index], offsets[index + 1], DELETED if DELETED in switched else HIDDEN


def switches(properties: bytes) -> Iterator[int]:
    """Which of DELETED and HIDDEN a list of property modifiers turns on."""
    at = 0
    while at + 3 <= len(properties):
        code = struct.unpack_from("<H", properties, at)[0]
        if code in (DELETED, HIDDEN) and properties[at + 2] & 1:
            yield code
        at += 2 + (OPERAND_SIZES[code >> 13] if code >> 13 != 6 else 1 + properties[at + 2])


def clip(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for text, hidden in runs:
        if at < end and at + len(text) > start:
            yield text[max(start - at, 0) : end - at], hidden
        at += len(text)


def lines(runs: Iterable[Run], kind: BlockKind) -> Iterator[Paragraph]:
    """One paragraph a line; field codes, objects and reference marks are dropped."""
    text: list[str] = []
    hidden: list[Span] = []
    fields: list[bool] = []
    for run, is_hidden in runs:
        for sign in run:
            if sign in LINE_ENDS:
                table = sign == CELL_END and kind is BlockKind.BODY
                yield Paragraph("".join(text), BlockKind.TABLE if table else kind, hidden=tuple(hidden))
                text, hidden = [], []
            elif sign == FIELD_BEGIN:
                fields.append(False)
            elif fields and sign == FIELD_SEPARATOR:
                fields[-1] = True
            elif fields and sign == FIELD_END:
                fields.pop()
            elif all(fields) and (sign >= " " or sign in SHOWN):
                if is_hidden:
                    hidden.append(Span(len(text), len(text) + 1))
                text.append(SHOWN.get(sign, sign))
    if text:
        yield Paragraph("".join(text), kind, hidden=tuple(hidden))
