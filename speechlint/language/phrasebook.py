"""Fixed phrases, and how one is misread: by a character that sounds or looks like the right one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from speechlint.model import Span

HALF = 2


class PhraseBook:
    """Phrases of four or more characters, found with at most one character wrong.

    One wrong character leaves the first or the last two of a phrase intact, so looking those up finds every slip in
    time linear in the text.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = frozenset(phrases)
        self._heads: dict[str, list[str]] = {}
        self._tails: dict[str, list[str]] = {}
        for phrase in self.phrases:
            self._heads.setdefault(phrase[:HALF], []).append(phrase)
            self._tails.setdefault(phrase[-HALF:], []).append(phrase)

    def slips(self, text: str) -> Iterator[tuple[Span, int, str]]:
        """Yield every stretch that differs from a phrase in one character: its span, where, and the phrase."""
        heads, tails = self._heads, self._tails
        for at in range(len(text) - 1):
            pair = text[at : at + HALF]
            for phrase in heads.get(pair, ()):
                yield from slip(text, at, phrase, HALF, len(phrase))
            for phrase in tails.get(pair, ()):
                yield from slip(text, at + HALF - len(phrase), phrase, 0, HALF)


def slip(text: str, start: int, phrase: str, first: int, last: int) -> Iterator[tuple[Span, int, str]]:
    """The one wrong character of a phrase at `start`, if there is just one and it lies in [first, last)."""
    end = start + len(phrase)
    if start < 0 or end > len(text):
        return
    apart = [offset for offset in range(len(phrase)) if text[start + offset] != phrase[offset]]
    if len(apart) == 1 and first <= apart[0] < last:
        yield Span(start, end), start + apart[0], phrase


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
