"""A draft put away until its report is written: its blocks take a few bytes each in place of hundreds."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import overload

from speechlint.model import Block, BlockKind, Document, Span

Look = tuple[BlockKind, int | None, str, str]


class ShelvedBlocks(Sequence[Block]):
    """Blocks kept as numbers; each is made anew whenever it is asked for."""

    __slots__ = ("_ends", "_looks", "_numbers", "_starts")

    def __init__(self, blocks: Sequence[Block]) -> None:
        looks: dict[Look, int] = {}
        self._starts = array("I", (block.span.start for block in blocks))
        self._ends = array("I", (block.span.end for block in blocks))
        self._numbers = array("I", (looks.setdefault(look_of(block), len(looks)) for block in blocks))
        self._looks = tuple(looks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ShelvedBlocks) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Block: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...

    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        if isinstance(index, slice):
            return tuple(map(self.__getitem__, range(*index.indices(len(self)))))
        return Block(Span(self._starts[index], self._ends[index]), *self._looks[self._numbers[index]])


def look_of(block: Block) -> Look:
    return block.kind, block.level, block.label, block.origin


def shelved(document: Document) -> Document:
    """The same draft in less room, slower to look through.

    The text was there before all that its analysis took and gave back; left in its place it keeps twice its size from
    being used again, so it is copied into a gap.
    """
    return replace(document, text=copied(document.text), blocks=ShelvedBlocks(document.blocks))


def copied(text: str) -> str:
    return f"{text} "[:-1]
