"""Sentences: stretches of a block that end in a full stop, question or exclamation mark (GB/T 15834—2011, 4.1–4.3)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from speechlint.language.blocks import in_blocks
from speechlint.model import Block, BlockKind, Document, Span

STOPS, CLOSERS = "。！？!?…", "”’」』）)】》"
# A closing quote or bracket after the stop still belongs to the sentence it closes.
SENTENCE = re.compile(rf"(?:[^\n{STOPS}]+[{STOPS}]*|[{STOPS}]+)[{CLOSERS}]*")
CLOSING = re.compile(f"[{CLOSERS}]*")
UP_TO_STOP = re.compile(rf"(?s:.*)[{STOPS}]")
NO_PROSE = (BlockKind.CODE, BlockKind.TOC)


def sentences(document: Document) -> Iterator[Span]:
    """Yield every non-empty sentence's span; code is skipped."""
    found = SENTENCE.finditer(document.text)
    if any(block.kind in NO_PROSE for block in document.blocks):
        found = (match for index, match in in_blocks(document, found) if document.blocks[index].kind not in NO_PROSE)
    for match in found:
        if not match[0].isspace():
            yield Span(*match.span())


class Sentences(Sequence[Span]):
    """The sentences of one draft, in order; all are cut only when they are asked for as a whole."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [block.span.start for block in document.blocks]
        self._latest = Span(0, 0)

    @cached_property
    def _all(self) -> tuple[Span, ...]:
        return tuple(sentences(self._document))

    @overload
    def __getitem__(self, index: int) -> Span: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Span, ...]: ...

    def __getitem__(self, index: int | slice) -> Span | tuple[Span, ...]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Span]:
        return iter(self._all)

    def at(self, offset: int) -> Span:
        """The sentence holding `offset`; in code or a blank line, the block itself."""
        return self.holding(offset) or self._block(offset).span

    def holding(self, offset: int) -> Span | None:
        """The sentence holding `offset`, if it lies in one."""
        if offset in self._latest:
            return self._latest
        block = self._block(offset)
        if block.kind not in NO_PROSE and offset < block.span.end:
            for found in SENTENCE.finditer(self._document.text, self._before(block.span, offset), block.span.end):
                if offset < found.end() and not found[0].isspace():
                    self._latest = Span(*found.span())
                    return self._latest
        return None

    def _block(self, offset: int) -> Block:
        return self._document.blocks[max(bisect_right(self._starts, offset) - 1, 0)]

    def _before(self, block: Span, offset: int) -> int:
        """Where a sentence begins, of this one or an earlier one, in the block that holds `offset`."""
        text, end = self._document.text, offset
        # From within the stops or the closing marks that end a sentence, back to its words.
        while end > block.start and text[end] in STOPS + CLOSERS:
            end -= 1
        stop = UP_TO_STOP.match(text, block.start, end)
        closed = CLOSING.match(text, stop.end(), block.end) if stop else None
        return closed.end() if closed else block.start
