"""Text that is immediately said again: found by comparing the draft with itself, moved a few characters on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

from speechlint.language.analysis import Analysis
from speechlint.model import Span

WIDTH = 4
# So many characters are compared of each stretch before all of them are.
SAMPLES = 3


class Doubling:
    """A text to be compared with itself.

    Only the low byte of a character is compared at first, and of longer stretches only every second, third or further
    character: one exclusive or of the text read as a number. It takes time linear in the text, where a regular
    expression with a backward reference would not.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._low = text.encode("utf-32-le", "surrogatepass")[::WIDTH]
        # Of a function that knows nothing of this object, or the two would hold each other until garbage is collected.
        self._every = lru_cache(maxsize=1)(partial(every, self._low))

    @classmethod
    def of(cls, analysis: Analysis) -> Doubling:
        return cls(analysis.text)

    def of_size(self, size: int) -> Iterator[Span]:
        """Yield every longest stretch whose characters equal those `size` further on, where it is at least `size` long.

        The whole stretch is doubled: `span.end + size` is where the second saying ends.
        """
        step = max(1, size // SAMPLES)
        equal, end = bytes(size // step), 0
        apart = self._apart(size, step)
        at = apart.find(equal)
        while at >= 0:
            start, end = self._stretch(at * step, size)
            if end - start >= size:
                yield Span(start, end)
            at = apart.find(equal, max(at + 1, -(-end // step)))

    def _apart(self, size: int, step: int) -> bytes:
        """Zero for every character, one in `step`, whose low byte is that of the character `size` further on."""
        further, beside = divmod(size, step)
        other = every(self._low, step, beside) if beside else self._every(step)
        return (self._every(step) ^ (other >> (8 * further))).to_bytes(-(-len(self._low) // step), "little")

    def _stretch(self, at: int, size: int) -> tuple[int, int]:
        """The longest stretch around a character whose characters equal those `size` further on."""
        text, start, end, last = self._text, at, at, len(self._text) - size
        while end < last and text[end] == text[end + size]:
            end += 1
        while start and start < end and text[start - 1] == text[start - 1 + size]:
            start -= 1
        return start, end


def every(low: bytes, step: int, first: int = 0) -> int:
    """Every second, third or further byte as one number."""
    return int.from_bytes(low[first::step], "little")
