"""Fixed phrases, and how one is misread: by a character that sounds or looks like the right one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from speechlint.model import Span
from speechlint.scan import text_scan
from speechlint.vocabulary import Literals

HALF = 2
HOLE = "\0"


class Shelf:
    """Phrases that share their first or last two characters, looked up with one other character left open."""

    def __init__(self, phrases: Iterable[str], holes: slice) -> None:
        self._by_size: dict[int, tuple[range, dict[str, list[str]]]] = {}
        self._beside: set[str] = set()
        self._next_but_one: set[str] = set()
        for phrase in phrases:
            rest = phrase[HALF:] if holes.start else phrase[-HALF - 1 :: -1]
            self._beside.add(rest[0])
            self._next_but_one.add(rest[1])
            size = len(phrase)
            places, index = self._by_size.setdefault(size, (range(size)[holes], {}))
            for hole in places:
                index.setdefault(opened(phrase, hole), []).append(phrase)

    def may_slip(self, beside: str, next_but_one: str) -> bool:
        """Whether some phrase goes on from the shared pair with one of two characters: one may be wrong, not both."""
        return beside in self._beside or next_but_one in self._next_but_one

    def slips(self, text: str, anchor: int, last: bool) -> Iterator[tuple[Span, int, str]]:
        """Stretches that begin at `anchor` (or, with `last`, end there) and miss a phrase by the open character."""
        for size, (holes, index) in self._by_size.items():
            start = anchor - size if last else anchor
            stretch = text[max(start, 0) : start + size]
            if len(stretch) == size:
                for hole in holes:
                    for phrase in index.get(opened(stretch, hole), ()):
                        if phrase[hole] != stretch[hole]:
                            yield Span(start, start + size), start + hole, phrase


def opened(phrase: str, hole: int) -> str:
    return phrase[:hole] + HOLE + phrase[hole + 1 :]


class PhraseBook:
    """Phrases of four or more characters, found with just one character wrong.

    One wrong character leaves the first or the last two of a phrase intact, so looking those up finds every slip in
    time linear in the text. Most pairs never occur in a draft: their shelves are put up when they do.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = frozenset(phrases)
        self._heads: dict[str, Shelf | list[str]] = {}
        self._tails: dict[str, Shelf | list[str]] = {}
        for phrase in sorted(self.phrases):
            pile(self._heads, phrase[:HALF], phrase)
            pile(self._tails, phrase[-HALF:], phrase)
        self._pairs = Literals([*self._heads, *self._tails])

    def slips(self, text: str) -> Iterator[tuple[Span, int, str]]:
        """Yield every stretch that differs from a phrase in one character: its span, where, and the phrase."""
        heads, tails = self._heads, self._tails
        for at, pair in text_scan(text).places(self._pairs):
            if pair in heads:
                begun = shelf(heads, pair, slice(HALF, None))
                if begun.may_slip(text[at + 2 : at + 3], text[at + 3 : at + 4]):
                    yield from begun.slips(text, at, last=False)
            if pair in tails and at >= HALF:
                ended = shelf(tails, pair, slice(0, HALF))
                if ended.may_slip(text[at - 1], text[at - 2]):
                    yield from ended.slips(text, at + HALF, last=True)


def pile(shelves: dict[str, Shelf | list[str]], pair: str, phrase: str) -> None:
    waiting = shelves.setdefault(pair, [])
    if isinstance(waiting, list):
        waiting.append(phrase)


def shelf(shelves: dict[str, Shelf | list[str]], pair: str, holes: slice) -> Shelf:
    """The pair's shelf, put up on first use."""
    found = shelves[pair]
    if isinstance(found, list):
        found = shelves[pair] = Shelf(found, holes)
    return found


class Confusions:
    """Which characters are taken for each other: those of one sound, and listed look-alikes."""

    def __init__(self, by_sound: Mapping[str, str], lookalikes: Mapping[str, str]) -> None:
        self._lookalikes = lookalikes
        self._sounds: dict[str, list[str]] = {}
        for sound, characters in by_sound.items():
            for character in characters:
                self._sounds.setdefault(character, []).append(sound)

    def alike(self, a: str, b: str) -> bool:
        shared = set(self._sounds.get(a, ())) & set(self._sounds.get(b, ()))
        return bool(shared) or b in self._lookalikes.get(a, "")
