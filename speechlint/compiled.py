"""Regular expressions compiled once: their code is kept between runs, as Python keeps the code of modules.

A run needs some nine hundred patterns, and the standard library takes longer to compile them than a draft takes to
check. What it makes of a pattern is a list of numbers, and its engine verifies them whenever it is handed one.
"""

from __future__ import annotations

import re
import sys
from array import array
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from speechlint.stored import load, program_folder, store

# More than all the rules have; a file that holds so many has gathered patterns that nobody uses any more.
MOST = 5000
# What becomes of an entry that is none, or of code that the engine does not verify.
REFUSED = (AttributeError, LookupError, OverflowError, RuntimeError, TypeError, ValueError)
Entry = tuple[int, int, dict[str, int], str]


class CompiledPatterns:
    """The patterns of earlier runs and of this one: their flags, number of groups, names of groups, and code.

    Only the program's own process uses this: it takes the place of the compiler inside `re`, for Python offers no way
    to hand it a compiled pattern. Raises ImportError or AttributeError on a Python whose `re` is built otherwise.
    """

    def __init__(self, folder: Path) -> None:
        self._compiler, self._engine = import_module("re._compiler"), import_module("_sre")
        self._usual = self._compiler.compile
        self._code, self._parse = self._compiler._code, self._compiler._parser.parse
        # The same code means the same only to the same engine.
        self.file = folder / f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.byteorder}.json"
        kept = load(self.file)
        self._entries: dict[str, Entry] = kept if isinstance(kept, dict) else {}
        self._fresh: dict[str, Entry] = {}

    def install(self) -> None:
        vars(self._compiler)["compile"] = self.compile

    def uninstall(self) -> None:
        vars(self._compiler)["compile"] = self._usual

    def compile(self, pattern: object, flags: int = 0) -> re.Pattern[str]:
        """What `re` would make of a pattern, taken from an earlier run when it is known."""
        if not isinstance(pattern, str) or flags & re.DEBUG:
            usual: re.Pattern[str] = self._usual(pattern, flags)
            return usual
        key = f"{flags}:{pattern}"
        if key in self._entries:
            try:
                return self._made(pattern, self._entries[key])
            except REFUSED:
                del self._entries[key]
        entry = self._fresh[key] = self._compiled(pattern, flags)
        return self._made(pattern, entry)

    def _compiled(self, pattern: str, flags: int) -> Entry:
        parsed = self._parse(pattern, flags)
        code = array("I", self._code(parsed, flags))
        state = parsed.state
        return (
            flags | state.flags,
            state.groups - 1,
            dict(state.groupdict),
            b2a_base64(code.tobytes(), newline=False).decode(),
        )

    def _made(self, pattern: str, entry: Entry) -> re.Pattern[str]:
        flags, groups, names, code = entry
        order: list[str | None] = [None] * (groups + 1)
        for name, number in names.items():
            order[number] = name
        numbers = array("I", a2b_base64(code)).tolist()
        made: re.Pattern[str] = self._engine.compile(pattern, flags, numbers, groups, names, tuple(order))
        return made

    def save(self) -> None:
        """Keep what was compiled anew for the next run."""
        if self._fresh:
            store(self.file, self._fresh if len(self._entries) > MOST else self._entries | self._fresh)


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
