"""Which characters are taken for each other, and texts written out by sound, in which such characters are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

# All but the rarest characters; a table that has no gaps is looked up twice as fast as a dictionary.
BASIC_PLANE = 0x10000
UNHEARD = "\0"


class Confusions:
    """Characters of one sound, and listed look-alikes."""

    def __init__(self, by_sound: Mapping[str, str], lookalikes: Mapping[str, str]) -> None:
        self._by_sound = by_sound
        self._lookalikes = lookalikes
        self._sounds: dict[str, tuple[str, ...]] = {}
        for sound, characters in by_sound.items():
            own = (sound,)
            for character in characters:
                others = self._sounds.get(character)
                self._sounds[character] = own if others is None else others + own

    def alike(self, written: str, right: str) -> bool:
        """Whether a character may have been written for another."""
        shared = set(self._sounds.get(written, ())) & set(self._sounds.get(right, ()))
        return bool(shared) or right in self._lookalikes.get(written, "")

    def heard(self, text: str) -> str:
        """The text with a sign for each character's sound; sounds that one character has both of share a sign.

        As long as the text. Characters of one sound have one sign, those without any have UNHEARD.
        """
        return text.translate(self._signs)

    @cached_property
    def _signs(self) -> list[str]:
        signs = [UNHEARD] * max(BASIC_PLANE, ord(max(self._sounds, default=UNHEARD)) + 1)
        one_of = united(sounds for sounds in self._sounds.values() if len(sounds) > 1)
        numbers = {sound: number for number, sound in enumerate(self._by_sound, ord(UNHEARD) + 1)}
        for sound, characters in self._by_sound.items():
            sign = chr(numbers[one_of(sound)])
            for code in map(ord, characters):
                signs[code] = sign
        return signs

    @cached_property
    def looks(self) -> dict[str, frozenset[str]]:
        """The signs of what may be written for a character by its looks, where it has another itself."""
        signs: dict[str, frozenset[str]] = {}
        for written, several in self._lookalikes.items():
            for right in several:
                signs[right] = signs.get(right, frozenset()) | {self.heard(written)} - {self.heard(right)}
        return signs


def united(several: Iterable[tuple[str, ...]]) -> Callable[[str], str]:
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
