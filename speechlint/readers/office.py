"""Which kind of Word file some bytes are: told by their content, never by the file's name."""

from __future__ import annotations

from speechlint.messages import Problem
from speechlint.model import Document
from speechlint.readers.word import read_word

ZIP = b"PK"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RICH_TEXT = b"{\\rtf"
MARK_UP = (b"<", b"\xef\xbb\xbf<")


def read_office(path: str, data: bytes, encoding: str | None = None) -> Document:
    """Read a Word or WPS file of any age; raises Problem."""
    if not data:
        raise Problem("empty-file")
    if data.startswith(ZIP):
        return read_word(path, data, encoding)
    from speechlint.readers.legacy import read_compound, read_converted

    if data.startswith(COMPOUND):
        return read_compound(path, data)
    if data.lstrip()[:5] == RICH_TEXT:
        return read_converted(path, data, "rtf")
    if data.lstrip()[:4].startswith(MARK_UP):
        return read_converted(path, data, "html" if b"<html" in data[:4096].lower() else "xml")
    raise Problem("not-word")


def require_rewritable(data: bytes) -> None:
    """Raise Problem unless the bytes are a .docx, the one Word format that is written."""
    if not data:
        raise Problem("empty-file")
    if data.startswith(COMPOUND):
        from speechlint.readers.legacy import word_streams

        word_streams(data)
        raise Problem("legacy-word")
    if data.lstrip()[:5] == RICH_TEXT or data.lstrip()[:4].startswith(MARK_UP):
        raise Problem("legacy-word")
    if not data.startswith(ZIP):
        raise Problem("not-word")
