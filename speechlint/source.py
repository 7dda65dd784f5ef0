"""A file of settings as it was read: its mapping, and the line of every key in it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from speechlint.messages import Problem

Keys = tuple[str, ...]
Lines = dict[Keys, int]


class Source(NamedTuple):
    """A mapping and the 1-based line of each path of keys (or list indices) in it."""

    path: Path
    value: dict[str, object]
    lines: Lines

    def problem(self, message: str, /, *keys: str, **fields: object) -> Problem:
        """A problem with the line that `keys` stand in, or that of the nearest key above them."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return Problem(message, at=f"{self.path}:{self.lines.get(keys, 1)}", **fields)
