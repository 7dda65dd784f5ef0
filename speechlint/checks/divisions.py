"""The gazetteer: administrative divisions by full name, short name and the stem of a township's name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import IntEnum
from functools import cache, cached_property
from itertools import accumulate, chain, groupby
from typing import NamedTuple

from speechlint.language.names import Token
from speechlint.model import Span
from speechlint.scan import Scan, occurrences
from speechlint.tables import Table
from speechlint.vocabulary import Literals

# No name is shorter.
SHORTEST = 2
# What a township’s name is its stem with.
TOWN_ENDS = ("镇", "乡", "街道", "苏木", "苏木街道")


class Form(IntEnum):
    """How much of a name is said: 界集镇 is full, 宿迁 is short for 宿迁市, 界集 is the stem of a township."""

    STEM = 1
    SHORT = 2
    FULL = 3


class Mention(NamedTuple):
    """A division's name in a draft, with the codes of all divisions so called (2, 4 or 6 digits)."""

    span: Span
    name: str
    form: Form
    codes: tuple[str, ...]

    def within(self, code: str) -> bool:
        """Whether one division so called lies in `code`, or is the province around it."""
        return any(own.startswith(code) or code.startswith(own) for own in self.codes)


class Gazetteer:
    """Names to codes, ready to be looked up.

    Nine names in ten are townships’; their codes are looked for in the table’s rows only where a draft names one.
    """

    def __init__(self, table: Table, common: frozenset[str]) -> None:
        self._rows = table.rows
        # A space around each name, so that one is found in all of them together without looking at every row.
        lists = [" ".join(("", *row["towns"].split(), "")) for row in self._rows]
        self._told = "".join(lists)
        self._starts = [0, *accumulate(map(len, lists))]
        self._common = common
        self._full = codes_by(table, "name")
        self._short = codes_by(table, "short")
        # In order rather than in a set, which for so many would take megabytes.
        self._towns = [town for town, _ in groupby(sorted(self._told.split()))]
        self._others = sorted({*self._full, *self._short})
        self._longest = max(map(len, chain(self._others, self._towns)), default=0)
        self._codes_of_known_town = cache(self._looked_up)
        self.stems_within = cache(self._stems_within)

    def called(self, name: str) -> tuple[Form, tuple[str, ...]] | None:
        """The fullest form of which a name is one, and the codes of the divisions so called."""
        if not self._tells(name):
            return None
        if full := self._full.get(name, ()) + self._codes_of_town(name):
            return Form.FULL, full
        if short := self._short.get(name, ()):
            return Form.SHORT, short
        stems = tuple(code for end in TOWN_ENDS for code in self._codes_of_town(name + end))
        return (Form.STEM, stems) if stems else None

    def _tells(self, name: str) -> bool:
        return len(name) >= SHORTEST and name not in self._common

    def _codes_of_town(self, town: str) -> tuple[str, ...]:
        return self._codes_of_known_town(town) if holds(self._towns, town) else ()

    def _looked_up(self, town: str) -> tuple[str, ...]:
        """The codes of the divisions that a township so called lies in, once for each of them."""
        places = occurrences(f" {town} ", self._told)
        return tuple(self._rows[bisect_right(self._starts, at) - 1]["code"] for at in places)

    @cached_property
    def _unlike_towns(self) -> Literals:
        """Names of provinces, cities and counties, and of the few townships that do not end like one."""
        others = (town for town in self._towns if not town.endswith(TOWN_ENDS))
        return Literals(filter(self._tells, chain(self._full, self._short, others)), seldom=True)

    def told_in(self, scan: Scan) -> Iterator[Mention]:
        """Every name in a draft that tells a place by itself, wherever words end; a stem alone tells none."""
        for at, name in chain(scan.places(self._unlike_towns), self._towns_in(scan.text)):
            if called := self.called(name):
                yield Mention(Span(at, at + len(name)), name, *called)

    def _towns_in(self, text: str) -> Iterator[tuple[int, str]]:
        for ending in TOWN_ENDS:
            for at in occurrences(ending, text):
                end = at + len(ending)
                for start in range(max(0, end - self._longest), at):
                    if holds(self._towns, text[start:end]):
                        yield start, text[start:end]

    def _stems_within(self, code: str) -> frozenset[str]:
        """The stems of the townships that lie in a division."""
        rows = (row for row in self._rows if row["code"].startswith(code) or code.startswith(row["code"]))
        return frozenset(stem(town) for row in rows for town in row["towns"].split())

    def mentions(self, tokens: tuple[Token, ...]) -> Iterator[Mention]:
        """Yield the divisions named: the longest name at each place that begins and ends where a word does."""
        taken = 0
        for index, token in enumerate(tokens):
            if token.span.start >= taken:
                mention = self._longest_at(tokens, index)
                if mention is not None:
                    taken = mention.span.end
                    yield mention

    def _longest_at(self, tokens: tuple[Token, ...], index: int) -> Mention | None:
        text, best = "", None
        start = tokens[index].span.start
        head = "".join(token.text for token in tokens[index : index + SHORTEST])[:SHORTEST]
        if not (begins_one(self._towns, head) or begins_one(self._others, head)):
            return None
        for token in tokens[index:]:
            if token.span.start != start + len(text) or len(text) + len(token.text) > self._longest:
                break
            text += token.text
            if called := self.called(text):
                best = Mention(Span(start, start + len(text)), text, *called)
        return best


def holds(names: list[str], name: str) -> bool:
    """Whether names in order hold one."""
    at = bisect_left(names, name)
    return at < len(names) and names[at] == name


def begins_one(names: list[str], head: str) -> bool:
    """Whether any of some names in order begins so."""
    at = bisect_left(names, head)
    return at < len(names) and names[at].startswith(head)


def codes_by(table: Table, column: str) -> dict[str, tuple[str, ...]]:
    """The codes of provinces, cities and counties by what a column calls them."""
    codes: dict[str, tuple[str, ...]] = {}
    for row in table.rows:
        codes[row[column]] = (*codes.get(row[column], ()), row["code"])
    return codes


def stem(town: str) -> str:
    return town[:-1] if town.endswith(("镇", "乡")) else town.removesuffix("街道").removesuffix("苏木")


@cache
def gazetteer(table: Table, common: tuple[str, ...]) -> Gazetteer:
    return Gazetteer(table, frozenset(common))
