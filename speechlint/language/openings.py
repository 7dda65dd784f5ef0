"""Regular expressions tried only where another, which is quick to look for, says that a match may begin.

For those that begin with characters so frequent that only the ones after them tell; for all others `scan.matches` does
the same by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Led:
    """A regex, and one that matches a single character wherever the first may begin, and at few other places."""

    opening: re.Pattern[str]
    pattern: re.Pattern[str]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """What the regex alone would find."""
        return tried(self.pattern, text, (opening.start() for opening in self.opening.finditer(text)))


def led(opening: str, pattern: str) -> Led:
    return Led(re.compile(opening), re.compile(pattern))


def tried(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer(text)` does, where all matches begin at one of the places, given in order."""
    end = 0
    for start in starts:
        if start >= end and (found := pattern.match(text, start)):
            end = found.end()
            yield found
