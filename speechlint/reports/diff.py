"""A unified diff of a draft's text, readable for Word files too."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from speechlint.model import Document


def unified_diff(before: Document, after: Document) -> Iterator[str]:
    """Yield the diff's lines without line feeds; a paragraph is a line."""
    lines = before.text.split("\n"), after.text.split("\n")
    yield from difflib.unified_diff(*lines, before.path, after.path, lineterm="", n=1)
