"""Bytes become a Document: one reader a format, chosen by suffix, or by content where that is a Word file's."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path, PurePath

from speechlint.messages import Problem
from speechlint.model import Document
from speechlint.readers.text import read_text

Reader = Callable[[str, bytes, str | None], Document]

WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt")
WORD_SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_office(path: str, data: bytes, encoding: str | None = None) -> Document:
    """Read whatever Word or WPS saved; raises Problem. Its libraries are imported only now."""
    from speechlint.readers.office import read_office as reader

    return reader(path, data, encoding)


def read_markdown(path: str, data: bytes, encoding: str | None = None) -> Document:
    """Read a .md draft; raises Problem when it cannot be decoded."""
    from speechlint.readers.markdown import read_markdown as reader

    return reader(path, data, encoding)


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    **dict.fromkeys(WORD_SUFFIXES, read_office),
}
PLAIN = ("txt", "md")
SIZE_LIMIT = 256 * 1024 * 1024


def is_supported(path: PurePath) -> bool:
    return path.suffix.lower() in READERS


def read(path: Path, encoding: str | None = None, *, layout: bool = False) -> Document:
    """Read one draft, with its `layout` if asked; raises Problem. `encoding` applies to text files only."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Problem("not-a-file")
        if status.st_size > SIZE_LIMIT:
            raise Problem("too-large", limit=SIZE_LIMIT // 2**20)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Problem("no-such-path") from error
    except OSError as error:
        raise Problem("unreadable", reason=error.strerror or str(error)) from error
    return read_bytes(str(path), data, encoding, layout=layout)


def read_bytes(
    name: str, data: bytes, encoding: str | None = None, suffix: str | None = None, *, layout: bool = False
) -> Document:
    """Read a draft already in memory; its suffix, that of `name` unless given, decides the format."""
    suffix = (suffix or Path(name).suffix).lower()
    if suffix not in READERS:
        raise Problem("unsupported", suffix=suffix or name)
    reader = read_office if data.startswith(WORD_SIGNATURES) else READERS[suffix]
    document = reader(name, data, encoding)
    if not layout or document.format in PLAIN:
        return document
    from speechlint.readers.layout import with_layout

    return with_layout(document, data)
