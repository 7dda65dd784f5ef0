"""What checks make of their tables, kept between runs: to look for a few of thousands of rows, none need be read."""

from __future__ import annotations

import atexit
import marshal
from collections.abc import Callable, Sequence
from functools import cache, wraps
from pathlib import Path
from typing import TypeVar, TypeVarTuple, cast

from speechlint.stored import load_code, store_code
from speechlint.tables import Table

# Forms of more tables than a user has; what is kept of tables since changed or removed is dropped then.
MOST_BYTES = 32 * 2**20
Tables = TypeVarTuple("Tables")
Form = TypeVar("Form")


class KeptForms:
    """Forms made in this run and, where they are taken up, in earlier ones, each packed until it is asked for."""

    def __init__(self) -> None:
        self._file: Path | None = None
        self._state = ""
        self._known: dict[str, bytes] = {}
        self._fresh: dict[str, bytes] = {}

    def take_up(self, folder: Path, state: str) -> None:
        """Go on from what earlier runs kept in a folder, if the program's state was the same; keep more at the end."""
        self._file, self._state = folder / "forms.bin", state
        kept = load_code(self._file)
        if isinstance(kept, dict) and kept.get("state") == state and isinstance(kept.get("forms"), dict):
            self._known = kept["forms"]
        atexit.register(self.save)

    def form(self, name: str, tables: Sequence[Table], make: Callable[[], Form]) -> Form:
        """What was made under a name of these tables as they are, or else is made now."""
        key = "\n".join([name, *(f"{table.path}:{table.size}:{table.modified}" for table in tables)])
        packed = self._known.get(key)
        if packed is not None:
            known: Form = marshal.loads(packed)
            return known
        form = make()
        if self._file is not None:
            self._fresh[key] = marshal.dumps(form)  # type: ignore[arg-type]
        return form

    def save(self) -> None:
        """Keep what was made anew for the next run."""
        if self._file is not None and self._fresh:
            forms = self._known | self._fresh
            if sum(map(len, forms.values())) > MOST_BYTES:
                forms = self._fresh
            store_code(self._file, {"state": self._state, "forms": forms})


KEPT = KeptForms()


def prepared(make: Callable[[*Tables], Form]) -> Callable[[*Tables], Form]:
    """Like `functools.cache` for a function of tables alone that returns dicts, tuples, sets, strings and numbers.

    What it returns is kept between runs; it must depend on nothing but the tables and the program.
    """

    @wraps(make)
    def form(*tables: *Tables) -> Form:
        known = [table for table in tables if isinstance(table, Table)]
        return KEPT.form(f"{make.__module__}.{make.__qualname__}", known, lambda: make(*tables))

    return cast(Callable[[*Tables], Form], cache(form))
