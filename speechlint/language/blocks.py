"""Blocks looked at with one regular expression over the whole draft."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from speechlint.model import Document

# White space within a line, as a regular expression's set holds it.
BLANKS = "".join(character for character in map(chr, range(0x3001)) if character.isspace() and character != "\n")


def in_blocks(
    document: Document, found: Iterable[re.Match[str]], shift: int = 0
) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each match, given in order, with the 0-based index of the block that holds the place `shift` into it."""
    starts = [block.span.start for block in document.blocks]
    index = 0
    for match in found:
        index = bisect_right(starts, match.start() + shift, index) - 1
        yield index, match
