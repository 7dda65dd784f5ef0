"""What a writer gives back: the new bytes, and how many of the fixes asked for it could make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from speechlint.model import Document, Fix


@dataclass(frozen=True, slots=True)
class Edited:
    """A file's bytes with `made` fixes carried out; the others touched what may not be edited."""

    data: bytes
    made: int


# The file's bytes, the document read from them, disjoint fixes in reading order, the encoding asked for.
Writer = Callable[[bytes, Document, Sequence[Fix], str | None], Edited]
