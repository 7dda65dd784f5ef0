"""Fixed phrases, found with one character wrong.

Such a slip is heard as the phrase is. So a text is looked through as it is heard: there phrases and slips are all
that is found, and what is written right is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice
from operator import add, ne

from speechlint.language.confusions import Confusions
from speechlint.model import Span
from speechlint.scan import occurrences
from speechlint.vocabulary import Finder, daachorse_finder

# No phrase is shorter.
HEAD = 4
HALF = 2
# So many characters a process reads before an automaton is worth its making.
WORTHWHILE = 100_000

Slip = tuple[Span, int, str]


class PhraseBook:
    """Phrases of four or more characters, under what their first four are heard as."""

    def __init__(self, phrases: Iterable[str], confusions: Confusions) -> None:
        self._confusions = confusions
        phrases = sorted(phrase for phrase in phrases if len(phrase) >= HEAD)
        by_head: dict[str, tuple[str, ...]] = {}
        for head, phrase in heads(phrases, confusions):
            by_head[head] = (*by_head[head], phrase) if head in by_head else (phrase,)
        self._phrases = [*by_head.values()]
        self._finder = HeadFinder([*by_head])

    @cached_property
    def phrases(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(self._phrases))

    def slips(self, text: str, heard: str) -> list[Slip]:
        """Every stretch with one character mistaken for that of a phrase: its span, where, and the phrase.

        `heard` is the text as the book's confusions hear it. In the order of the halves that are right.
        """
        # Nearly all that is found is written right, and passed over here.
        unlike = [
            (at, phrase)
            for at, _, head in self._finder.places(heard)
            for phrase in self._phrases[head]
            if not text.startswith(phrase, at) and sum(map(ne, text[at : at + len(phrase)], phrase)) == 1
        ]
        return sorted(chain.from_iterable(self._slip(text, at, phrase) for at, phrase in unlike), key=right_half)

    def _slip(self, text: str, at: int, phrase: str) -> Iterator[Slip]:
        stretch = text[at : at + len(phrase)]
        wrong = [*map(ne, stretch, phrase)].index(True)
        if len(stretch) == len(phrase) and self._confusions.alike(stretch[wrong], phrase[wrong]):
            yield Span(at, at + len(phrase)), at + wrong, phrase


def right_half(slip: Slip) -> tuple[int, bool, int, str]:
    """Where those first or last two characters of a slip stand that are right."""
    span, at, phrase = slip
    begins_wrong = at < span.start + HALF
    return span.end - HALF if begins_wrong else span.start, begins_wrong, at, phrase


def heads(phrases: Sequence[str], confusions: Confusions) -> Iterator[tuple[str, str]]:
    """What the first characters of the phrases are heard as, right or with a look-alike among them."""
    heard, at = confusions.heard("".join(phrases)), 0
    listed = any_of(confusions.looks)
    for phrase in phrases:
        head = heard[at : at + HEAD]
        at += len(phrase)
        yield head, phrase
        if listed.search(phrase):
            for found in listed.finditer(phrase, 0, HEAD):
                for sign in confusions.looks[found.group()]:
                    yield head[: found.start()] + sign + head[found.end() :], phrase


def any_of(characters: Collection[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(characters))}]" if characters else "(?!)")


class HeadFinder:
    """Finds strings of four characters: among all stretches of a text, or by an automaton once it has read enough."""

    def __init__(self, heads: Sequence[str]) -> None:
        self._heads = heads
        self._numbers = {head: number for number, head in enumerate(heads)}
        self._find: Finder = self._look_for
        self._unread = WORTHWHILE

    def places(self, text: str) -> list[tuple[int, int, int]]:
        """Where heads begin and end, each with its number; in no order."""
        if self._unread > 0:
            self._unread -= len(text)
            if self._unread <= 0:
                self._find = daachorse_finder([*self._heads]) or self._look_for
        return self._find(text)

    def _look_for(self, text: str) -> list[tuple[int, int, int]]:
        here = stretches(text) & self._numbers.keys()
        return [(at, at + HEAD, self._numbers[head]) for head in here for at in occurrences(head, text)]


def stretches(text: str) -> set[str]:
    """Every four characters that follow one another."""
    pairs = [*map(add, text, islice(text, 1, None))]
    return {*map(add, pairs, islice(pairs, 2, None))}
