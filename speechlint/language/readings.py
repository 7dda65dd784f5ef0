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

# Slips that are mended one after the other, and how many places around the faults are tried for each: every try may
# read the rest of the draft, so one of more ordinals than SHORT gets fewer.
ROUNDS, MOST_PLACES, SHORT = 2, 40, 200


def best_reading(ordinals: Sequence[Ordinal], faults: Faults) -> tuple[Series, ...]:
    """Every list of the draft in the order of their first items, read with as few faults as may be."""
    choices: Choices = {}
    best = lists(ordinals)
    for _ in range(ROUNDS):
        better = better_reading(ordinals, choices, best, faults)
        if better is None:
            break
        choices, best = better
    return best


def better_reading(
    ordinals: Sequence[Ordinal], choices: Choices, best: Sequence[Series], faults: Faults
) -> tuple[Choices, tuple[Series, ...]] | None:
    """The best reading with one more choice, the one nearest to a fault of several; None where none explains more."""
    places = sorted(fault.at.span.start for series in best for fault in faults.of(series))
    if not places:
        return None
    most = MOST_PLACES * SHORT // max(len(ordinals), SHORT)
    wanted = nearest(open_places(ordinals, choices), places)[:most] if len(ordinals) > SHORT else None
    found = [*rival_readings(ordinals, choices, wanted)]
    rank = {at: n for n, at in enumerate(nearest(sorted({rival.at for rival, _ in found}), places)[:most])}
    near = [(cost(faults, read), rank[rival.at], rival, read) for rival, read in found if rival.at in rank]
    fewest, _, rival, read = min(near, default=(0, 0, None, ()), key=lambda one: (one[0], one[1], one[2].way))
    return (rival.choices, read) if rival and fewest < cost(faults, best) else None


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
