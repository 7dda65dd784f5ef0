"""Regular expressions looked for only where they may match: by hand what `scan.matches` reads off an expression.

By hand where an expression begins with characters so frequent that only those after them tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from speechlint.scan import matches


class Searched(Protocol):
    """Whatever is looked for in a whole text."""

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """Every match, in order."""


@dataclass(frozen=True, slots=True)
class Led:
    """A regex, and one that matches a single character wherever the first may begin, and at few other places."""

    opening: re.Pattern[str]
    pattern: re.Pattern[str]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """What the regex alone would find."""
        end = 0
        for opening in self.opening.finditer(text):
            start = opening.start()
            if start >= end and (found := self.pattern.match(text, start)):
                end = found.end()
                yield found


@dataclass(frozen=True, slots=True)
class Filtered:
    """A regex looked for around the literals it cannot match without."""

    pattern: re.Pattern[str]

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """What the regex alone would find."""
        return matches(self.pattern, text)


def led(opening: str, pattern: str) -> Led:
    return Led(re.compile(opening), re.compile(pattern))


def filtered(pattern: str) -> Filtered:
    return Filtered(re.compile(pattern))
