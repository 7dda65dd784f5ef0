"""Other readings of a draft's ordinals: what its lists would be had one ordinal gone elsewhere.

Each grows beside the first reading only until nothing that may still come can tell the two apart.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from speechlint.language.lists import Choices, Growing, homes
from speechlint.language.ordinals import Ordinal
from speechlint.language.series import Series


@dataclass(slots=True, eq=False)
class Rival:
    """A reading with one other choice: the ordinal at an offset goes to the n-th of the lists it might belong to."""

    at: int
    way: int
    choices: Choices
    growing: Growing
    shared: Shared | None = None

    def rejoin(self, first: Growing) -> bool:
        """Whether from here on it goes as the first reading does; if so, it need not be read on."""
        if same_from_here_on(self.growing.stack, first.stack):
            self.shared = Shared(len(first.found), [len(series.items) for series in first.stack], [*first.stack])
        return self.shared is not None

    def lists(self, first: Growing) -> tuple[Series, ...]:
        """Its lists, once the first reading is complete."""
        if self.shared:
            for series, length, grown in zip(self.growing.stack, self.shared.lengths, self.shared.stack, strict=True):
                series.items += grown.items[length:]
            self.growing.found += first.found[self.shared.found :]
        return self.growing.lists()


class Shared(NamedTuple):
    """Where a rival has rejoined the first reading: how many lists that had found, and what was open there."""

    found: int
    lengths: Sequence[int]
    stack: Sequence[Series]


def rival_readings(
    ordinals: Sequence[Ordinal], choices: Choices, wanted: Container[int] | None
) -> Iterator[tuple[Rival, tuple[Series, ...]]]:
    """Yield the reading each other choice leads to, at the wanted places or (None) at all."""
    first = Growing()
    rivals: list[Rival] = []
    apart: list[Rival] = []
    for ordinal in ordinals:
        at = ordinal.span.start
        home = first.home(ordinal, choices)
        ways = homes(ordinal, first.stack) if wanted is None or at in wanted else ()
        others = [way for way, other in enumerate(ways) if other is not home] if len(ways) > 1 else ()
        begun = [Rival(at, way, {**choices, at: way}, first.branch()) for way in others]
        first.take(ordinal, home)
        for rival in (*apart, *begun):
            rival.growing.take(ordinal, rival.growing.home(ordinal, rival.choices))
        rivals += begun
        apart = [rival for rival in (*apart, *begun) if not rival.rejoin(first)]
    for rival in rivals:
        yield rival, rival.lists(first)


def same_from_here_on(one: Sequence[Series], other: Sequence[Series]) -> bool:
    """Whether every ordinal that may follow goes to the same list of two stacks."""
    return len(one) == len(other) and all(map(alike, reversed(one), reversed(other)))


def alike(one: Series, other: Series) -> bool:
    return (
        (one.items[-1] is other.items[-1] or one.items[-1] == other.items[-1])
        and one.manner == other.manner
        and one.items[0].standing is other.items[0].standing
        and (len(one.items) > 1) == (len(other.items) > 1)
    )
