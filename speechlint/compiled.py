"""Regular expressions compiled once: their code is kept between runs, as Python keeps the code of modules.

A run needs some nine hundred patterns, and the standard library takes longer to compile them than a draft takes to
check. What it makes of a pattern is a list of numbers, and its engine verifies them whenever it is handed one.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from speechlint.stored import Bytes, load_parts, program_folder, store_parts

# More than all the rules have; a file that holds so many has gathered patterns that nobody uses any more.
MOST = 5000
# What becomes of an entry that is none, or of code that the engine does not verify.
REFUSED = (AttributeError, LookupError, OverflowError, RuntimeError, TypeError, ValueError)
# As a number, for to ask a member of an enumeration takes as long as half of what is done for a pattern.
DEBUG = int(re.DEBUG)
# Flags, number of groups, names of groups.
Facts = tuple[int, int, dict[str, int]]


class CompiledPatterns:
    """The patterns of earlier runs and of this one: their flags, number of groups, names of groups, and code.

    Only the program's own process uses this: it takes the place of the compiler inside `re`, for Python offers no way
    to hand it a compiled pattern. Raises ImportError or AttributeError on a Python whose `re` is built otherwise.
    """

    def __init__(self, folder: Path) -> None:
        self._compiler, self._engine = import_module("re._compiler"), import_module("_sre")
        self._usual = self._compiler.compile
        self._encode, self._parse = self._compiler._code, self._compiler._parser.parse
        # The same code means the same only to the same engine.
        self.file = folder / f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.byteorder}.bin"
        facts, code = load_parts(self.file)
        if not isinstance(facts, list) or len(facts) != len(code):
            facts, code = [], {}
        self._code: dict[str, Bytes] = {**code}
        self._facts: dict[str, Facts] = dict(zip(self._code, facts, strict=True))
        self._fresh: set[str] = set()

    def install(self) -> None:
        vars(self._compiler)["compile"] = self.compile

    def uninstall(self) -> None:
        vars(self._compiler)["compile"] = self._usual

    def compile(self, pattern: object, flags: int = 0) -> re.Pattern[str]:
        """What `re` would make of a pattern, taken from an earlier run when it is known."""
        if not isinstance(pattern, str) or flags & DEBUG:
            usual: re.Pattern[str] = self._usual(pattern, flags)
            return usual
        key = f"{flags}:{pattern}"
        if key in self._code:
            with suppress(*REFUSED):
                return self._made(pattern, key)
        parsed = self._parse(pattern, flags)
        state, code = parsed.state, array("I", self._encode(parsed, flags))
        self._facts[key] = (flags | state.flags, state.groups - 1, dict(state.groupdict))
        self._code[key] = code.tobytes()
        self._fresh.add(key)
        return self._made(pattern, key)

    def _made(self, pattern: str, key: str) -> re.Pattern[str]:
        flags, groups, names = self._facts[key]
        order: list[str | None] = [None] * (groups + 1)
        for name, number in names.items():
            order[number] = name
        numbers = memoryview(self._code[key]).cast("I").tolist()
        made: re.Pattern[str] = self._engine.compile(pattern, flags, numbers, groups, names, tuple(order))
        return made

    def save(self) -> None:
        """Keep what was compiled anew for the next run."""
        if self._fresh:
            keys = self._fresh if len(self._code) > MOST else self._code.keys()
            store_parts(self.file, [self._facts[key] for key in keys], {key: self._code[key] for key in keys})


def kept_patterns() -> Callable[[], None]:
    """Let this process use patterns of earlier runs; what is returned keeps those it compiled for the next one.

    A Python whose `re` is built otherwise compiles as ever.
    """
    try:
        patterns = CompiledPatterns(program_folder())
    except (ImportError, AttributeError):
        return lambda: None
    patterns.install()
    return patterns.save
