"""Every literal that checks look for, found in one pass over a text.

What the checks of the first text look for is put into an automaton (daachorse, MIT or Apache-2.0) that reads the
texts after it. Without daachorse, and for that first text, a text's pairs of characters tell which literals to look
for one by one: slower, and the same places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

Finder = Callable[[str], list[tuple[int, int, int]]]
PAIR = 2
# The automaton is built anew only when so large a part of what is sought is missing from it.
GROWTH = 0.1


class Literals:
    """Strings sought together: a regex's required ones, or the first column of a table."""

    def __init__(self, strings: Iterable[str]) -> None:
        strings = frozenset(strings)
        self.characters = tuple(sorted(s for s in strings if len(s) < PAIR))
        self.strings = strings.difference(self.characters)
        if self.strings:
            VOCABULARY.learn(self)

    @cached_property
    def by_pair(self) -> Mapping[str, tuple[str, ...]]:
        """The strings of two and more characters under the two they begin with."""
        heads: dict[str, list[str]] = {}
        for string in sorted(self.strings):
            heads.setdefault(string[:PAIR], []).append(string)
        return {head: tuple(strings) for head, strings in heads.items()}


@dataclass(frozen=True, slots=True)
class Automaton:
    """Finds every string of the literals it has `learnt`."""

    find: Finder
    strings: Sequence[str]
    learnt: frozenset[Literals]

    def places(self, text: str) -> dict[str, list[int]] | None:
        """Where each string begins, in order, overlapping ones too; None for a text that is no Unicode."""
        try:
            found = self.find(text)
        except UnicodeEncodeError:  # half of a surrogate pair, which only Python's strings can hold
            return None
        places: dict[str, list[int]] = {}
        for start, _, number in found:
            places.setdefault(self.strings[number], []).append(start)
        return places


class Vocabulary:
    """All literals sought so far in this process."""

    def __init__(self, finder: Callable[[list[str]], Finder | None]) -> None:
        self._finder = finder
        self._automaton: Automaton | None = None
        self._new: list[Literals] = []
        self._characters = 0

    def taken(self, text: str) -> int:
        """How many characters were read so far, with this text."""
        self._characters += len(text)
        return self._characters

    def learn(self, literals: Literals) -> None:
        self._new.append(literals)

    def automaton(self) -> Automaton | None:
        """What finds most of the literals in one pass; built anew when much was learnt since."""
        old = self._automaton
        if sum(len(literals.strings) for literals in self._new) > GROWTH * (len(old.strings) if old else 0):
            learnt = (old.learnt if old else frozenset()).union(self._new)
            strings = sorted(frozenset().union(*(literals.strings for literals in learnt)))
            find = self._finder(strings)
            self._automaton = Automaton(find, strings, learnt) if find else None
            self._new = []
        return self._automaton


def daachorse_finder(strings: list[str]) -> Finder | None:
    try:
        import daachorse
    except ImportError:
        return None
    find: Finder = daachorse.CharwiseDoubleArrayAhoCorasick(strings).find_overlapping
    return find


VOCABULARY = Vocabulary(daachorse_finder)
