"""Which year a place of a draft speaks of: named there, named before it in the sentence, or by the heading above."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from speechlint.language.time_expressions import TimeExpression, within
from speechlint.model import Document, Span

OTHER_YEAR_HEADING = 40
FULL_WIDTH = str.maketrans(",;:!?", "，；：！？")


@dataclass(frozen=True, slots=True)
class Setting:
    """What season evidence is read from: a draft, its sentences, its time expressions and its year, if known.

    `early` is true for a draft that is dated in the first quarter.
    """

    document: Document
    sentences: Sequence[Span]
    expressions: Sequence[TimeExpression]
    this_year: int
    year_known: bool = True
    early: bool = False

    def clause(self, e: TimeExpression) -> tuple[str, str]:
        """The text of the sentence before and after an expression, marks of half width made full."""
        text, sentence = self.document.text, self.sentence(e.span.start)
        before, after = text[sentence.start : e.span.start], text[e.span.end : sentence.end]
        return before.translate(FULL_WIDTH), after.translate(FULL_WIDTH)

    def sentence(self, at: int) -> Span:
        index = bisect_right(self.sentences, at, key=lambda s: s.start) - 1
        return self.sentences[index] if index >= 0 and at in self.sentences[index] else self.document.block_at(at).span


def own_year(setting: Setting) -> set[TimeExpression]:
    """The expressions that lie in the draft's own year: named so, or not named in a place that speaks of no other."""
    headings = other_year_headings(setting)
    kept: set[TimeExpression] = set()
    last: TimeExpression | None = None
    for e in setting.expressions:
        if e.year.named and e.kind not in ("years", "plan"):
            last = e
            if e.year.resolve(setting.this_year) == setting.this_year:
                kept.add(e)
        elif not e.year.named and not governed(setting, e, last) and not in_section(headings, e.span):
            kept.add(e)
    return kept


def governed(setting: Setting, e: TimeExpression, last: TimeExpression | None) -> bool:
    """Whether the sentence named another year before: 去年……二季度."""
    if last is None or last.span.start not in setting.sentence(e.span.start):
        return False
    return last.year.resolve(setting.this_year) != setting.this_year


def other_year_headings(setting: Setting) -> list[tuple[int, bool]]:
    """Where a heading opens a section, and whether that section is of another year: 一、2024年工作回顾."""
    marks = []
    named = [e for e in setting.expressions if e.year.named]
    for block in setting.document.blocks_in("paragraph"):
        text = setting.document.text_of(block).strip()
        if text and len(text) <= OTHER_YEAR_HEADING and text[-1] not in "。；，：":
            years = list(within(named, block.span))
            other = any(e.year.resolve(setting.this_year) != setting.this_year for e in years)
            if years or re.match("[一二三四五六七八九十]、", text):
                marks.append((block.span.start, other or "过去" in text))
    return marks


def in_section(headings: list[tuple[int, bool]], span: Span) -> bool:
    """Whether the last heading before a place opened a section of another year."""
    index = bisect_right(headings, span.start, key=lambda mark: mark[0]) - 1
    return index >= 0 and headings[index][1]
