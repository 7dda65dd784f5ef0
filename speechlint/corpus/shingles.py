"""Overlapping runs of characters, by which texts of any order and length are compared (Broder 1997)."""

from __future__ import annotations

import re

WIDTH = 5
# Spaces, line ends and punctuation change from one site to the next while the words stay.
NOT_A_WORD = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """The letters, characters and digits of a text alone."""
    return NOT_A_WORD.sub("", text)


def shingles(text: str) -> frozenset[str]:
    """Every run of five characters of the plain text; the text itself when it is shorter, nothing for none."""
    bare = plain(text)
    if len(bare) <= WIDTH:
        return frozenset({bare} if bare else ())
    return frozenset(bare[start : start + WIDTH] for start in range(len(bare) - WIDTH + 1))


def jaccard(first: frozenset[str], second: frozenset[str]) -> float:
    """What share of all their shingles two texts have in common, 0–1; 0 when both are empty."""
    common = len(first & second)
    return common / (len(first) + len(second) - common) if common else 0.0
