"""Text that is immediately said again: found by comparing the draft with itself, moved a few characters on."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.model import Span

WIDTH = 4


def doubled(text: str, size: int) -> Iterator[Span]:
    """Yield every longest stretch whose characters equal those `size` further on, where it is at least `size` long.

    The whole stretch is doubled: `span.end + size` is where the second saying ends. Takes time linear in the text,
    where a regular expression with a backward reference would not: the comparison is one exclusive or of the text
    read as a number.
    """
    data = text.encode("utf-32-le", "surrogatepass")
    number = int.from_bytes(data, "little")
    apart = (number ^ (number >> (8 * WIDTH * size))).to_bytes(len(data), "little")
    equal, same = bytes(WIDTH * size), bytes(WIDTH)
    last = len(text) - size
    at = apart.find(equal)
    while at >= 0:
        start = end = -(-at // WIDTH)
        while end < last and apart[WIDTH * end : WIDTH * (end + 1)] == same:
            end += 1
        if end - start >= size:
            yield Span(start, end)
        at = apart.find(equal, WIDTH * max(end, start + 1))
