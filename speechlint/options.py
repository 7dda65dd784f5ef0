"""A rule's options: the kind's keyword parameters filled from YAML, each in its annotated type."""

from __future__ import annotations

import os
import re
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar, Union, get_args, get_origin

from speechlint.messages import Problem
from speechlint.source import Source
from speechlint.tables import Columns, Table, read_table

if TYPE_CHECKING:
    from speechlint.checks.kinds import Kind

T = TypeVar("T")
UNIONS = (Union, types.UnionType)


class Unfit(Exception):
    """A value that its option cannot take: a row of messages.tsv and its fields."""

    def __init__(self, key: str, **fields: object) -> None:
        super().__init__(key, fields)
        self.key = key
        self.fields = fields


class Options(Mapping[str, object]):
    """A rule's options: as its file writes them, and as `made` makes them of name and value once they are asked for."""

    def __init__(self, written: Mapping[str, object], made: Callable[[str, object], object]) -> None:
        self.written = written
        self._made = made
        self._known: dict[str, object] = {}

    def __getitem__(self, name: str) -> object:
        if name not in self._known:
            self._known[name] = self._made(name, self.written[name])
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.written)

    def __len__(self) -> int:
        return len(self.written)


def bind_options(source: Source, kind: Kind) -> Options:
    """Every option the rule gives, known to fit; raises Problem on an unknown, missing or unfit one."""
    given = source.value[kind.name]
    given = {} if given is None else given
    if not isinstance(given, dict):
        raise source.problem("wrong-type", kind.name, key=kind.name, wanted="mapping", given=type(given).__name__)
    for key in given:
        if key not in kind.options:
            near = closest(key, kind.options)
            raise source.problem("unknown-option", kind.name, str(key), kind=kind.name, key=key, near=near)
    for name, parameter in kind.options.items():
        if name not in given and parameter.default is parameter.empty:
            raise source.problem("missing-option", kind.name, kind=kind.name, key=name)
    options = Options(given, lambda name, value: convert(kind.types[name], value, source.path.parent))
    for name in given:
        with blamed(source, kind, name):
            options[name]
    return options


def coerce(source: Source, kind: Kind, name: str, value: object) -> object:
    """The value of one option; raises Problem when it does not fit."""
    with blamed(source, kind, name):
        return convert(kind.types[name], value, source.path.parent)


@contextmanager
def blamed(source: Source, kind: Kind, name: str) -> Iterator[None]:
    """Name the place of an option that does not fit."""
    try:
        yield
    except Unfit as unfit:
        raise source.problem(unfit.key, kind.name, name, key=name, **unfit.fields) from unfit


def convert(annotation: object, value: object, folder: Path) -> object:
    """The value in the annotated type, file names counted from `folder`; raises Unfit, or a table's Problem."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in UNIONS:
        some = next(argument for argument in arguments if argument is not type(None))
        return None if value is None else convert(some, value, folder)
    if origin is Annotated:
        return table(expect(str, value), folder, arguments[1])
    if origin is Literal:
        return one_of(arguments, value)
    if origin is re.Pattern:
        return regex(expect(str, value))
    if origin is tuple:
        return tuple(convert(arguments[0], item, folder) for item in expect(list, value))
    if annotation is Table:
        return table(expect(str, value), folder)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation(one_of([member.value for member in annotation], value))
    if isinstance(annotation, type):
        return expect(annotation, value)
    raise TypeError(f"no YAML value fits the annotation {annotation}")


def expect(wanted: type[T], value: object) -> T:
    if wanted is float and type(value) is int:
        value = float(value)
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise Unfit("wrong-type", wanted=wanted.__name__, given=type(value).__name__)
    return value


def one_of(allowed: Iterable[object], value: object) -> object:
    """The value when it is allowed; raises Unfit."""
    known = [*allowed]
    if value not in known:
        raise Unfit("not-allowed", allowed=", ".join(map(str, known)), near=closest(value, known))
    return value


def regex(text: str) -> re.Pattern[str]:
    """`^` and `$` are the ends of a paragraph, for paragraphs are the lines of a document's text."""
    try:
        return re.compile(text, re.MULTILINE)
    except (re.error, OverflowError, RecursionError) as error:
        raise Unfit("broken-regex", reason=error) from error


def table(name: str, folder: Path, columns: Columns | None = None) -> Table:
    try:
        # One path for one file: two rules may share a table by “../”.
        found = read_table(Path(os.path.normpath(folder / name)))
    except FileNotFoundError as error:
        near = closest(name, (path.name for path in folder.glob("*.tsv")))
        raise Unfit("missing-table", name=name, near=near) from error
    except OSError as error:
        raise Problem("unreadable", at=folder / name, reason=error.strerror or error) from error
    if columns:
        found.require(columns)
    return found


def closest(word: object, known: Iterable[object]) -> str:
    """The known name nearest to a misspelt one, or nothing."""
    import difflib

    return next(iter(difflib.get_close_matches(str(word), [str(k) for k in known], 1)), "")
