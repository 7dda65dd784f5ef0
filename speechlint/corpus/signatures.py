"""Short signatures of texts, by which those that may be alike are found without comparing all (MinHash, LSH; rensa)."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rensa import RMinHash

from speechlint.corpus.shingles import plain, shingles

PERMUTATIONS = 128
SEED = 1
NUMBER = struct.calcsize("<I")
# How often a pair exactly as alike as asked for may go unseen.
MISSED = 1e-3
# In a crowd of texts that share a band each is held against so many of them; what is alike shares other bands too.
CROWD = 100


@dataclass(frozen=True, slots=True)
class Signature:
    """A digest of a text's letters, and the least hashes of its shingles; both empty for a text without letters."""

    digest: bytes
    hashes: bytes


def signature(text: str) -> Signature:
    bare = plain(text)
    if not bare:
        return Signature(b"", b"")
    made = RMinHash(PERMUTATIONS, SEED)
    made.update(list(shingles(bare)))
    digest = hashlib.sha256(bare.encode("utf-8", "surrogatepass")).digest()
    return Signature(digest[:16], struct.pack(f"<{PERMUTATIONS}I", *made.digest()))


def candidates(signatures: Sequence[Signature], numbers: Sequence[int], threshold: float) -> list[tuple[int, int]]:
    """Pairs of numbers that share a band of their signatures, each once and in order, the lower number first."""
    width = rows(threshold) * NUMBER
    found: set[tuple[int, int]] = set()
    for start in range(0, PERMUTATIONS * NUMBER - width + 1, width):
        found.update(sharing({n: signatures[n].hashes[start : start + width] for n in numbers}))
    return sorted(found)


def rows(threshold: float) -> int:
    """How many hashes make a band: the more, the fewer pairs to compare, the fewer, the fewer go unseen."""
    return next(
        rows
        for rows in range(PERMUTATIONS, 0, -1)
        if rows == 1 or (1 - threshold**rows) ** (PERMUTATIONS // rows) <= MISSED
    )


def sharing(bands: dict[int, bytes]) -> Iterator[tuple[int, int]]:
    first: dict[bytes, int] = {}
    crowds: dict[bytes, list[int]] = {}
    for number, band in bands.items():
        if first.setdefault(band, number) != number:
            crowd = crowds.setdefault(band, [first[band]])
            yield from ((other, number) for other in crowd[:CROWD])
            crowd.append(number)
