"""The skeleton of a draft: title, salutation, opening, headings and lists with the counts they state, closing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from speechlint.language.answers import Answer
from speechlint.language.disorder import Disorder, Faults
from speechlint.language.headings import HEADING, TAIL
from speechlint.language.ordinals import Ordinal, Standing
from speechlint.language.parts import Parts, parts
from speechlint.language.series import Series
from speechlint.model import Document, Span

HEADING_END = re.compile("[。；;]")
CLAUSE_END = re.compile("[，,：:]")
LONGEST_HEADING = 36


class Entry(NamedTuple):
    """One item: `text` is its heading without the label, `answers` the counts it states, `lists` what it holds."""

    ordinal: Ordinal
    text: Span
    answers: tuple[Answer, ...]
    faults: tuple[Disorder, ...]
    lists: tuple[Listing, ...]


class Listing(NamedTuple):
    """One list in the order of the draft; a run-in list has its items within a paragraph."""

    entries: tuple[Entry, ...]

    @property
    def run_in(self) -> bool:
        return all(entry.ordinal.standing is not Standing.LINE for entry in self.entries[1:])


class Outline(NamedTuple):
    """A whole draft; `answers` are the counts stated before its first item."""

    parts: Parts
    answers: tuple[Answer, ...]
    lists: tuple[Listing, ...]


def outline(document: Document, lists: Sequence[Series], answers: Sequence[Answer], faults: Faults) -> Outline:
    """Read the skeleton of a draft from its lists and the counts they answer."""
    return Builder(document, lists, answers, faults).outline()


class Builder:
    """Hangs every list under the item that holds it, every count under the item that states it."""

    def __init__(self, document: Document, lists: Sequence[Series], answers: Sequence[Answer], faults: Faults) -> None:
        self.document = document
        self.faults = faults
        self.ordinals = sorted((item for series in lists for item in series.items), key=lambda item: item.span.start)
        self.starts = [item.span.start for item in self.ordinals]
        self.lists: dict[Ordinal | None, list[Series]] = {}
        for series in lists:
            self.lists.setdefault(series.parent, []).append(series)
        self.answers: dict[Ordinal | None, list[Answer]] = {}
        self.parents = {item: series.parent for series in lists for item in series.items}
        for answer in answers:
            self.answers.setdefault(self.holder(answer.claim.span.start), []).append(answer)

    def outline(self) -> Outline:
        headings = [item for item in self.ordinals if item.standing is Standing.LINE]
        return Outline(parts(self.document, headings), tuple(self.answers.get(None, ())), self.listings(None))

    def holder(self, offset: int) -> Ordinal | None:
        """The innermost item that a place lies in; an item within a paragraph ends with it."""
        index = bisect_right(self.starts, offset)
        item = self.ordinals[index - 1] if index else None
        block = self.document.index_at(offset)
        while item and item.standing is not Standing.LINE and item.block != block:
            item = self.parents[item]
        return item

    def listings(self, holder: Ordinal | None) -> tuple[Listing, ...]:
        return tuple(map(self.listing, self.lists.get(holder, ())))

    def listing(self, series: Series) -> Listing:
        faults = self.faults.of(series)
        return Listing(tuple(self.entry(item, faults) for item in series.items))

    def entry(self, item: Ordinal, faults: Sequence[Disorder]) -> Entry:
        own = tuple(fault for fault in faults if fault.at is item)
        return Entry(item, self.heading(item), tuple(self.answers.get(item, ())), own, self.listings(item))

    def heading(self, item: Ordinal) -> Span:
        """An item's heading: its first sentence, as far as the next item or the end of its block.

        A heading without a number is its whole line.
        """
        if item.style is HEADING:
            line = self.document.text[item.span.end : self.document.blocks[item.block].span.end]
            return Span(item.span.end, item.span.end + len(line.rstrip(TAIL)))
        index = bisect_right(self.starts, item.span.start)
        end = self.document.blocks[item.block].span.end
        if index < len(self.starts):
            end = min(end, self.starts[index])
        stop = HEADING_END.search(self.document.text, item.span.end, end)
        end = stop.start() if stop else end
        if end - item.span.end > LONGEST_HEADING:
            stop = CLAUSE_END.search(self.document.text, item.span.end, end)
            end = stop.start() if stop else end
        return Span(item.span.end, end)
