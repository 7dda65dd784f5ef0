"""jieba's dictionary (MIT) read in place: loading all of it takes longer than checking a draft that asks for few words.

Its lines are `word frequency tag`. They are in the order of their first characters, but for a few words around Latin
letters that come before all others.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from importlib.machinery import PathFinder
from pathlib import Path

# The one edition there has been since 2014; another might be in another order.
SIZE = 5_071_852
# The sum of its frequencies.
TOTAL = 60_101_967
FIRST_IN_ORDER = "\n一 ".encode()
REMEMBERED = 1 << 14

Word = tuple[str, int]


class Dictionary:
    """The words of one file, and how often each was met where they were counted; raises OSError for no such file."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._start = self._lines.find(FIRST_IN_ORDER) + 1
        self._early = b"\n" + self._lines[: self._start]
        self.frequency = lru_cache(REMEMBERED)(self._frequency)
        self.tag = lru_cache(REMEMBERED)(self._tag)
        self.longer = lru_cache(REMEMBERED)(self._longer)
        self._bounds = lru_cache(REMEMBERED)(self._bounds_of)

    def _frequency(self, character: str) -> int | None:
        """How often a character was a word of its own, if ever."""
        return next((frequency for _, frequency in self._words(f"{character} ")), None)

    def _tag(self, word: str) -> str | None:
        """What kind of word a word is, for each of the dictionary's."""
        return next((tag for _, _, tag in self._lines_beginning(f"{word} ")), None)

    def _longer(self, pair: str) -> tuple[Word, ...]:
        """Every word that begins with two characters."""
        return tuple(self._words(pair))

    def _words(self, start: str) -> Iterator[Word]:
        """The words whose lines begin so."""
        return ((word, int(frequency)) for word, frequency, _ in self._lines_beginning(start))

    def _lines_beginning(self, start: str) -> Iterator[list[str]]:
        wanted = f"\n{start}".encode()
        yield from lines_between(self._early, wanted, 0, len(self._early))
        yield from lines_between(self._lines, wanted, *self._bounds(start[0]))

    def _bounds_of(self, character: str) -> tuple[int, int]:
        """The lines of the words that begin with a character, from the line feed before to the one at the end."""
        return self._place(character) - 1, self._place(chr(ord(character) + 1))

    def _place(self, character: str) -> int:
        """Where the words begin that begin with this character or a later one."""
        wanted = character.encode()
        offsets = range(self._start, len(self._lines))
        return self._start + bisect_left(offsets, wanted, key=lambda at: self._start_of_line(at, len(wanted)))

    def _start_of_line(self, at: int, length: int) -> bytes:
        begin = self._lines.rfind(b"\n", 0, at) + 1
        return self._lines[begin : begin + length]


def lines_between(lines: bytes | mmap.mmap, wanted: bytes, at: int, end: int) -> Iterator[list[str]]:
    """Word, frequency and tag of the lines between two offsets that begin so, after a line feed."""
    while (at := lines.find(wanted, at, end)) >= 0:
        next_line = lines.find(b"\n", at + 1)
        yield lines[at + 1 : next_line].decode().split(" ")
        at = next_line


def installed_dictionary() -> Dictionary | None:
    """The dictionary that comes with jieba, which is not imported; None when it is not there or another edition."""
    file = file_of_jieba("dict.txt")
    try:
        return Dictionary(file) if file and file.stat().st_size == SIZE else None
    except OSError:
        return None


def file_of_jieba(name: str) -> Path | None:
    """Where a file of jieba is, or would be; None when jieba is not there."""
    found = PathFinder.find_spec("jieba")
    places = found.submodule_search_locations if found else None
    return Path(next(iter(places)), name) if places else None
