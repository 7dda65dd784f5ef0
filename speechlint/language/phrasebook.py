"""Fixed phrases, found with one character wrong.

Such a slip is heard as the phrase is. So a text is looked through as it is heard: there phrases and slips are all
that is found, and what is written right is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import ne

from speechlint.language.confusions import Confusions, Hearing
from speechlint.model import Span
from speechlint.vocabulary import Finder, daachorse_finder

# No phrase is shorter.
HEAD = 4
HALF = 2
# No phrase holds one.
BETWEEN = "\t"
# So many characters a process reads before an automaton is worth its making.
WORTHWHILE = 100_000

Slip = tuple[Span, int, str]


class PhraseBook:
    """Phrases of four or more characters, under what their first four are heard as; new editions hold more of them.

    All that are looked for with the same confusions stand in one book, for a text is looked through once for all.
    `hearing` writes a text out by sound, `alike` tells whether one character may have been written for another.
    """

    def __init__(self, hearing: Hearing, alike: Callable[[str, str], bool]) -> None:
        self.edition = 0
        self._hearing = hearing
        self._alike = alike
        self._heads: dict[str, str] = {}
        self._found: list[str] = []
        self._find: Finder | None = None
        self._unread = WORTHWHILE

    def add(self, heads: Mapping[str, str]) -> None:
        """Add what `heads_of` makes of phrases."""
        both = self._heads.keys() & heads.keys()
        joined = {head: together([*self._heads[head].split(BETWEEN), *heads[head].split(BETWEEN)]) for head in both}
        self._heads = {**self._heads, **heads, **joined}
        self.edition += 1
        self._find = None

    def slips(self, text: str) -> list[Slip]:
        """Every stretch with one character mistaken for that of a phrase: its span, where, and the phrase.

        In the order of the halves that are right.
        """
        unlike = [
            (at, phrase)
            for at, phrases in self._unlike(text)
            for phrase in phrases.split(BETWEEN)
            if sum(map(ne, text[at : at + len(phrase)], phrase)) == 1
        ]
        return sorted(chain.from_iterable(self._slip(text, at, phrase) for at, phrase in unlike), key=right_half)

    def _slip(self, text: str, at: int, phrase: str) -> Iterator[Slip]:
        stretch = text[at : at + len(phrase)]
        wrong = [*map(ne, stretch, phrase)].index(True)
        if len(stretch) == len(phrase) and self._alike(stretch[wrong], phrase[wrong]):
            yield Span(at, at + len(phrase)), at + wrong, phrase

    def _unlike(self, text: str) -> list[tuple[int, str]]:
        """Where heads begin, each with its phrases, but for one phrase written right, as nearly all are.

        Told by an automaton once enough was read.
        """
        heard = self._hearing(text)
        self._unread -= len(heard)
        if self._find is None and self._unread <= 0:
            self._find, self._found = daachorse_finder([*self._heads]), [*self._heads.values()]
        if self._find is not None:
            found, hits = self._found, self._find(heard)
            return [(at, found[number]) for at, _, number in hits if not text.startswith(found[number], at)]
        heads, places = self._heads, range(len(heard) - HEAD + 1)
        met = [(at, heads[stretch]) for at in places if (stretch := heard[at : at + HEAD]) in heads]
        return [(at, phrases) for at, phrases in met if not text.startswith(phrases, at)]


def right_half(slip: Slip) -> tuple[int, bool, int, str]:
    """Where those first or last two characters of a slip stand that are right."""
    span, at, phrase = slip
    begins_wrong = at < span.start + HALF
    return span.end - HALF if begins_wrong else span.start, begins_wrong, at, phrase


def heads_of(phrases: Iterable[str], confusions: Confusions) -> dict[str, str]:
    """Phrases, shorter ones left out, under what their first characters are heard as, BETWEEN each two of one head."""
    heads: dict[str, list[str]] = {}
    for head, phrase in heads_heard([phrase for phrase in phrases if len(phrase) >= HEAD], confusions):
        heads.setdefault(head, []).append(phrase)
    return {head: together(several) for head, several in heads.items()}


def together(phrases: Iterable[str]) -> str:
    return BETWEEN.join(dict.fromkeys(phrases))


def heads_heard(phrases: Sequence[str], confusions: Confusions) -> Iterator[tuple[str, str]]:
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
