"""A regular expression as Python's own parser reads it, read once for all who ask in turn."""

from __future__ import annotations

import re
from functools import lru_cache
from re import _parser  # type: ignore[attr-defined]
from typing import Any

# What the parser puts out is not described by types: an operation, and a value that depends on it.
Node = tuple[object, Any]
Tree = Any


@lru_cache(maxsize=4)
def tree(pattern: re.Pattern[str]) -> Tree:
    return _parser.parse(pattern.pattern, pattern.flags)
