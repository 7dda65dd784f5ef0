"""Old Word and WPS files (.doc, .wps): through LibreOffice where it is installed, else their bare text."""

from __future__ import annotations

import io
from dataclasses import replace

import olefile

from speechlint.messages import Problem
from speechlint.model import Document, compose
from speechlint.readers.libreoffice import convert, find_libreoffice
from speechlint.readers.piece_table import check, paragraphs
from speechlint.readers.word import read_word

ENCRYPTED, WORD = "EncryptedPackage", "WordDocument"


def read_compound(path: str, data: bytes) -> Document:
    """Read an OLE compound file that holds a Word document; raises Problem when encrypted, damaged or another thing."""
    streams = word_streams(data)
    program = find_libreoffice()
    converted = convert(program, data, "doc") if program else None
    if converted is not None:
        return replace(read_word(path, converted), format="doc")
    return compose(path, paragraphs(streams), format="doc", notes=("numbers-unseen",))


def read_converted(path: str, data: bytes, content: str) -> Document:
    """Read what only LibreOffice understands (RTF, HTML, Word 2003 XML); raises Problem without it."""
    program = find_libreoffice()
    converted = convert(program, data, content) if program else None
    if converted is None:
        raise Problem("needs-converting", content=content.upper())
    return replace(read_word(path, converted), format=content)


def word_streams(data: bytes) -> olefile.OleFileIO:
    """The streams of a compound file that holds a readable Word document; raises Problem."""
    streams = open_streams(data)
    if streams.exists(ENCRYPTED):
        raise Problem("encrypted")
    if not streams.exists(WORD):
        raise Problem("not-word")
    check(streams)
    return streams


def open_streams(data: bytes) -> olefile.OleFileIO:
    try:
        return olefile.OleFileIO(io.BytesIO(data))
    except Exception as error:
        raise Problem("damaged") from error
