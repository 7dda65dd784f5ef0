"""Fixed phrases, found with one character wrong.

Such a slip is heard as the phrase is. So a text is looked through as it is heard: there phrases and slips are all
that is found, and what is written right is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
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
    """Phrases of four or more characters, under what their first four are heard as; new editions hold more of them.

    All that are looked for with the same confusions stand in one book, for a text is looked through once for all.
    """

    def __init__(self, confusions: Confusions) -> None:
        self.edition = 0
        self._confusions = confusions
        self._heads: dict[str, int] = {}
        self._phrases: list[tuple[str, ...]] = []
        self._only: list[str] = []
        self._find: Finder | None = None
        self._unread = WORTHWHILE

    def add(self, phrases: Iterable[str]) -> None:
        """Add what is not in the book; shorter phrases are left out."""
        self.edition += 1
        self._find = None
        for head, phrase in heads([phrase for phrase in phrases if len(phrase) >= HEAD], self._confusions):
            number = self._heads.setdefault(head, len(self._phrases))
            if number == len(self._phrases):
                self._phrases.append((phrase,))
                self._only.append(phrase)
            elif phrase not in self._phrases[number]:
                self._phrases[number] += (phrase,)
                self._only[number] = ""

    def slips(self, text: str) -> list[Slip]:
        """Every stretch with one character mistaken for that of a phrase: its span, where, and the phrase.

        In the order of the halves that are right.
        """
        phrases, only = self._phrases, self._only
        unlike = [
            (at, phrase)
            for at, end, head in self._places(self._confusions.heard(text))
            # Nearly all that is found is written right, and passed over here.
            if text[at:end] != only[head]
            for phrase in phrases[head]
            if sum(map(ne, text[at : at + len(phrase)], phrase)) == 1
        ]
        return sorted(chain.from_iterable(self._slip(text, at, phrase) for at, phrase in unlike), key=right_half)

    def _slip(self, text: str, at: int, phrase: str) -> Iterator[Slip]:
        stretch = text[at : at + len(phrase)]
        wrong = [*map(ne, stretch, phrase)].index(True)
        if len(stretch) == len(phrase) and self._confusions.alike(stretch[wrong], phrase[wrong]):
            yield Span(at, at + len(phrase)), at + wrong, phrase

    def _places(self, heard: str) -> list[tuple[int, int, int]]:
        """Where heads begin and end, each with its number, in no order: by an automaton once enough was read."""
        self._unread -= len(heard)
        if self._find is None and self._unread <= 0:
            self._find = daachorse_finder([*self._heads])
        if self._find is not None:
            return self._find(heard)
        here = stretches(heard) & self._heads.keys()
        return [(at, at + HEAD, self._heads[head]) for head in here for at in occurrences(head, heard)]


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


def stretches(text: str) -> set[str]:
    """Every four characters that follow one another."""
    pairs = [*map(add, text, islice(text, 1, None))]
    return {*map(add, pairs, islice(pairs, 2, None))}
