"""Elements of an official document that stand on a line of their own in a fixed form: number, annexes, date.

Only a line in the element's own place is one: the number above the title, the list of annexes right below the last
paragraph of prose, the date between that and the annexes themselves. Source: GB/T 9704—2012 7.2.5, 7.3.4, 7.3.5.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

from speechlint.language.roles import AFTERWARDS, Place, Role
from speechlint.model import Block, BlockKind, Document, Span

# Each in all the forms it is met in; the rule says which one is right.
OPENED, CLOSED = r"[〔\[［（(【﹝「<《]", r"[〕\]］）)】﹞」>》]"
NUMBER = re.compile(
    rf"\s*(?P<element>[一-鿿]{{2,15}}\s*{OPENED}\s*\d{{2,4}}年?\s*{CLOSED}\s*第?\s*\d{{1,5}}\s*号)(?=\s|$)"
)
DIGITS = "[0-9０-９〇○零一二三四五六七八九十]"
DATE = re.compile(
    rf"\s*(?P<element>{DIGITS}{{2,4}}\s*年\s*{DIGITS}{{1,3}}\s*月(?:\s*{DIGITS}{{1,3}}\s*[日号])?"
    r"|(?:\d\d)?\d\d(?P<mark>[-./．－—])\d{1,2}(?P=mark)\d{1,2}日?)\s*$"
)
ORDINAL = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
LISTED = rf"(?:{ORDINAL}\s*[.．、，,:：]|[（(]{ORDINAL}[）)]、?|[①-⑳])"
FIRST_ANNEX = re.compile(rf"\s*(?P<element>附件\s*{ORDINAL}?\s*[:：]\s*{LISTED}?\s*\S.{{1,80}}?)\s*$")
NEXT_ANNEX = re.compile(
    rf"\s*(?P<element>(?:附件\s*{ORDINAL}?\s*[:：]\s*)?{LISTED}\s*\S.{{1,80}}?|附件\s*{ORDINAL}\s*[:：]\S.{{1,80}}?)\s*$"
)
IN_BODY = (BlockKind.BODY, BlockKind.HEADING, BlockKind.TITLE)


class ElementKind(StrEnum):
    """What a line is."""

    NUMBER = "number"
    ANNEX = "annex"
    DATE = "date"


class Element(NamedTuple):
    """One such line, without the blanks around it."""

    kind: ElementKind
    span: Span


def elements(document: Document, title: Span | None, places: Sequence[Place]) -> Iterator[Element]:
    """Yield every element in reading order; a draft without prose has none."""
    prose = [place.block for place in places if place.role is Role.BODY]
    if not prose:
        return
    if title is not None:
        above = (block for block in document.blocks if block.kind in IN_BODY and block.span.end < title.start)
        yield from found(document, above, ElementKind.NUMBER, NUMBER)
    below = list(takewhile(lambda block: not AFTERWARDS.match(document.text_of(block)), after(document, prose[-1])))
    listed = list(annexes(document, below))
    yield from found(document, listed[:1], ElementKind.ANNEX, FIRST_ANNEX)
    yield from found(document, listed[1:], ElementKind.ANNEX, NEXT_ANNEX)
    yield from found(document, below[len(listed) :], ElementKind.DATE, DATE)


def after(document: Document, index: int) -> list[Block]:
    """The lines of the body behind the block of that index, blank ones left out."""
    blocks = document.blocks[index + 1 :]
    return [block for block in blocks if block.kind in IN_BODY and document.text_of(block).strip()]


def annexes(document: Document, below: Sequence[Block]) -> Iterator[Block]:
    """The lines of the list of annexes, which comes first if it comes at all."""
    for number, block in enumerate(below):
        if not (NEXT_ANNEX if number else FIRST_ANNEX).match(document.text_of(block)):
            return
        yield block


def found(
    document: Document, blocks: Iterator[Block] | Sequence[Block], kind: ElementKind, form: re.Pattern[str]
) -> Iterator[Element]:
    for block in blocks:
        if match := form.match(document.text_of(block)):
            start, end = match.span("element")
            yield Element(kind, Span(block.span.start + start, block.span.start + end))
