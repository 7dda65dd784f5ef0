"""The literal prefilter: where in a draft a regular expression or a table need be tried at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, islice
from operator import add

from speechlint.model import Block, BlockKind, Document, Scope, Span
from speechlint.prefilter import Prefilter, in_ascii, prefilter_of
from speechlint.stretches import around, lines
from speechlint.vocabulary import EVERYWHERE, FEW, VOCABULARY, Automata, Literals

NO_PROSE = (BlockKind.CODE, BlockKind.TOC)
# Without it every regex is tried everywhere, with the same result.
PREFILTER = True
# What reaches no further is tried around its literals rather than in all of their lines.
NARROW = 50

Matches = Iterable[re.Match[str]]
Found = tuple[Block, list[re.Match[str]]]


def matches(pattern: re.Pattern[str], text: str) -> Matches:
    """What `pattern.finditer(text)` yields, looked for only around what the pattern cannot match without."""
    return text_scan(text).matches(prefilter_of(pattern))


def matches_in(pattern: re.Pattern[str], text: str, span: Span) -> Matches:
    """What `pattern.finditer` yields between two offsets, tried only at characters a match can begin with."""
    return tried(prefilter_of(pattern), text, [(span.start, span.end)])


def opening_of(pattern: re.Pattern[str]) -> re.Pattern[str] | None:
    """A set of characters one of which every match begins with; None where there is no telling."""
    return prefilter_of(pattern).opening


def tried(prefilter: Prefilter, text: str, stretches: Iterable[tuple[int, int]]) -> Matches:
    """What `finditer` yields in each of some stretches."""
    if PREFILTER and prefilter.locator is not None:
        return tried_where(prefilter.locator, prefilter.pattern, text, stretches)
    return chain.from_iterable(prefilter.pattern.finditer(text, start, end) for start, end in stretches)


def tried_where(
    locator: re.Pattern[str], pattern: re.Pattern[str], text: str, stretches: Iterable[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """What `finditer` yields in each stretch, where a locator finds the first character of every match."""
    for start, end in stretches:
        yield from tried_at(pattern, text, (place.start() for place in locator.finditer(text, start, end)), end)


def tried_at(pattern: re.Pattern[str], text: str, starts: Iterable[int], end: int) -> Iterator[re.Match[str]]:
    """What `finditer` yields up to an offset, where all matches begin at one of the places, given in order."""
    free = 0
    for start in starts:
        if start >= free and (found := pattern.match(text, start, end)):
            free = found.end()
            yield found


class TextScan:
    """One text and the literals found in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._standing: dict[str, bool] = {}

    @cached_property
    def _automata(self) -> Automata:
        return VOCABULARY.automata()

    @cached_property
    def _found(self) -> dict[str, list[int]] | None:
        return self._automata.places(self.text)

    @cached_property
    def _strings(self) -> frozenset[str]:
        """What was found, of all that may be."""
        return frozenset(filter(self._stands, EVERYWHERE)).union(self._found or ())

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(map(add, self.text, islice(self.text, 1, None)))

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset(self.text)

    @cached_property
    def _plain(self) -> TextScan | None:
        """The scan of the text with all its digits in ASCII, if it has others."""
        plain = in_ascii(self.text)
        return None if plain == self.text else TextScan(plain)

    def reading(self, prefilter: Prefilter) -> TextScan:
        """The scan in which to look for what a regex cannot match without."""
        return (self._plain if prefilter.ascii_digits else None) or self

    def may_match(self, prefilter: Prefilter) -> bool:
        """Whether a regex may match anywhere in the text."""
        literals = prefilter.literals
        return literals is None or not PREFILTER or bool(self.reading(prefilter).present(literals))

    def matches(self, prefilter: Prefilter) -> Matches:
        """Every match of a regex in the text as a whole."""
        if not self.may_match(prefilter):
            return ()
        literals = prefilter.literals
        if literals is None or prefilter.opening_first or prefilter.reach is None or not PREFILTER:
            return tried(prefilter, self.text, [(0, len(self.text))])
        windows = around(self.reading(prefilter)._in_order(literals), prefilter.reach, len(self.text))
        return tried(prefilter, self.text, windows)

    def matches_in_lines(self, prefilter: Prefilter) -> Matches:
        """Every match of a regex that keeps to its line."""
        text, literals, reach = self.text, prefilter.literals, prefilter.reach
        if prefilter.opening_first and prefilter.opening is not None:
            return tried_where(prefilter.locator or prefilter.opening, prefilter.pattern, text, [(0, len(text))])
        wide = reach is None or reach > NARROW
        # Nearly every line holds what stands everywhere.
        if literals is None or (wide and not literals.sought):
            return tried(prefilter, text, [(0, len(text))])
        places = self.reading(prefilter)._in_order(literals)
        stretches = lines(places, text) if reach is None or wide else around(places, reach, len(text))
        return tried(prefilter, text, stretches)

    @cached_property
    def _present(self) -> dict[Literals, list[str]]:
        return {} if self._found is None else self._automata.present(self._strings)

    def present(self, literals: Literals) -> Sequence[str]:
        """Those of the literals that stand in the text."""
        standing = self._present.get(literals)
        if standing is not None:
            return standing
        if self._found is not None and literals in self._automata.learnt:
            return ()
        standing = self._present[literals] = self._looked_for(literals)
        return standing

    def _looked_for(self, literals: Literals) -> list[str]:
        if self._found is not None and self._automata.find(literals):
            return [*(self._strings & literals.strings)]
        if len(literals.strings) <= FEW:
            return [*filter(self._stands, literals.strings)]
        standing = [*(literals.characters & self._characters)]
        for pair in literals.by_pair.keys() & self._pairs:
            standing += filter(self._stands, literals.by_pair[pair])
        return standing

    def _stands(self, literal: str) -> bool:
        known = self._standing.get(literal)
        if known is None:
            known = self._standing[literal] = literal in self.text
        return known

    def holds(self, literals: Literals) -> bool:
        """Whether any of the literals stands in the text."""
        return bool(self.present(literals))

    def places(self, literals: Literals) -> list[tuple[int, str]]:
        """Every place of every literal, overlapping ones too, in order."""
        return sorted((at, literal) for literal in self.present(literals) for at in self.places_of(literal))

    def _in_order(self, literals: Literals) -> list[int]:
        """Where any of the literals begins."""
        return sorted(chain.from_iterable(map(self.places_of, self.present(literals))))

    def places_of(self, literal: str) -> Iterable[int]:
        """Where one literal begins, in order, overlapping places too."""
        found = None if self._found is None else self._found.get(literal)
        return occurrences(literal, self.text) if found is None else found


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
        self._holding: dict[tuple[TextScan, str], Sequence[int]] = {}

    def matches(self, pattern: re.Pattern[str], scope: Scope = "paragraph") -> Matches:
        """Every match of a regex, paragraph by paragraph or in the text as a whole."""
        prefilter = prefilter_of(pattern)
        if scope == "document":
            return self._scan.matches(prefilter)
        return chain.from_iterable(found for _, found in self._by_block(prefilter))

    def found(self, pattern: re.Pattern[str], scope: Scope = "paragraph") -> Iterable[Found]:
        """The paragraphs, or the text as a whole, that a regex matches in, in order, each with its matches."""
        prefilter = prefilter_of(pattern)
        by_block = [(self._whole, self._scan.matches(prefilter))] if scope == "document" else self._by_block(prefilter)
        listed = ((block, [*several]) for block, several in by_block)
        return ((block, several) for block, several in listed if several)

    def _by_block(self, prefilter: Prefilter) -> Iterable[tuple[Block, Matches]]:
        """The paragraphs a regex may match in, in order, each with the matches in it."""
        if not self._scan.may_match(prefilter):
            return ()
        if prefilter.keeps_to_line and PREFILTER:
            return self._by_paragraph(self._scan.matches_in_lines(prefilter))
        if prefilter.opening_first and prefilter.opening is not None and PREFILTER:
            return self._at_openings(prefilter.pattern, prefilter.opening)
        blocks = self._may_match(prefilter)
        return ((block, tried(prefilter, self.text, [(block.span.start, block.span.end)])) for block in blocks)

    def _at_openings(self, pattern: re.Pattern[str], opening: re.Pattern[str]) -> Iterator[Found]:
        """The paragraphs a regex matches in, tried wherever in the draft an opening character stands."""
        end, last, several = 0, -1, list[re.Match[str]]()
        for character in opening.finditer(self.text):
            at = character.start()
            index = self._index_at(at) if at >= end else -1
            if index >= 0 and (found := pattern.match(self.text, at, self.paragraphs[index].span.end)):
                if several and index > last:
                    yield self.paragraphs[last], several
                    several = []
                end, last = found.end(), index
                several.append(found)
        if several:
            yield self.paragraphs[last], several

    def _by_paragraph(self, found: Matches) -> Iterator[Found]:
        """The paragraphs that hold any of some matches, which are given in order and each lie in one line."""
        last, several = -1, list[re.Match[str]]()
        for match in found:
            index = self._index_at(match.start())
            if index != last:
                if several:
                    yield self.paragraphs[last], several
                last, several = index, []
            if index >= 0:
                several.append(match)
        if several:
            yield self.paragraphs[last], several

    def _index_at(self, offset: int) -> int:
        """Which paragraph holds an offset, or ends there; -1 for none."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset <= self.paragraphs[index].span.end else -1

    def may_match(self, pattern: re.Pattern[str]) -> bool:
        """Whether a regex may match anywhere in the draft."""
        return self._scan.may_match(prefilter_of(pattern))

    def blocks(self, pattern: re.Pattern[str], scope: Scope = "paragraph") -> Iterable[Block]:
        """The paragraphs that a regex may match in, in order; or one block as wide as the text, if it may match."""
        prefilter = prefilter_of(pattern)
        if not self._scan.may_match(prefilter):
            return ()
        return (self._whole,) if scope == "document" else self._may_match(prefilter)

    def _may_match(self, prefilter: Prefilter) -> Iterable[Block]:
        """The paragraphs in which something stands that a regex cannot match without, in order."""
        if prefilter.literals is None or not PREFILTER:
            return self.paragraphs
        reading = self._scan.reading(prefilter)
        several = [self._paragraphs_with(literal, reading) for literal in reading.present(prefilter.literals)]
        indices = several[0] if len(several) == 1 else sorted(set().union(*several))
        return map(self.paragraphs.__getitem__, indices)

    def holds(self, literals: Literals) -> bool:
        """Whether any of the literals stands in the draft."""
        return self._scan.holds(literals)

    def places(self, literals: Literals) -> list[tuple[int, str]]:
        """Every place of every literal, overlapping ones too, in order."""
        return self._scan.places(literals)

    def _paragraphs_with(self, literal: str, reading: TextScan) -> Sequence[int]:
        """Indices of the paragraphs that hold a literal in one reading of the text."""
        known = self._holding.get((reading, literal))
        if known is None:
            indices = dict.fromkeys(map(self._index_at, reading.places_of(literal)))
            known = self._holding[reading, literal] = [index for index in indices if index >= 0]
        return known


def occurrences(literal: str, text: str) -> Iterator[int]:
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)
