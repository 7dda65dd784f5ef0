"""The reading of a draft's ordinals with the fewest faults, where lists of one style lie within each other.

Ordinals are taken one by one to the list that waits for them. With 一、二、三 inside an item of 一、二、三 one slip
can send one to the wrong list and the rest after it; another choice at one place then explains more with less.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from speechlint.language.disorder import Faults
from speechlint.language.headings import HEADING
from speechlint.language.lists import Choices, Growing, homes, lists
from speechlint.language.ordinals import Ordinal
from speechlint.language.rivals import rival_readings
from speechlint.language.series import Series

# Slips that are mended one after the other, and how many places around the faults are tried for each: every try reads
# the rest of the draft, so a long one gets fewer.
ROUNDS, MOST_PLACES, MOST_READ = 2, 40, 8000


def best_reading(ordinals: Sequence[Ordinal], faults: Faults) -> tuple[Series, ...]:
    """Every list of the draft in the order of their first items, read with as few faults as may be."""
    choices: Choices = {}
    best = lists(ordinals)
    for _ in range(ROUNDS):
        places = sorted(fault.at.span.start for series in best for fault in faults.of(series))
        most = min(MOST_PLACES, MOST_READ // len(ordinals)) if places else 0
        wanted = nearest(open_places(ordinals, choices), places)[:most] if most else []
        rated = [
            (cost(faults, read), one.rank, one.choices, read) for one, read in rival_readings(ordinals, choices, wanted)
        ]
        fewest, _, better, read = min(rated, default=(0, (), choices, best), key=lambda rival: rival[:2])
        if not rated or fewest >= cost(faults, best):
            return best
        choices, best = better, read
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


def cost(faults: Faults, reading: Sequence[Series]) -> int:
    """How much is wrong with all lists together."""
    return sum(map(faults.cost, reading))
