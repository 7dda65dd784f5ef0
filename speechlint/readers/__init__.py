"""Bytes become a Document: one reader a format, chosen by suffix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from speechlint.messages import Problem
from speechlint.model import Document
from speechlint.readers.text import read_markdown, read_text

Reader = Callable[[str, bytes, str | None], Document]

READERS: dict[str, Reader] = {".txt": read_text, ".md": read_markdown, ".markdown": read_markdown}
SIZE_LIMIT = 256 * 1024 * 1024


def is_supported(path: Path) -> bool:
    return path.suffix.lower() in READERS


def read(path: Path, encoding: str | None = None) -> Document:
    """Read one draft; raises Problem when it cannot be read. `encoding` applies to text files only."""
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise Problem("too-large", limit=SIZE_LIMIT // 2**20)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Problem("no-such-path") from error
    except OSError as error:
        raise Problem("unreadable", reason=error.strerror or str(error)) from error
    return read_bytes(str(path), data, encoding)


def read_bytes(name: str, data: bytes, encoding: str | None = None, suffix: str | None = None) -> Document:
    """Read a draft already in memory; its suffix, that of `name` unless given, decides the format."""
    suffix = (suffix or Path(name).suffix).lower()
    if suffix not in READERS:
        raise Problem("unsupported", suffix=suffix or name)
    return READERS[suffix](name, data, encoding)
