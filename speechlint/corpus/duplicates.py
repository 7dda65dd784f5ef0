"""Which of many texts are nearly the same: their signatures propose pairs, the exact measure decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from speechlint.corpus.shingles import jaccard, shingles
from speechlint.corpus.signatures import Signature, candidates

# The shingles of a text take about a hundred times the bytes of its signature.
SETS_KEPT = 256


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two texts by their numbers, the lower first, and the exact share of shingles they have in common."""

    first: int
    second: int
    jaccard: float


def alike(signatures: Sequence[Signature], text_of: Callable[[int], str], threshold: float) -> list[Pair]:
    """Every pair alike by at least `threshold`; of texts wholly the same, each is paired with the first alone.

    The texts are known by their signatures; `text_of` is asked for those compared exactly.
    """
    groups = same(signatures)
    pairs = [Pair(first, other, 1.0) for first, *others in groups for other in others]
    of = lru_cache(SETS_KEPT)(lambda number: shingles(text_of(number)))
    for first, second in candidates(signatures, [group[0] for group in groups], threshold):
        # Jaccard's measure cannot exceed the ratio of the sizes, which costs nothing to know.
        sizes = sorted((len(of(first)), len(of(second))))
        if sizes[0] >= threshold * sizes[1]:
            measured = jaccard(of(first), of(second))
            if measured >= threshold:
                pairs.append(Pair(first, second, measured))
    return sorted(pairs)


def same(signatures: Sequence[Signature]) -> list[list[int]]:
    """The numbers of texts that are the same but for spaces and punctuation; those without letters are left out."""
    groups: dict[bytes, list[int]] = {}
    for number, each in enumerate(signatures):
        if each.digest:
            groups.setdefault(each.digest, []).append(number)
    return list(groups.values())
