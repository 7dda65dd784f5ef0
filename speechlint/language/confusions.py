"""Which characters are taken for each other, and texts written out by sound, in which such characters are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import chain, count

# All but the rarest characters; a table that has no gaps is looked up twice as fast as a dictionary.
BASIC_PLANE = 0x10000
UNHEARD = "\0"
# A table of signs that each fit in a byte is small enough to be at hand all the time: those that are written as they
# are come first, and none is of the characters that part lines and columns.
ONE_BYTE = 0x100
SIGNS = (*range(0x20, ONE_BYTE), *range(1, 9), *range(11, 0x20))
# Gives a text as long as the one it is given.
Hearing = Callable[[str], str]


class Confusions:
    """Characters of one sound, and listed look-alikes."""

    def __init__(self, by_sound: Mapping[str, str], lookalikes: Mapping[str, str]) -> None:
        self._by_sound = by_sound
        self._lookalikes = lookalikes
        self._likes: dict[str, str] = {}

    def alike(self, written: str, right: str) -> bool:
        """Whether a character may have been written for another."""
        return right in self._sounding_like(written) or right in self._lookalikes.get(written, "")

    def _sounding_like(self, written: str) -> str:
        """All characters that share a sound with one."""
        known = self._likes.get(written)
        if known is None:
            known = "".join(characters for characters in self._by_sound.values() if written in characters)
            self._likes[written] = known
        return known

    @cached_property
    def signs(self) -> dict[str, str]:
        """A sign for each character's sound; sounds that one character has both of share a sign."""
        sounds_of: dict[str, list[str]] = {}
        for sound, characters in self._by_sound.items():
            for character in characters:
                sounds_of.setdefault(character, []).append(sound)
        one_of = united(sounds for sounds in sounds_of.values() if len(sounds) > 1)
        told_apart = dict.fromkeys(map(one_of, self._by_sound))
        signs = dict(zip(told_apart, map(chr, chain(SIGNS, count(ONE_BYTE))), strict=False))
        return {character: signs[one_of(sounds[0])] for character, sounds in sounds_of.items()}

    @cached_property
    def heard(self) -> Hearing:
        return hearing("".join(self.signs), "".join(self.signs.values()))

    @cached_property
    def looks(self) -> dict[str, frozenset[str]]:
        """The signs of what may be written for a character by its looks, where it has another itself."""
        signs: dict[str, frozenset[str]] = {}
        for written, several in self._lookalikes.items():
            for right in several:
                signs[right] = signs.get(right, frozenset()) | {self.heard(written)} - {self.heard(right)}
        return signs


def hearing(characters: str, signs: str) -> Hearing:
    """What writes a text out by sound, from each character with its sign; the others become UNHEARD."""
    table = [UNHEARD] * max(BASIC_PLANE, ord(max(characters, default=UNHEARD)) + 1)
    for code, sign in zip(map(ord, characters), signs, strict=True):
        table[code] = sign
    small = bytes(map(ord, table)) if max(signs, default=UNHEARD) < chr(ONE_BYTE) else None
    return lambda text: text.translate(small or table)


def united(several: Iterable[list[str]]) -> Callable[[str], str]:
    """What gives one and the same of all sounds that are connected, for each of them."""
    leaders: dict[str, str] = {}

    def one_of(sound: str) -> str:
        while sound in leaders:
            sound = leaders[sound]
        return sound

    for first, *others in several:
        for other in map(one_of, others):
            if other != one_of(first):
                leaders[other] = one_of(first)
    return one_of
