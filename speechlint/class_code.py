"""What `dataclass` writes for its classes, compiled once: kept between runs, as Python keeps the code of modules.

A run makes some seventy classes, each with half a dozen functions that the standard library writes as text and
compiles anew every time. What is kept is no more than a `.pyc` file holds, under the same protection and better: the
file must be this user's own and whole.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType

from speechlint.stored import load_code, program_folder, store_code

# More than all the classes need; a file that holds so many has gathered what nobody asks for any more.
MOST = 2000


class CompiledTexts:
    """Code of earlier runs and of this one, under the text it was compiled from."""

    def __init__(self, folder: Path) -> None:
        # Only the very interpreter that compiled it understands it.
        self.file = folder / f"classes-{sys.implementation.cache_tag}-{sys.hexversion:x}.bin"
        self._known = codes_in(load_code(self.file))
        self._fresh: dict[str, CodeType] = {}

    def install(self) -> None:
        """Let `dataclasses` find this where it would ask for the built-in `exec`; it compiles as ever without."""
        vars(dataclasses)["exec"] = self.exec

    def uninstall(self) -> None:
        vars(dataclasses).pop("exec", None)

    def exec(self, text: str, given: dict[str, object] | None = None, made: dict[str, object] | None = None) -> None:
        """Run a text as the built-in does, taking its code from an earlier run when it is known."""
        code = self._known.get(text)
        if code is None:
            code = self._known[text] = self._fresh[text] = compile(text, "<string>", "exec")
        exec(code, given, made)

    def save(self) -> None:
        """Keep what was compiled anew for the next run."""
        if self._fresh:
            store_code(self.file, self._fresh if len(self._known) > MOST else self._known)


def codes_in(kept: object) -> dict[str, CodeType]:
    known = isinstance(kept, dict) and all(isinstance(k, str) and isinstance(c, CodeType) for k, c in kept.items())
    return kept if known else {}  # type: ignore[return-value]


def kept_classes() -> Callable[[], None]:
    """Let this process use the code of earlier runs; what is returned keeps what it compiled for the next one."""
    texts = CompiledTexts(program_folder())
    texts.install()
    return texts.save
