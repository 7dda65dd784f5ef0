"""How likely each character begins, ends, continues or is a word, as jieba (MIT) counted: its file read in place.

The file is a module of Python with one character a line, in order, for one state after the other. To run it would take
longer than to check a draft that asks about few characters.
"""

from __future__ import annotations

import mmap
import re
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

from speechlint.dictionary import file_of_jieba

STATES = "BEMS"
# What stands for never.
NEVER = -3.14e100
STATE = re.compile(rb"'[%b]': \{" % STATES.encode())
# A character and its likelihood: '\u4e00': -3.6544978750449433,
ENTRY = re.compile(rb"'(\\u[0-9a-f]{4})': (-[\d.e+]+)")
AFTER_ALL = b"~"
REMEMBERED = 1 << 12


class Emissions:
    """The table of one file; raises OSError for no such file, ValueError for one that has not all states."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        starts = [state.end() for state in STATE.finditer(self._lines)]
        if len(starts) != len(STATES):
            raise ValueError(path)
        self._sections = [*zip(starts, [*starts[1:], len(self._lines)], strict=True)]
        self.of = lru_cache(REMEMBERED)(self._of)

    def _of(self, character: str) -> tuple[float, ...]:
        """The logarithm of how likely each state shows the character, in the order of STATES."""
        wanted = b"\\u%04x" % ord(character)
        return tuple(self._in_section(wanted, start, end) for start, end in self._sections)

    def _in_section(self, wanted: bytes, start: int, end: int) -> float:
        at = start + bisect_left(range(start, end), wanted, key=lambda at: self._entry(at, start, end)[0])
        found, likely = self._entry(at, start, end)
        return float(likely) if found == wanted else NEVER

    def _entry(self, at: int, start: int, end: int) -> tuple[bytes, bytes]:
        """The character and its likelihood in the line of an offset; behind the last, what comes after all."""
        begin = max(start, self._lines.rfind(b"\n", start, at) + 1)
        entry = ENTRY.search(self._lines, begin, end)
        return (entry[1], entry[2]) if entry else (AFTER_ALL, b"")


def installed_emissions() -> Emissions | None:
    """The table that comes with jieba, which is not imported; None when it is not there or of another form."""
    file = file_of_jieba("finalseg/prob_emit.py")
    try:
        return Emissions(file) if file else None
    except (OSError, ValueError):
        return None
