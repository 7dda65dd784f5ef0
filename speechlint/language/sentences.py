"""Sentences: stretches of a block that end in a full stop, question or exclamation mark (GB/T 15834—2011, 4.1–4.3)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from speechlint.language.blocks import in_blocks
from speechlint.model import BlockKind, Document, Span

# A closing quote or bracket after the stop still belongs to the sentence it closes.
SENTENCE = re.compile(r"(?:[^\n。！？!?…]+[。！？!?…]*|[。！？!?…]+)[”’」』）)】》]*")
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
        self._cut: dict[int, Cut] = {}

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
        index = max(bisect_right(self._starts, offset) - 1, 0)
        cut = self._cut.get(index)
        if cut is None:
            cut = self._cut[index] = self._cut_up(index)
        return cut.at(offset)

    def _cut_up(self, index: int) -> Cut:
        block = self._document.blocks[index]
        text, (start, end) = self._document.text, (block.span.start, block.span.end)
        found = () if block.kind in NO_PROSE else SENTENCE.finditer(text, start, end)
        spans = [Span(*match.span()) for match in found if not match[0].isspace()]
        return Cut(block.span, spans, [span.start for span in spans])


@dataclass(frozen=True, slots=True)
class Cut:
    """One block and its sentences."""

    block: Span
    sentences: Sequence[Span]
    starts: Sequence[int]

    def at(self, offset: int) -> Span:
        index = bisect_right(self.starts, offset) - 1
        return self.sentences[index] if index >= 0 and offset in self.sentences[index] else self.block
