"""What is costly to know about a draft and shared by many checks: computed once, on first use."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from speechlint.language.anniversaries import Marks, marks
from speechlint.language.answers import Answer
from speechlint.language.calendar_faults import WrittenDate, written_dates
from speechlint.language.contents import contents
from speechlint.language.disorder import Faults
from speechlint.language.enumerations import answers
from speechlint.language.headings import headings
from speechlint.language.heads import head
from speechlint.language.missing import missing_members
from speechlint.language.openings import Openings
from speechlint.language.ordinals import Ordinal, Standing, ordinals
from speechlint.language.readings import best_reading
from speechlint.language.sentences import Sentences
from speechlint.language.series import Series
from speechlint.language.setting import Setting
from speechlint.language.time_expressions import TimeExpression
from speechlint.language.time_scanner import time_expressions
from speechlint.language.timeline import Timeline, YearTold, read_timeline, told_year
from speechlint.language.words import Words
from speechlint.model import Block, BlockKind, Document, Span
from speechlint.scan import NO_PROSE, Scan, occurrences
from speechlint.spans import SpanSet

# What few drafts, or none with the default rules, need is imported where it is asked for.
if TYPE_CHECKING:
    from speechlint.language.elements import Element
    from speechlint.language.names import Token
    from speechlint.language.outline import Outline
    from speechlint.language.roles import Place

T = TypeVar("T")
# What the segmenter never takes into a word.
CLAUSE_END = re.compile("[，。；：！？、\n]")


class Analysis:
    """One draft's shared readings; made anew for each draft and never shared between drafts."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.scan = Scan(document)
        self._words: dict[Span, Words] = {}
        self._tokens: dict[int, tuple[Token, ...]] = {}
        self._made: dict[Callable[[Analysis], object], object] = {}

    @property
    def text(self) -> str:
        return self.document.text

    def once(self, make: Callable[[Analysis], T]) -> T:
        """What a function makes of the draft, made once for all checks that ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    @cached_property
    def inert(self) -> SpanSet:
        """What is no prose: mark-up, code, addresses."""
        return SpanSet(self.document.inert)

    @cached_property
    def sentences(self) -> Sentences:
        """Every sentence, in order; none crosses a block."""
        return Sentences(self.document)

    @cached_property
    def _ordinals(self) -> dict[int, int]:
        filled = (block for block in self.scan.paragraphs if block.kind is not BlockKind.WATERMARK)
        starts = (block.span.start for block in filled if self.document.text_of(block).strip())
        return {start: ordinal for ordinal, start in enumerate(starts)}

    def ordinal_of(self, block: Block) -> int:
        """The place of a paragraph among those that say something, watermarks left out; 0-based."""
        return self._ordinals[block.span.start]

    def sentence_at(self, offset: int) -> Span:
        """The sentence holding `offset`; in code or a blank line, the block itself."""
        return self.sentences.at(offset)

    def sentences_with(self, *words: str) -> Iterator[Span]:
        """The sentences in which one of some words stands, in order."""
        last = -1
        for offset in sorted(at for word in words for at in occurrences(word, self.text)):
            sentence = self.sentences.holding(offset)
            if sentence is not None and sentence.start > last:
                last = sentence.start
                yield sentence

    def words_at(self, offset: int) -> Words:
        """The words of the sentence holding `offset`; only sentences asked for are ever cut."""
        sentence = self.sentence_at(offset)
        if sentence not in self._words:
            self._words[sentence] = Words(self.document.text_of(sentence), sentence.start)
        return self._words[sentence]

    def knits(self, span: Span, better: str) -> bool:
        """Whether a sentence falls into fewer words with something better in place of a span.

        No word reaches beyond the marks around its clause, so only that is cut anew.
        """
        sentence, ends = self.sentence_at(span.start), self._clause_ends
        first, last = bisect_right(ends, span.start), bisect_right(ends, span.end - 1)
        start = max(ends[first - 1] if first else 0, sentence.start)
        end = min(ends[last] if last < len(ends) else len(self.text), sentence.end)
        righted = self.text[start : span.start] + better + self.text[span.end : end]
        return len(Words(righted)) < self.words_at(span.start).count(Span(start, end))

    @cached_property
    def contents(self) -> frozenset[int]:
        """The 0-based index of every block of a table of contents."""
        return contents(self.document)

    @cached_property
    def ordinals(self) -> tuple[Ordinal, ...]:
        """Every written ordinal, in order."""
        return ordinals(self.document, self.contents)

    @cached_property
    def faults(self) -> Faults:
        """What is wrong with each list."""
        return Faults(self.document)

    @cached_property
    def lists(self) -> tuple[Series, ...]:
        """Every list, in the order of their first items; headings without a number are lists too."""
        beginning = {item.block for item in self.ordinals if item.standing is Standing.LINE}
        found = (*self.ordinals, *headings(self.document, self.contents, beginning))
        return best_reading(sorted(found, key=lambda item: item.span.start), self.faults)

    @cached_property
    def openings(self) -> Openings:
        """Where months and years may begin."""
        return Openings(self.text)

    @cached_property
    def time_expressions(self) -> tuple[TimeExpression, ...]:
        """Every time expression, in order."""
        return time_expressions(self.openings)

    @cached_property
    def written_dates(self) -> tuple[WrittenDate, ...]:
        """Every day as written, whether the calendar holds it or not."""
        return written_dates(self.openings)

    @cached_property
    def marks(self) -> Marks:
        """Anniversaries and whatever else belongs to one year."""
        return marks(self.text)

    @cached_property
    def _head(self) -> tuple[Block, ...]:
        return tuple(head(self.document))

    @cached_property
    def _told_year(self) -> YearTold:
        return told_year(self.document, self._head, self.time_expressions, self.marks)

    @cached_property
    def setting(self) -> Setting:
        """What tells which year a place speaks of."""
        told = self._told_year
        return Setting(self.document, self.sentences, self.time_expressions, self._head, told.year, told.early)

    @cached_property
    def timeline(self) -> Timeline:
        """What the draft says about the day it is spoken on."""
        return read_timeline(self.setting, self._told_year)

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Every stated count that a list or an enumeration answers, in reading order."""
        return tuple(answers(self.document, self.lists, self.contents))

    @cached_property
    def wrong_answers(self) -> tuple[tuple[Answer, Span | None], ...]:
        """Every stated count that is not borne out, with the member that is missing, where the draft names it."""
        return tuple(missing_members(self.document, self.answers))

    def clauses_at(self, offsets: Iterable[int]) -> Iterator[tuple[Token, ...]]:
        """The words, with tags and names guessed, of every clause that holds one of some offsets, in order.

        The marks around a clause are among its words. Only clauses asked for are ever cut, and none in code.
        """
        ends, last = self._clause_ends, -1
        for offset in sorted(offsets):
            index = bisect_right(ends, offset)
            if index > last and self.document.block_at(offset).kind not in NO_PROSE:
                last = index
                yield self._tokens_of_clause(index)

    @cached_property
    def _clause_ends(self) -> list[int]:
        return [mark.end() for mark in CLAUSE_END.finditer(self.text)]

    def _tokens_of_clause(self, index: int) -> tuple[Token, ...]:
        if index not in self._tokens:
            from speechlint.language.names import tokens_of

            ends = self._clause_ends
            start = ends[index - 1] - 1 if index else 0
            clause = self.text[start : ends[index] if index < len(ends) else len(self.text)]
            # No word holds a mark or a line end: the clause is cut as it would be with all of the paragraph around it.
            within = clause.strip("\n")
            self._tokens[index] = tokens_of(within, start + len(clause) - len(clause.lstrip("\n")))
        return self._tokens[index]

    @cached_property
    def roles(self) -> tuple[Place, ...]:
        """The title, headings and paragraphs of an official document, in order."""
        from speechlint.language.roles import roles

        return tuple(roles(self.document, self.outline.parts.title, self.ordinals))

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """An official document's number, list of annexes and date, in order."""
        from speechlint.language.elements import elements

        return tuple(elements(self.document, self.outline.parts.title, self.roles))

    @cached_property
    def outline(self) -> Outline:
        """Title, headings, lists and counts as one tree."""
        from speechlint.language.outline import outline

        return outline(self.document, self.lists, self.answers, self.faults)
