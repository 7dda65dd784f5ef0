"""Which block each match of a regular expression over a whole draft lies in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from speechlint.model import Document


def in_blocks(
    document: Document, found: Iterable[re.Match[str]], shift: int = 0
) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each match, given in order, with the 0-based index of the block that holds the place `shift` into it."""
    starts = [block.span.start for block in document.blocks]
    index = 0
    for match in found:
        index = bisect_right(starts, match.start() + shift, index) - 1
        yield index, match
