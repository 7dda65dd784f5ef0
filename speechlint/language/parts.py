"""The parts of a draft around its headings: title, subtitle, salutation, opening, closing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from speechlint.language.heads import is_title, prose
from speechlint.language.ordinals import Ordinal
from speechlint.model import Block, BlockKind, Document, Span

DATE = r"[0-9０-９一二三四五六七八九十〇○×X*]{2,4}年[^，。]{1,4}月[^，。]{0,4}日?"
SUBTITLE = re.compile(rf"——|[（(].*[）)]$|{DATE}$")
CLOSING = re.compile(r"(?:同志们|各位|朋友们|老师们|同学们|最后|总之|让我们)")
ADDRESS = re.compile(
    r"(?:同志|各位|代表|委员|朋友|老师|同学|女士|先生|领导|来宾|嘉宾|同胞|家长|乡亲|战友|大家好).*[:：！!]$"
)
LONGEST_SALUTATION = 45
FULL_STOP = re.compile(r"[。！？!?…][”’）)]*$")


class Parts(NamedTuple):
    """Where each part stands; what a draft does not have is None or empty."""

    title: Span | None
    subtitle: tuple[Span, ...]
    salutation: Span | None
    opening: tuple[Span, ...]
    closing: tuple[Span, ...]


def parts(document: Document, headings: Sequence[Ordinal]) -> Parts:
    """Read the parts of a draft; `headings` are the ordinals that begin a block, in order."""
    blocks = [block for block in document.blocks_in("paragraph") if document.text_of(block).strip()]
    limit = headings[0].span.start if headings else len(document.text)
    salutation = salutation_of(document, [block for block in blocks if block.span.start < limit])
    limit = min(limit, salutation.span.start) if salutation else limit
    title = title_of(document, head_of(document, [block for block in blocks if block.span.end < limit]))
    begin = max(block.span.end for block in (title, salutation) if block) if title or salutation else 0
    first = headings[0].span.start if headings else len(document.text)
    last = document.blocks[headings[-1].block].span.end if headings else first
    after = [block for block in blocks if title and title.span.end < block.span.start < first]
    lines = [block for block in head_of(document, after) if not ends_sentence(document, block)]
    subtitle = [block.span for block in lines if SUBTITLE.match(stripped(document, block))]
    prose = [block.span for block in blocks if ends_sentence(document, block)]
    return Parts(
        title.span if title else None,
        tuple(subtitle[:2]),
        salutation.span if salutation else None,
        tuple(span for span in prose if begin <= span.start < first and span.end <= first),
        closing_of(document, [span for span in prose if span.start > last]),
    )


def title_of(document: Document, lines: Sequence[Block]) -> Block | None:
    """The line marked as title, else the last line of the head that reads like one, else its first line."""
    marked = [block for block in lines if block.kind is BlockKind.TITLE]
    likely = [block for block in lines if is_title(stripped(document, block))]
    return next(iter((*marked[:1], *likely[-1:], *lines[:1])), None)


def salutation_of(document: Document, blocks: Sequence[Block]) -> Block | None:
    """The first block that addresses the hearers."""
    for block in blocks:
        text = stripped(document, block)
        if block.kind is BlockKind.SALUTATION or (len(text) <= LONGEST_SALUTATION and ADDRESS.search(text)):
            return block
    return None


def head_of(document: Document, blocks: Sequence[Block]) -> list[Block]:
    """The lines before the salutation or the first paragraph of prose."""
    return list(takewhile(lambda block: not prose(stripped(document, block)), blocks))


def closing_of(document: Document, after: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs from the one that turns to the hearers for the last time."""
    for index, span in enumerate(after):
        if CLOSING.match(document.text_of(span).lstrip()):
            return tuple(after[index:])
    return ()


def ends_sentence(document: Document, block: Block) -> bool:
    return FULL_STOP.search(stripped(document, block)) is not None


def stripped(document: Document, block: Block) -> str:
    return document.text_of(block).strip("\u3000 \u200b\t#")
