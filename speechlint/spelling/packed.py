"""Packed tables: numbers under hashed text, read in place from a file mapped into memory.

Text itself is not kept. An entry is a fingerprint of its text and a byte of value, so a lookup of text that is not
there finds something once in several million times.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

PRIME = (1 << 61) - 1
# Parts the keys of texts that differ in a bit or two, which would otherwise crowd into neighbouring slots.
SPREAD = 0x9E3779B97F4A7C1
VALUE_BITS = 8
FINGERPRINTS = (1 << 24) - 1


def key_of(text: str) -> int:
    """A number for the text, the same on every machine."""
    return int.from_bytes(text.encode("utf-16-le"), "little") * SPREAD % PRIME


class Packed:
    """A hash table with open addressing: each number holds 24 bits of fingerprint and 8 of value, 0 is empty."""

    __slots__ = ("_size", "_slots")

    def __init__(self, slots: memoryview) -> None:
        self._slots = slots
        self._size = len(slots)

    def place(self, text: str) -> int:
        """The slot that holds the text, or -1."""
        size, slots = self._size, self._slots
        rest, at = divmod(int.from_bytes(text.encode("utf-16-le"), "little") * SPREAD % PRIME, size)
        wanted = rest % FINGERPRINTS + 1
        while slot := slots[at]:
            if slot >> VALUE_BITS == wanted:
                return at
            at = at + 1 if at + 1 < size else 0
        return -1

    def value(self, place: int) -> int:
        """The value of what is in the slot, 0 to 255."""
        return int(self._slots[place]) & 0xFF

    def get(self, text: str) -> int:
        """The value of the text, or -1."""
        at = self.place(text)
        return self.value(at) if at >= 0 else -1


def packed(values: Mapping[str, int], load: float = 0.72) -> tuple[list[int], dict[str, int]]:
    """The slots of a table of these values (0 to 255), and the slot of each text.

    Texts go in by their order, so the same values make the same table.
    """
    # A slot is always free, for that is where a search ends.
    size = max(int(len(values) / load) | 1, len(values) + 2)
    slots, places = [0] * size, {}
    for text in sorted(values):
        rest, at = divmod(key_of(text), size)
        while slots[at]:
            at = (at + 1) % size
        slots[at] = (rest % FINGERPRINTS + 1) << VALUE_BITS | values[text]
        places[text] = at
    return slots, places


class Buckets:
    """Short texts under hashed keys; texts of other keys may share a bucket, so the caller looks at what it gets."""

    __slots__ = ("_count", "_ends", "_texts")

    def __init__(self, ends: memoryview, texts: memoryview) -> None:
        self._ends = ends
        self._texts = texts
        self._count = len(ends) - 1

    def get(self, key: str) -> list[str]:
        at = key_of(key) % self._count
        start, end = self._ends[at], self._ends[at + 1]
        return str(self._texts[start:end], "utf-16-le").split("\n") if start < end else []


def bucketed(pairs: Iterable[tuple[str, str]], count: int) -> tuple[list[int], bytes]:
    """The bounds of every bucket in bytes, and the texts of all."""
    buckets: dict[int, set[str]] = {}
    for key, text in pairs:
        buckets.setdefault(key_of(key) % count, set()).add(text)
    parts = ["\n".join(sorted(buckets.get(at, ()))).encode("utf-16-le") for at in range(count)]
    ends = [0]
    for part in parts:
        ends.append(ends[-1] + len(part))
    return ends, b"".join(parts)
