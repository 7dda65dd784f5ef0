"""Every literal that checks look for, found in one pass over a text.

What the checks of one text look for is put into an automaton (daachorse, MIT or Apache-2.0) that reads the texts
after it. Without daachorse, and for what is new, a text's pairs of characters tell which literals to look for one by
one: slower, and the same places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

Finder = Callable[[str], list[tuple[int, int, int]]]
PAIR = 2
# An automaton this much larger than what is new is left as it is.
GROWTH = 4


class Literals:
    """Strings sought together: a regex's required ones, or the first column of a table."""

    def __init__(self, strings: Iterable[str]) -> None:
        strings = frozenset(strings)
        self.characters = frozenset(s for s in strings if len(s) < PAIR)
        self.strings = strings.difference(self.characters)
        VOCABULARY.learn(self)

    @cached_property
    def by_pair(self) -> Mapping[str, tuple[str, ...]]:
        """The strings of two and more characters under the two they begin with."""
        heads: dict[str, list[str]] = {}
        for string in sorted(self.strings):
            heads.setdefault(string[:PAIR], []).append(string)
        return {head: tuple(strings) for head, strings in heads.items()}


class Automaton:
    """Finds every string of two and more characters of the literals it has `learnt`."""

    def __init__(self, find: Finder, strings: Sequence[str], learnt: frozenset[Literals]) -> None:
        self.find, self.strings, self.learnt = find, strings, learnt
        self.seekers: dict[str, list[Literals]] = {}
        for literals in learnt:
            for string in chain(literals.strings, literals.characters):
                self.seekers.setdefault(string, []).append(literals)


@dataclass(frozen=True, slots=True)
class Automata:
    """Several automata, each at least GROWTH times as large as the next."""

    several: tuple[Automaton, ...] = ()

    def know(self, literals: Literals) -> bool:
        return any(literals in automaton.learnt for automaton in self.several)

    def present(self, found: Set[str]) -> dict[Literals, list[str]]:
        """Which strings, of those found in a text, each of the literals known has."""
        present: dict[Literals, list[str]] = {}
        for automaton in self.several:
            for string in automaton.seekers.keys() & found:
                for literals in automaton.seekers[string]:
                    present.setdefault(literals, []).append(string)
        return present

    def places(self, text: str) -> dict[str, list[int]] | None:
        """Where each string begins, in order, overlapping ones too; None for a text that is no Unicode."""
        places: dict[str, list[int]] = {}
        for automaton in self.several:
            here: dict[str, list[int]] = {}
            try:
                found = automaton.find(text)
            except UnicodeEncodeError:  # half of a surrogate pair, which only Python's strings can hold
                return None
            for start, _, number in found:
                here.setdefault(automaton.strings[number], []).append(start)
            places |= here
        return places


class Vocabulary:
    """All literals sought so far in this process."""

    def __init__(self, finder: Callable[[list[str]], Finder | None]) -> None:
        self._finder = finder
        self._automata = Automata()
        self._new: list[Literals] = []

    def learn(self, literals: Literals) -> None:
        self._new.append(literals)

    def automata(self) -> Automata:
        """What finds all literals in a pass or two; what is new is put together with what is not much larger."""
        if self._new:
            kept = list(self._automata.several)
            learnt, self._new = frozenset(self._new), []
            strings = all_strings(learnt)
            while kept and len(kept[-1].strings) < GROWTH * len(strings):
                learnt |= kept.pop().learnt
                strings = all_strings(learnt)
            find = self._finder(strings)
            if find:
                self._automata = Automata((*kept, Automaton(find, strings, learnt)))
        return self._automata


def all_strings(several: Iterable[Literals]) -> list[str]:
    return sorted(frozenset[str]().union(*(literals.strings for literals in several)))


def daachorse_finder(strings: list[str]) -> Finder | None:
    try:
        import daachorse
    except ImportError:
        return None
    find: Finder = daachorse.CharwiseDoubleArrayAhoCorasick(strings).find_overlapping
    return find


VOCABULARY = Vocabulary(daachorse_finder)
