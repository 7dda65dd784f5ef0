"""What part an official document gives each of its paragraphs: title, headings of four layers, body.

Only what is told with certainty has a part: the head above the title, signatures, notes, annexes and short lines do
not. Source: GB/T 9704—2012 7.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from speechlint.language.heads import is_title
from speechlint.language.ordinals import Ordinal, Standing
from speechlint.model import Block, BlockKind, Document, Span

ENDS_SENTENCE = re.compile(r"[。！？；：][”’）]*\s*$")
STOP = re.compile("[。；;：:？！]")
# Where the document proper ends: an annex on a page of its own, or the list of those it is sent to.
AFTERWARDS = re.compile(r"\s*(?:附件\s*[0-9０-９一二三四五六七八九十]{0,3}\s*$|抄送[:：]|主题词[:：])")
# The statement of annexes and the contact person stand indented below the body, each in a form of its own.
NO_PROSE = re.compile(r"\s*(?:附件[:：]|[（(])")
LONGEST_HEADING = 40
SHORTEST_PROSE = 30
LAYERS = 4
# From the third layer on a heading looks like the body, so a paragraph that is one long sentence is checked with it.
SET_AS_BODY = 3


class Role(StrEnum):
    """The parts whose look is laid down."""

    TITLE = "title"
    FIRST = "first-layer"
    SECOND = "second-layer"
    THIRD = "third-layer"
    FOURTH = "fourth-layer"
    BODY = "body"


HEADINGS = (Role.FIRST, Role.SECOND, Role.THIRD, Role.FOURTH)


class Place(NamedTuple):
    """The words that play a part; `block` is the 0-based index of their block."""

    role: Role
    span: Span
    block: int


def roles(document: Document, title: Span | None, ordinals: Iterable[Ordinal]) -> Iterator[Place]:
    """Yield every place in reading order; a heading run into its paragraph leaves the rest of it to the body."""
    headings = {item.block: item for item in ordinals if item.standing is Standing.LINE}
    begun = False
    for index, block in enumerate(document.blocks):
        text = document.text_of(block)
        if AFTERWARDS.match(text) and begun:
            return
        if block.kind not in (BlockKind.BODY, BlockKind.HEADING, BlockKind.TITLE):
            continue
        if title is not None and block.span == title:
            if block.kind is BlockKind.TITLE or is_title(text.strip()):
                yield Place(Role.TITLE, block.span, index)
        elif title is None or block.span.start > title.end:
            for place in within(document, block, index, headings.get(index)):
                begun = True
                yield place


def within(document: Document, block: Block, index: int, ordinal: Ordinal | None) -> Iterator[Place]:
    rest = block.span
    if ordinal is not None and 1 <= ordinal.style.level <= LAYERS:
        stop = STOP.search(document.text, ordinal.span.end, block.span.end)
        end = stop.end() if stop else block.span.end
        if end - ordinal.span.end <= LONGEST_HEADING:
            yield Place(HEADINGS[ordinal.style.level - 1], Span(ordinal.span.start, end), index)
            rest = Span(end, block.span.end)
        elif ordinal.style.level < SET_AS_BODY:
            return
    if block.kind is BlockKind.BODY and is_prose(document.text_of(rest)):
        yield Place(Role.BODY, rest, index)


def is_prose(text: str) -> bool:
    if NO_PROSE.match(text) or not text.strip():
        return False
    return len(text.strip()) >= SHORTEST_PROSE or (ENDS_SENTENCE.search(text) is not None and "。" in text)
