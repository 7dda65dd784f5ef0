"""Stretches of a text about some places, joined where they touch; the places are given in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def around(places: Iterable[int], reach: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield what lies so near before and after the places, in a text of a length."""
    start = end = -1
    for at in places:
        if end < 0 or at - reach > end:
            if end >= 0:
                yield start, end
            start = max(0, at - reach)
        end = min(length, at + reach)
    if end >= 0:
        yield start, end


def lines(places: Iterable[int], text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that hold the places."""
    start, end = 0, -1
    for at in places:
        if at > end:
            begin = text.rfind("\n", 0, at) + 1
            if begin > end + 1:
                if end >= 0:
                    yield start, end
                start = begin
            stop = text.find("\n", at)
            end = stop if stop >= 0 else len(text)
    if end >= 0:
        yield start, end
