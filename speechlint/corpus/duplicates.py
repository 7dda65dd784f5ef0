"""Which of many texts are nearly the same: MinHash and LSH propose pairs (rensa, MIT), the exact measure decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rensa import RMinHash, RMinHashLSH

from speechlint.corpus.shingles import jaccard, plain, shingles

PERMUTATIONS = 128
# Bands of four rows: a pair alike by 0.7 goes unseen once in six thousand times.
BANDS = 32
SEED = 1
SETS_KEPT = 2_000


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two texts by their numbers, the lower first, and the exact share of shingles they have in common."""

    first: int
    second: int
    jaccard: float


def near_duplicates(texts: Sequence[str], threshold: float) -> list[Pair]:
    """Every pair alike by at least `threshold`; of texts wholly the same, each is paired with the first alone."""
    alike = groups(texts)
    pairs = [Pair(first, other, 1.0) for first, *others in alike.values() for other in others]
    originals = [group[0] for text, group in alike.items() if text]
    of = lru_cache(SETS_KEPT)(lambda number: shingles(texts[number]))
    for first, second in candidates(texts, originals):
        # Jaccard's measure cannot exceed the ratio of the sizes, which costs nothing to know.
        sizes = sorted((len(of(first)), len(of(second))))
        if sizes[0] >= threshold * sizes[1]:
            measured = jaccard(of(first), of(second))
            if measured >= threshold:
                pairs.append(Pair(first, second, measured))
    return sorted(pairs)


def groups(texts: Sequence[str]) -> dict[str, list[int]]:
    """The numbers of texts that are the same but for spaces and punctuation, by that text."""
    same: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        bare = plain(text)
        if bare:
            same.setdefault(bare, []).append(number)
    return same


def candidates(texts: Sequence[str], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs that share a band of their signatures, each once, the lower number first."""
    index = RMinHashLSH(0.5, PERMUTATIONS, BANDS)
    for number in numbers:
        signature = RMinHash(PERMUTATIONS, SEED)
        signature.update(list(shingles(texts[number])))
        for other in sorted(set(index.query(signature))):
            yield other, number
        index.insert(number, signature)
