"""The reading of a draft's ordinals with the fewest faults, where lists of one style lie within each other.

Ordinals are taken one by one to the list that waits for them. With 一、二、三 inside an item of 一、二、三 one slip
can send one to the wrong list and the rest after it; another choice at one place then explains more with less.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from speechlint.language.disorder import Disorder, disorders
from speechlint.language.lists import Choices, Series, lists
from speechlint.language.ordinals import Ordinal
from speechlint.model import Document

# Slips that are mended one after the other, and how many places around the faults are tried for each: every try reads
# the whole draft, so a long one gets fewer.
ROUNDS, MOST_PLACES, MOST_READ = 2, 40, 8000


def best_reading(document: Document, ordinals: Sequence[Ordinal]) -> tuple[Series, ...]:
    """Every list of the draft in the order of their first items, read with as few faults as may be."""
    choices: Choices = {}
    open_to: Choices = {}
    best = lists(ordinals, choices, open_to)
    for _ in range(ROUNDS):
        places = [fault.at.span.start for fault in faults(document, best)]
        most = min(MOST_PLACES, MOST_READ // max(len(ordinals), 1)) if places else 0
        rivals = [(one, lists(ordinals, one)) for one in other_choices(choices, open_to, places, most)]
        fewest, better, reading = min(
            ((cost(document, reading), one, reading) for one, reading in rivals),
            key=lambda rival: rival[0],
            default=(0, choices, best),
        )
        if not rivals or fewest >= cost(document, best):
            return best
        choices, best = better, reading
        open_to = {}
        lists(ordinals, choices, open_to)
    return best


def other_choices(choices: Choices, open_to: Mapping[int, int], places: Sequence[int], most: int) -> Iterator[Choices]:
    """One choice made otherwise at as many places as wanted, those nearest to a fault first."""
    near = sorted(open_to, key=lambda at: min((abs(at - place) for place in places), default=0))
    for at in near[:most]:
        yield from ({**choices, at: way} for way in range(open_to[at]))


def faults(document: Document, reading: Sequence[Series]) -> list[Disorder]:
    return [fault for series in reading for fault in disorders(document, series)]


def cost(document: Document, reading: Sequence[Series]) -> int:
    """How much is wrong; a list of one item, or without a first, is never taken for a sound one."""
    doubtful = sum(not one.begun() or len(one.items) == 1 for one in reading if not list(disorders(document, one)))
    return len(faults(document, reading)) + doubtful
