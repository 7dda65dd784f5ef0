"""Suppression markers in text files: read into the Document as data, and taken out of what is linted.

In .txt `【speechlint: 忽略 typo/misspelling 理由】`, in .md the same words in an HTML comment. A marker stands for its
own line, or alone on a line for the next one; 忽略全文 stands for the draft, 忽略开始 … 忽略结束 for what is between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from speechlint.model import Block, BlockKind, Document, Span, Suppression

TEXT_MARKER = re.compile(r"【[ \t]*speechlint[ \t]*[:：][ \t]*([^】\n]*)】", re.IGNORECASE)
MARKDOWN_MARKER = re.compile(r"<!--[ \t]*speechlint[ \t]*[:：][ \t]*([^\n]*?)-->", re.IGNORECASE)
MARKERS = {"txt": (TEXT_MARKER,), "md": (MARKDOWN_MARKER, TEXT_MARKER)}
# Longer words first: 忽略 begins them all.
ORDER = re.compile(
    r"(?P<file>忽略全文|ignore-file)|(?P<start>忽略开始|ignore-start)|(?P<end>忽略结束|ignore-end)|(?P<place>忽略|ignore)"
)
SEPARATOR = re.compile("[,，、]")
NAMED = re.compile(rf"\s*(?:{ORDER.pattern})\s*")
NAME = re.compile("[^,，、 ]+")


class Marker(NamedTuple):
    """One marker: where it stands, what it orders, for which rules, and whether it is alone on its line."""

    span: Span
    block: int
    order: str
    rules: tuple[str, ...]
    places: tuple[Span, ...]
    reason: str
    alone: bool


def with_markers(document: Document) -> Document:
    """The document with its markers as suppressions; they are inert, and a line that holds nothing else is no prose."""
    if "speechlint" not in document.text.lower():
        return document
    markers = tuple(markers_of(document))
    blocks = list(document.blocks)
    for marker in markers:
        if marker.alone:
            blocks[marker.block] = blocks[marker.block]._replace(kind=BlockKind.CODE)
    alone = {marker.block for marker in markers if marker.alone}
    return replace(
        document,
        blocks=tuple(blocks),
        inert=tuple(sorted({*document.inert, *(marker.span for marker in markers)})),
        suppressions=tuple(suppressions(document, markers, alone)),
    )


def markers_of(document: Document) -> Iterator[Marker]:
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.CODE:
            continue
        for regex in MARKERS.get(document.format, ()):
            for found in regex.finditer(document.text, block.span.start, block.span.end):
                order, rules, reason = parse_order(found[1])
                places = name_places(found, len(rules))
                yield Marker(
                    Span(*found.span()), number, order, rules, places, reason, is_alone(document, block, found)
                )


def is_alone(document: Document, block: Block, found: re.Match[str]) -> bool:
    return document.text_of(block).strip() == found.group()


def parse_order(text: str) -> tuple[str, tuple[str, ...], str]:
    """The order (place, file, start, end, or nothing), its rules and its reason; so for Word comments too."""
    found = ORDER.match(text.strip())
    if found is None:
        return "", (), text
    names, _, reason = text.strip()[found.end() :].strip().partition(" ")
    rules = tuple(name for name in SEPARATOR.split(names) if name)
    return found.lastgroup or "", rules, reason.strip()


def name_places(found: re.Match[str], count: int) -> tuple[Span, ...]:
    """Where a marker's first `count` words, the names of its rules, stand."""
    order = NAMED.match(found[1])
    names = NAME.finditer(found.string, found.start(1) + (order.end() if order else 0), found.end(1))
    return tuple(Span(*name.span()) for name in islice(names, count))


def suppressions(document: Document, markers: tuple[Marker, ...], alone: set[int]) -> Iterator[Suppression]:
    """What each marker silences; one that is not understood, or a range never closed, silences nothing."""
    opened: list[Marker] = []
    for marker in markers:
        nothing = Span(marker.span.start, marker.span.start)
        if marker.order == "start":
            opened.append(marker)
        elif marker.order == "end" and opened:
            start = opened.pop()
            yield made(start, Span(start.span.start, marker.span.end))
        elif marker.order == "file":
            yield made(marker, Span(0, len(document.text) + 1))
        elif marker.order == "place":
            yield made(marker, whole(document.blocks[target(document, marker, alone)]))
        else:
            yield made(marker, nothing)
    yield from (made(marker, Span(marker.span.start, marker.span.start)) for marker in opened)


def made(marker: Marker, covers: Span) -> Suppression:
    return Suppression(marker.rules, covers, marker.span, marker.reason, places=marker.places)


def target(document: Document, marker: Marker, alone: set[int]) -> int:
    """The line a marker stands for: its own, or when alone the next one that holds text."""
    if not marker.alone:
        return marker.block
    later = range(marker.block + 1, len(document.blocks))
    lines = (n for n in later if n not in alone and document.text_of(document.blocks[n]).strip())
    return next(lines, marker.block)


def whole(block: Block) -> Span:
    """A line with its line feed, where a finding about a missing full stop may stand."""
    return Span(block.span.start, block.span.end + 1)
