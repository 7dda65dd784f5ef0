"""What is made of tables and of regular expressions, kept between runs, each read only when it is asked for."""

from __future__ import annotations

import atexit
import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from speechlint.stored import Bytes, in_lines, load_parts, store_parts, written

# More than all forms; when so much has gathered, what was made of tables and regexes since changed goes too.
MOST_BYTES = 32 * 2**20
Form = TypeVar("Form")


class KeptForms:
    """Forms made in this run and, where they are taken up, in earlier ones.

    A form is what JSON gives back as it was: dicts from strings, lists, strings, numbers.
    """

    def __init__(self) -> None:
        self._file: Path | None = None
        self._state = ""
        self._known: dict[str, memoryview] = {}
        self._fresh: dict[str, bytes] = {}

    def take_up(self, folder: Path, state: str) -> None:
        """Go on from what earlier runs kept in a folder, if the program's state was the same; keep more at the end."""
        self._file, self._state = folder / "forms.bin", state
        kept_state, forms = load_parts(self._file)
        self._known = forms if kept_state == state else {}
        atexit.register(self.save)

    def form(self, key: str, make: Callable[[], Form]) -> Form:
        """What was made under a key, which names all that it depends on but the program; or else it is made now."""
        kept: Bytes | None = self._known.get(key)
        if kept is None:
            kept = self._fresh[key] = packed(make())
        return cast(Form, unpacked(kept))

    def lacks(self, key: str) -> bool:
        """Whether earlier runs kept forms, but none under this key."""
        return bool(self._known) and key not in self._known and key not in self._fresh

    def save(self) -> None:
        """Keep what was made anew for the next run."""
        if self._file is not None and self._fresh:
            forms: dict[str, Bytes] = {**self._known, **self._fresh}
            too_many = sum(map(len, forms.values())) > MOST_BYTES
            store_parts(self._file, self._state, self._fresh if too_many else forms)


def packed(form: object) -> bytes:
    """A form as it is kept: in JSON; but a list of strings, or a dict to strings, a line each, which is read faster."""
    kind, strings = "list", form
    if isinstance(form, dict):
        kind, strings = "dict", [*form, *form.values()]
    lines = in_lines(strings) if isinstance(strings, list) else None
    return b"json\n" + written(form) if lines is None else f"{kind}\n{lines}".encode("utf-8", "surrogatepass")


def unpacked(kept: Bytes) -> object:
    kind, *lines = str(kept, "utf-8", "surrogatepass").split("\n")
    if kind == "json":
        return cast(object, json.loads(lines[0]))
    half = len(lines) // 2
    return lines if kind == "list" else dict(zip(lines[:half], lines[half:], strict=True))


KEPT = KeptForms()
