"""Edits in a text file: every byte outside them stays as it was, its encoding, mark and line ends included."""

from __future__ import annotations

import codecs
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate

from speechlint.fixes import whole_lines
from speechlint.messages import Problem
from speechlint.model import Document, Fix
from speechlint.readers.encoding import MARKS, decode
from speechlint.readers.text import LINE_END
from speechlint.writers.edited import Edited


def edit_text(data: bytes, document: Document, fixes: Sequence[Fix], encoding: str | None = None) -> Edited:
    """The file's bytes with disjoint fixes carried out, in the encoding it was read in; raises Problem."""
    raw, name = decode(data, encoding)
    codec, mark = bare_codec(name, data)
    offsets = byte_offsets(raw, codec, data, len(mark))
    raw_offset = raw_offsets(raw)
    pieces: list[bytes] = []
    at = 0
    for fix in whole_lines(document, fixes):
        start, end = raw_offset(fix.span.start), raw_offset(fix.span.end)
        pieces += [data[at : offsets[start]], encoded(fix.text, codec, line_end(raw))]
        at = offsets[end]
    return Edited(b"".join([*pieces, data[at:]]), len(fixes))


def bare_codec(name: str, data: bytes) -> tuple[str, bytes]:
    """The codec without its byte order mark, and the mark the file begins with."""
    for mark, marked in MARKS:
        if marked == name and data.startswith(mark):
            little = mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE)
            bare = "utf-8" if name == "utf-8-sig" else f"{name}-{'le' if little else 'be'}"
            return bare, mark
    return name, b""


def byte_offsets(raw: str, codec: str, data: bytes, mark: int) -> list[int]:
    """Byte offset of every character and of the end; raises Problem when the encoding does not round-trip."""
    offsets = list(accumulate((len(character.encode(codec)) for character in raw), initial=mark))
    if offsets[-1] != len(data):
        raise Problem("not-rewritable", encoding=codec)
    return offsets


def raw_offsets(raw: str) -> Callable[[int], int]:
    """A function from an offset into the Document, where a line end is one character, to one into the raw text."""
    long = (found.start() for found in LINE_END.finditer(raw) if found.end() - found.start() == 2)
    shifted = [start - n for n, start in enumerate(long)]
    return lambda offset: offset + bisect_left(shifted, offset)


def line_end(raw: str) -> str:
    found = LINE_END.search(raw)
    return found.group() if found else "\n"


def encoded(text: str, codec: str, end: str) -> bytes:
    try:
        return text.replace("\n", end).encode(codec)
    except UnicodeEncodeError as error:
        raise Problem("not-rewritable", encoding=codec) from error
