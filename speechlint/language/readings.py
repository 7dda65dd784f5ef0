"""The reading of a draft's ordinals with the fewest faults, where lists of one style lie within each other.

Ordinals are taken one by one to the list that waits for them. With 一、二、三 inside an item of 一、二、三 one slip
can send one to the wrong list and the rest after it; another choice at one place then explains more with less.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from speechlint.language.disorder import Faults
from speechlint.language.headings import HEADING
from speechlint.language.lists import Choices, Growing, homes, lists
from speechlint.language.ordinals import Ordinal
from speechlint.language.series import Series

# Slips that are mended one after the other, and how many places around the faults are tried for each: every try reads
# the rest of the draft, so a long one gets fewer.
ROUNDS, MOST_PLACES, MOST_READ = 2, 40, 8000


@dataclass(frozen=True, slots=True)
class Rival:
    """The lists another choice at one place leads to; of those equally good, the first by `rank` is taken."""

    rank: tuple[int, int]
    choices: Choices
    lists: tuple[Series, ...]


def best_reading(ordinals: Sequence[Ordinal], faults: Faults) -> tuple[Series, ...]:
    """Every list of the draft in the order of their first items, read with as few faults as may be."""
    choices: Choices = {}
    best = lists(ordinals)
    for _ in range(ROUNDS):
        places = sorted(fault.at.span.start for series in best for fault in faults.of(series))
        most = min(MOST_PLACES, MOST_READ // len(ordinals)) if places else 0
        wanted = nearest(open_places(ordinals, choices), places)[:most] if most else []
        rivals = rival_readings(ordinals, choices, wanted)
        better = min(rivals, key=lambda rival: (cost(faults, rival.lists), rival.rank), default=None)
        if better is None or cost(faults, better.lists) >= cost(faults, best):
            return best
        choices, best = better.choices, better.lists
    return best


def open_places(ordinals: Sequence[Ordinal], choices: Choices) -> list[int]:
    """The offsets of the ordinals that might belong to several lists."""
    growing = Growing()
    found = []
    for ordinal in ordinals:
        if ordinal.style is not HEADING and len(homes(ordinal, growing.stack)) > 1:
            found.append(ordinal.span.start)
        growing.take(ordinal, growing.home(ordinal, choices))
    return found


def nearest(places: Sequence[int], faults: Sequence[int]) -> list[int]:
    """The places in the order of their distance to a fault; both are given in reading order."""

    def distance(at: int) -> int:
        index = bisect_left(faults, at)
        return min(abs(at - fault) for fault in faults[max(index - 1, 0) : index + 1])

    return sorted(places, key=distance)


def rival_readings(ordinals: Sequence[Ordinal], choices: Choices, wanted: Sequence[int]) -> Iterator[Rival]:
    """Yield what comes of each other choice at the wanted places; up to there the lists are read but once."""
    ranks: Mapping[int, int] = {at: rank for rank, at in enumerate(wanted)}
    growing = Growing()
    for index, ordinal in enumerate(ordinals) if wanted else ():
        at = ordinal.span.start
        home = growing.home(ordinal, choices)
        for way, other in enumerate(homes(ordinal, growing.stack)) if at in ranks else ():
            if other is not home:
                otherwise = {**choices, at: way}
                read = growing.branch().read(ordinals[index:], otherwise).lists()
                yield Rival((ranks[at], way), otherwise, read)
        growing.take(ordinal, home)


def cost(faults: Faults, reading: Sequence[Series]) -> int:
    """How much is wrong; a list of one item, or without a first, is never taken for a sound one."""
    return sum(len(faults.of(one)) or int(len(one.items) == 1 or not one.begun()) for one in reading)
