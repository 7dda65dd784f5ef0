"""Every literal that checks look for, found in one pass over a text.

What the checks of one text look for is put into an automaton (daachorse, MIT or Apache-2.0) that reads the texts
after it. Without daachorse, and for what is new, a text's pairs of characters tell which literals to look for one by
one: slower, and the same places.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from pathlib import Path

from speechlint.stored import load_parts, store_parts

Finder = Callable[[str], list[tuple[int, int, int]]]
PAIR = 2
# An automaton this much larger than what is new is left as it is.
GROWTH = 4
# So few strings are looked for one by one.
FEW = 8
# Characters that most drafts hold, and near their beginning: an automaton would stop at every one.
EVERYWHERE = frozenset(
    "的是不了在有和中大年月日一二三四五六七八九十百千万亿两乡镇村，。、：；“”（）《》.,%0123456789 \u3000"
)
AUTOMATON, STRINGS = "automaton", "strings"
# Between strings that are kept; one that holds it is not.
BREAK = "\n"


class Literals:
    """Strings sought together: a regex's required ones, or the first column of a table.

    Those that few drafts are looked through for are `seldom` sought, and stay out of the automata.
    """

    def __init__(self, strings: Iterable[str], *, seldom: bool = False) -> None:
        self.strings = frozenset(filter(None, strings))
        if not seldom:
            VOCABULARY.learn(self)

    @cached_property
    def characters(self) -> frozenset[str]:
        return frozenset(string for string in self.strings if len(string) < PAIR)

    @cached_property
    def sought(self) -> frozenset[str]:
        """The strings to look for, but for those that stand EVERYWHERE."""
        return self.strings if EVERYWHERE.isdisjoint(self.strings) else self.strings - EVERYWHERE

    @cached_property
    def by_pair(self) -> Mapping[str, tuple[str, ...]]:
        """The strings of two and more characters under the two they begin with."""
        heads: dict[str, list[str]] = {}
        for string in sorted(self.strings - self.characters):
            heads.setdefault(string[:PAIR], []).append(string)
        return {head: tuple(strings) for head, strings in heads.items()}


class Automaton:
    """Finds strings, those of the literals it has `learnt` and maybe others, but none that stands EVERYWHERE."""

    def __init__(
        self,
        find: Finder,
        strings: Sequence[str],
        learnt: frozenset[Literals] = frozenset(),
        known: frozenset[str] | None = None,
    ) -> None:
        self.find, self.strings, self.learnt = find, strings, learnt
        self.known = frozenset(strings) if known is None else known
        self.seekers: dict[str, tuple[Literals, ...]] = {}
        for literals in learnt:
            shared = {string: (*self.seekers[string], literals) for string in self.seekers.keys() & literals.strings}
            self.seekers |= dict.fromkeys(literals.strings, (literals,)) | shared

    def finds(self, literals: Literals) -> bool:
        return literals.sought <= self.known

    def taught(self, literals: Set[Literals]) -> Automaton:
        return Automaton(self.find, self.strings, self.learnt | literals, self.known)


class Automata:
    """Several automata, each at least GROWTH times as large as the next, the last larger than FEW.

    `learnt` are all literals of which `present` tells.
    """

    def __init__(self, several: tuple[Automaton, ...] = ()) -> None:
        self.several = several
        self.learnt = frozenset[Literals]().union(*(automaton.learnt for automaton in several))

    def find(self, literals: Literals) -> bool:
        """Whether `places` holds every string of these literals that a text has, but for what stands EVERYWHERE."""
        return any(automaton.finds(literals) for automaton in self.several)

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
        # How many of the new are left where they are.
        self._left = 0

    def learn(self, literals: Literals) -> None:
        self._new.append(literals)

    def automata(self) -> Automata:
        """What finds all literals in a pass or two; what is new is put together with what is not much larger."""
        if len(self._new) > self._left:
            several, new = list[Automaton](), frozenset(self._new)
            for automaton in self._automata.several:
                found = frozenset(filter(automaton.finds, new))
                new -= found
                # To teach it a few costs more than to do without.
                worthwhile = len(found) * GROWTH > len(automaton.learnt)
                several.append(automaton.taught(found) if worthwhile else automaton)
            self._automata = Automata((*self._joined(several, new),) if new else (*several,))
            self._new = [literals for literals in self._new if literals not in self._automata.learnt]
            self._left = len(self._new)
        return self._automata

    def _joined(self, several: list[Automaton], new: frozenset[Literals]) -> Iterator[Automaton]:
        strings = strings_of(new)
        while several and len(several[-1].strings) < GROWTH * len(strings):
            smaller = several.pop()
            new |= smaller.learnt
            strings |= smaller.known
        yield from several
        listed = sorted(strings)
        find = self._finder(listed) if len(listed) > FEW else None
        if find:
            yield Automaton(find, listed, new)

    def take_up(self, folder: Path, state: str) -> None:
        """Go on from the automaton that an earlier run kept in a folder; keep another at the end if this is not all.

        One that was kept in another state of the program is left, lest strings nobody looks for gather.
        """
        import atexit

        file = folder / "literals.bin"
        kept = recalled(file, state)
        if kept and not self._automata.several:
            self._automata = Automata((kept,))
        atexit.register(self._keep, file, state, kept.known if kept else frozenset())

    def _keep(self, file: Path, state: str, kept: frozenset[str]) -> None:
        others = (automaton.known for automaton in self._automata.several if automaton.known is not kept)
        missing = strings_of(self._new).union(*others) - kept
        if any(BREAK not in string for string in missing):
            # Nothing is looked for any more, and to make another automaton takes room.
            self._automata, self._new = Automata(), []
            keep(file, state, sorted(string for string in kept | missing if BREAK not in string))


def strings_of(several: Iterable[Literals]) -> frozenset[str]:
    return frozenset[str]().union(*(literals.sought for literals in several))


def keep(file: Path, state: str, strings: list[str]) -> None:
    """Keep the automaton of these strings, and they themselves, in the form of the daachorse that is installed."""
    with contextlib.suppress(ImportError):
        from daachorse import CharwiseDoubleArrayAhoCorasick

        automaton = CharwiseDoubleArrayAhoCorasick(strings).serialize()
        parts = {STRINGS: BREAK.join(strings).encode(), AUTOMATON: automaton}
        store_parts(file, [form(), state], parts)


def recalled(file: Path, state: str) -> Automaton | None:
    """What was kept in this state; None when it is no such thing, or another daachorse made it."""
    head, parts = load_parts(file)
    with contextlib.suppress(ImportError, KeyError, TypeError, ValueError):
        from daachorse import CharwiseDoubleArrayAhoCorasick

        if head == [form(), state]:
            find: Finder = CharwiseDoubleArrayAhoCorasick.deserialize(bytes(parts[AUTOMATON])).find_overlapping
            return Automaton(find, str(parts[STRINGS], "utf-8").split(BREAK))
    return None


def form() -> list[int]:
    """What changes when another daachorse is installed, which may pack otherwise."""
    import daachorse

    status = Path(daachorse.__file__).stat()
    return [status.st_size, status.st_mtime_ns]


def daachorse_finder(strings: list[str]) -> Finder | None:
    try:
        import daachorse
    except ImportError:
        return None
    find: Finder = daachorse.CharwiseDoubleArrayAhoCorasick(strings).find_overlapping
    return find


VOCABULARY = Vocabulary(daachorse_finder)
