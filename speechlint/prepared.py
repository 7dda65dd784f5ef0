"""What checks make of their tables, kept between runs: to look for a few of thousands of rows, none need be read."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import TypeVar, TypeVarTuple, cast

from speechlint.forms import KEPT
from speechlint.tables import Table

Tables = TypeVarTuple("Tables")
Form = TypeVar("Form")


def prepared(make: Callable[[*Tables], Form]) -> Callable[[*Tables], Form]:
    """Like `functools.cache` for a function of tables alone, with what it returns kept between runs.

    It must depend on nothing but the tables and the program, and return what can be kept (`KeptForms`).
    """

    @wraps(make)
    def form(*tables: *Tables) -> Form:
        looks = (f"{table.path}:{table.size}:{table.modified}" for table in tables if isinstance(table, Table))
        return KEPT.form("\n".join([f"{make.__module__}.{make.__qualname__}", *looks]), lambda: make(*tables))

    return cast(Callable[[*Tables], Form], cache(form))
