"""Where a regular expression need be tried at all: worked out once from the expression itself, kept between runs."""

from __future__ import annotations

import atexit
import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from types import NoneType
from typing import TypeGuard

from speechlint.literals import DIGITS, commonness, required_literals, widest_match
from speechlint.openings import looks_first, opening_characters, set_commonness
from speechlint.regex_tree import tree
from speechlint.stored import in_lines, load, store
from speechlint.vocabulary import Literals

# A regex that may match more than this is tried on the whole text.
WIDEST = 400
# What is kept of one regex: its required strings, in lines where they can be, its reach, a set of opening characters,
# and the two flags below.
Entry = tuple[list[str] | str | None, int | None, str | None, bool, bool]


class Prefilter:
    """What a regex cannot match without.

    `literals`: every match holds one of them; `reach`: so many characters from it a match may begin or end or look.
    Each is None where there is no telling.
    `looks_first`: the engine itself does not skip to an opening character, for the regex begins with a look around.
    `opening_first`: there are opening characters, and they are rarer than the literals.
    `ascii_digits`: the literals hold as far as the text's only digits are those of ASCII.
    """

    def __init__(self, pattern: re.Pattern[str], entry: Entry) -> None:
        required, self.reach, self._opening, self.looks_first, self.opening_first = entry
        strings = required.split("\n") if isinstance(required, str) else required
        self.pattern = pattern
        self.literals = None if strings is None else Literals(strings)
        self.ascii_digits = takes_digits(pattern, strings)

    @cached_property
    def opening(self) -> re.Pattern[str] | None:
        """A set that every match's first character is of; most regexes need not be looked for so far."""
        return None if self._opening is None else re.compile(self._opening)


# Under the identity of the pattern, which the filter keeps alive: to hash a pattern is to hash all its code.
_known: dict[int, Prefilter] = {}


def prefilter_of(pattern: re.Pattern[str]) -> Prefilter:
    """The filter of a regex, worked out when first asked for."""
    known = _known.get(id(pattern))
    if known is None:
        known = _known[id(pattern)] = Prefilter(pattern, KEPT.entry(pattern))
    return known


def takes_digits(pattern: re.Pattern[str], strings: Iterable[str] | None) -> bool:
    """Whether strings hold digits that may stand for others in the regex."""
    return r"\d" in pattern.pattern and not DIGITS.isdisjoint("".join(strings or ()))


def worked_out(pattern: re.Pattern[str]) -> Entry:
    required, opening, widest = required_literals(pattern), opening_characters(pattern), widest_match(pattern)
    return (
        None if required is None else in_lines(sorted(required)) or sorted(required),
        widest + 1 if widest <= WIDEST else None,
        None if opening is None else opening.pattern,
        looks_first(tree(pattern)),
        opening is not None and (required is None or set_commonness(opening) <= commonness(required)),
    )


def is_entry(value: object) -> TypeGuard[Entry]:
    """Whether a value read from a file has the shape of an entry."""
    if not isinstance(value, list | tuple) or len(value) != len(SHAPE) or not all(map(isinstance, value, SHAPE)):
        return False
    return not isinstance(value[0], list) or all(isinstance(string, str) and string for string in value[0])


SHAPE: tuple[tuple[type, ...], ...] = ((list, str, NoneType), (int, NoneType), (str, NoneType), (bool,), (bool,))


class KeptEntries:
    """What was worked out, in this run and, where they are taken up, in earlier ones."""

    def __init__(self) -> None:
        self._file: Path | None = None
        self._state = ""
        self._kept: dict[str, object] = {}
        self._fresh: dict[str, Entry] = {}

    def take_up(self, folder: Path, state: str) -> None:
        """Go on from what earlier runs kept in a folder, if the program's state was the same; keep more at the end."""
        self._file, self._state = folder / "prefilters.json", state
        kept = load(self._file)
        if isinstance(kept, dict) and kept.get("state") == state and isinstance(kept.get("entries"), dict):
            self._kept = kept["entries"]
        atexit.register(self.save)

    def entry(self, pattern: re.Pattern[str]) -> Entry:
        key = f"{pattern.flags}:{pattern.pattern}"
        kept = self._kept.get(key)
        if not is_entry(kept):
            kept = self._kept[key] = self._fresh[key] = worked_out(pattern)
        return kept

    def save(self) -> None:
        """Keep what was worked out anew for the next run."""
        if self._file is not None and self._fresh:
            store(self._file, {"state": self._state, "entries": self._kept})


KEPT = KeptEntries()
