"""What checks make of their tables, kept between runs: to look for a few of thousands of rows, none need be read."""

from __future__ import annotations

import atexit
import json
from collections.abc import Callable, Sequence
from functools import cache, wraps
from pathlib import Path
from typing import TypeVar, TypeVarTuple, cast

from speechlint.stored import Bytes, in_lines, load_parts, store_parts, written
from speechlint.tables import Table

# More than the forms of all tables; when so much has gathered, what was made of tables since changed goes too.
MOST_BYTES = 32 * 2**20
Tables = TypeVarTuple("Tables")
Form = TypeVar("Form")


class KeptForms:
    """Forms made in this run and, where they are taken up, in earlier ones, each read only when it is asked for."""

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

    def form(self, name: str, tables: Sequence[Table], make: Callable[[], Form]) -> Form:
        """What was made under a name of these tables as they are, or else is made now."""
        key = "\n".join([name, *(f"{table.path}:{table.size}:{table.modified}" for table in tables)])
        kept: Bytes | None = self._known.get(key)
        if kept is None:
            kept = self._fresh[key] = packed(make())
        return cast(Form, unpacked(kept))

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


def prepared(make: Callable[[*Tables], Form]) -> Callable[[*Tables], Form]:
    """Like `functools.cache` for a function of tables alone, with what it returns kept between runs.

    It must depend on nothing but the tables and the program, and return what JSON gives back as it was: dicts from
    strings, lists, strings, numbers.
    """

    @wraps(make)
    def form(*tables: *Tables) -> Form:
        known = [table for table in tables if isinstance(table, Table)]
        return KEPT.form(f"{make.__module__}.{make.__qualname__}", known, lambda: make(*tables))

    return cast(Callable[[*Tables], Form], cache(form))
