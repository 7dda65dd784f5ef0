"""Which year a place of a draft speaks of: named there, named before it in the sentence, or by the heading above."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from speechlint.language.blocks import BLANKS
from speechlint.language.sentences import Sentences
from speechlint.language.time_expressions import TimeExpression, within
from speechlint.model import Block, BlockKind, Document, Span

OTHER_YEAR_HEADING = 40
NUMBERED = re.compile("[一二三四五六七八九十]、")
NUMBERED_LINE = re.compile(rf"\n[{BLANKS}]*{NUMBERED.pattern}")
# Where a draft does not tell its own year, any common year serves that no draft writes.
NOMINAL_YEAR = 2097
# So much of a sentence is looked at before a place and after it.
REACH = 1000


class Setting:
    """What time is read from: a draft, its sentences, time expressions and head, and its year, if known.

    `early` is true for a draft that is dated in the first quarter.
    """

    def __init__(
        self,
        document: Document,
        sentences: Sentences,
        expressions: Sequence[TimeExpression],
        head: Sequence[Block],
        year: int | None,
        early: bool = False,
    ) -> None:
        self.document = document
        self.sentences = sentences
        self.expressions = expressions
        self.head = head
        self.this_year = year or NOMINAL_YEAR
        self.year_known = year is not None
        self.early = early
        self._clauses: dict[int, tuple[str, str]] = {}

    def clause(self, e: TimeExpression) -> tuple[str, str]:
        """The text of the sentence before and after an expression, marks of half width made full."""
        known = self._clauses.get(e.span.start)
        if known is None:
            text, sentence = self._full_width, self.sentence(e.span.start)
            before = text[max(sentence.start, e.span.start - REACH) : e.span.start]
            known = self._clauses[e.span.start] = before, text[e.span.end : min(sentence.end, e.span.end + REACH)]
        return known

    @cached_property
    def _full_width(self) -> str:
        text = self.document.text
        for half, full in zip(",;:!?", "，；：！？", strict=True):
            text = text.replace(half, full)
        return text

    def sentence(self, at: int) -> Span:
        return self.sentences.at(at)

    def of_own_year(self, e: TimeExpression) -> bool:
        """Whether an expression lies in the draft's own year: named so, or in a place that speaks of no other."""
        return e.span.start in self._own

    @cached_property
    def _own(self) -> frozenset[int]:
        kept: set[int] = set()
        last: TimeExpression | None = None
        for e in self.expressions:
            if e.year.named and e.kind not in ("years", "plan"):
                last = e
                if e.year.resolve(self.this_year) == self.this_year:
                    kept.add(e.span.start)
            elif not e.year.named and not self._governed(e, last) and not self.in_section(e.span):
                kept.add(e.span.start)
        return frozenset(kept)

    def _governed(self, e: TimeExpression, last: TimeExpression | None) -> bool:
        """Whether the sentence named another year before: 去年……二季度."""
        if last is None or last.year.resolve(self.this_year) == self.this_year:
            return False
        return last.span.start in self.sentence(e.span.start)

    def in_section(self, span: Span) -> bool:
        """Whether the last heading before a place opened a section of another year: 一、2024年工作回顾."""
        index = bisect_right(self._heading_starts, span.start) - 1
        return index >= 0 and self._headings[index][1]

    @cached_property
    def _heading_starts(self) -> list[int]:
        return [start for start, _ in self._headings]

    @cached_property
    def _headings(self) -> list[tuple[int, bool]]:
        """Where a heading opens a section, and whether that section is of another year."""
        marks = []
        named = [e for e in self.expressions if e.year.named]
        for block in self._likely_headings(named):
            text = self.document.text_of(block).strip()
            if text and len(text) <= OTHER_YEAR_HEADING and text[-1] not in "。；，：":
                years = [*within(named, block.span)]
                other = any(e.year.resolve(self.this_year) != self.this_year for e in years)
                if years or NUMBERED.match(text):
                    marks.append((block.span.start, other or "过去" in text))
        return marks

    def _likely_headings(self, named: Sequence[TimeExpression]) -> Iterator[Block]:
        """The paragraphs that name a year or begin with a number, in order."""
        blocks = self.document.blocks
        starts = [block.span.start for block in blocks]
        places = [0, *(e.span.start for e in named), *(m.end() for m in NUMBERED_LINE.finditer(self.document.text))]
        for index in sorted({bisect_right(starts, at) - 1 for at in places}):
            if blocks[index].kind not in (BlockKind.CODE, BlockKind.TOC):
                yield blocks[index]
