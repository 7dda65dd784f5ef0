"""The literal prefilter: where in a draft a regular expression or a table need be tried at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import islice
from operator import add

from speechlint.literals import required_literals, widest_match
from speechlint.model import Block, BlockKind, Document, Scope, Span
from speechlint.openings import skippable
from speechlint.vocabulary import VOCABULARY, Automata, Literals

NO_PROSE = (BlockKind.CODE, BlockKind.TOC)
# A regex that may match more than this is tried on the whole text.
WIDEST = 400
# So many characters a process reads before regexes are read for their literals.
WORTHWHILE = 30_000
# So few strings are looked for one by one.
FEW = 8


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` yields, looked for only around what the pattern cannot match without."""
    for window in text_scan(text).where(pattern):
        yield from matches_in(pattern, text, window)


def matches_in(pattern: re.Pattern[str], text: str, span: Span) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` yields between two offsets, tried only at characters a match can begin with."""
    opening = skippable(pattern) if text_scan(text).filtered else None
    if opening is None:
        yield from pattern.finditer(text, span.start, span.end)
        return
    end = span.start
    for character in opening.finditer(text, span.start, span.end):
        start = character.start()
        if start >= end and (found := pattern.match(text, start, span.end)):
            end = found.end()
            yield found


class TextScan:
    """One text and the literals found in it.

    While the texts of this process are short in all, reading a regex for its literals costs more than trying it
    everywhere: such a text is not `filtered`.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.filtered = VOCABULARY.taken(text) >= WORTHWHILE
        self._automata = VOCABULARY.automata() if self.filtered else Automata()
        self._standing: dict[str, bool] = {}

    @cached_property
    def _found(self) -> dict[str, list[int]] | None:
        return self._automata.places(self.text)

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(map(add, self.text, islice(self.text, 1, None)))

    def literals_of(self, pattern: re.Pattern[str]) -> Literals | None:
        """What a regex cannot match without; None when there is no telling, or it is not worth asking."""
        return literals_of(pattern) if self.filtered else None

    def where(self, pattern: re.Pattern[str]) -> Iterable[Span]:
        """The stretches of the text that hold every match of a regex."""
        whole = (Span(0, len(self.text)),)
        literals = self.literals_of(pattern)
        if literals is None:
            return whole
        reach = reach_of(pattern)
        if reach is None:
            return whole if self.holds(literals) else ()
        return self.windows(literals, reach)

    def present(self, literals: Literals) -> Iterator[str]:
        """Those of the literals that stand in the text."""
        yield from filter(self._stands, literals.characters)
        if self._found is not None and self._automata.know(literals):
            yield from self._found.keys() & literals.strings
        elif len(literals.strings) <= FEW:
            yield from filter(self._stands, literals.strings)
        else:
            for pair in literals.by_pair.keys() & self._pairs:
                yield from filter(self._stands, literals.by_pair[pair])

    def _stands(self, literal: str) -> bool:
        known = self._standing.get(literal)
        if known is None:
            known = self._standing[literal] = literal in self.text
        return known

    def holds(self, literals: Literals) -> bool:
        """Whether any of the literals stands in the text."""
        return any(True for _ in self.present(literals))

    def places(self, literals: Literals) -> list[tuple[int, str]]:
        """Every place of every literal, overlapping ones too, in order."""
        return sorted((at, literal) for literal in self.present(literals) for at in self._places_of(literal))

    def windows(self, literals: Literals, reach: int) -> Iterator[Span]:
        """Stretches that reach so far around the literals, joined where they touch."""
        start = end = -1
        for at in sorted(at for literal in self.present(literals) for at in self._places_of(literal)):
            if at - reach > end:
                if end >= 0:
                    yield Span(start, end)
                start = max(0, at - reach)
            end = min(len(self.text), at + reach)
        if end >= 0:
            yield Span(start, end)

    def _places_of(self, literal: str) -> list[int]:
        if self._found is not None and literal in self._found:
            return self._found[literal]
        return [*occurrences(literal, self.text)]


@lru_cache(maxsize=2)
def text_scan(text: str) -> TextScan:
    """The scan of a text, made once for all who ask for it one after the other."""
    return TextScan(text)


class Scan:
    """One draft's paragraphs, and which of them hold a literal."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.paragraphs = tuple(block for block in document.blocks if block.kind not in NO_PROSE)
        self._scan = text_scan(document.text)
        self._whole = Block(Span(0, len(document.text)))
        self._starts = [block.span.start for block in self.paragraphs]
        self._holding: dict[str, tuple[int, ...]] = {}

    def matches(self, pattern: re.Pattern[str], scope: Scope = "paragraph") -> Iterator[re.Match[str]]:
        """Every match of a regex, paragraph by paragraph or in the text as a whole."""
        if scope == "document":
            yield from matches(pattern, self.text)
            return
        for block in self.blocks(pattern):
            yield from matches_in(pattern, self.text, block.span)

    def blocks(self, pattern: re.Pattern[str], scope: Scope = "paragraph") -> Iterator[Block]:
        """The paragraphs that a regex may match in, in order; or one block as wide as the text, if it may match."""
        literals = self._scan.literals_of(pattern)
        if scope == "document":
            yield from (self._whole,) if literals is None or self._scan.holds(literals) else ()
        elif literals is None:
            yield from self.paragraphs
        else:
            yield from self.blocks_with(literals)

    def blocks_with(self, literals: Literals) -> Iterator[Block]:
        """The paragraphs in which any of the literals stands, in order; all of them while that is cheaper."""
        if not self._scan.filtered:
            yield from self.paragraphs
            return
        several = [self._paragraphs_with(literal) for literal in self._scan.present(literals)]
        indices = several[0] if len(several) == 1 else sorted(set().union(*several))
        yield from (self.paragraphs[index] for index in indices)

    def places(self, literals: Literals) -> list[tuple[int, str]]:
        """Every place of every literal, overlapping ones too, in order."""
        return self._scan.places(literals)

    def _paragraphs_with(self, literal: str) -> tuple[int, ...]:
        """Indices of the paragraphs that hold a literal."""
        known = self._holding.get(literal)
        if known is None:
            known = self._holding[literal] = tuple(self._look_for(literal))
        return known

    def _look_for(self, literal: str) -> Iterator[int]:
        at = self.text.find(literal)
        while at >= 0:
            index = bisect_right(self._starts, at) - 1
            if index >= 0 and at < self.paragraphs[index].span.end:
                yield index
            following = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
            at = self.text.find(literal, max(following, at + 1))


def occurrences(literal: str, text: str) -> Iterator[int]:
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)


@cache
def literals_of(pattern: re.Pattern[str]) -> Literals | None:
    """What a regex cannot match without; None when there is no telling."""
    required = required_literals(pattern)
    return None if required is None else Literals(required)


@cache
def reach_of(pattern: re.Pattern[str]) -> int | None:
    """How far from its literal a match may begin or end or look; None when that is very far."""
    widest = widest_match(pattern)
    return widest + 1 if widest <= WIDEST else None
