"""A rule's options: the kind's keyword parameters filled from YAML, each in its annotated type."""

from __future__ import annotations

import difflib
import re
import types
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Literal, TypeVar, Union, get_args, get_origin

from speechlint.checks.kinds import Kind
from speechlint.tables import Table, read_table
from speechlint.yaml_source import Source

T = TypeVar("T")
UNIONS = (Union, types.UnionType)


class Unfit(Exception):
    """A value of the wrong type."""

    def __init__(self, wanted: str, given: object) -> None:
        super().__init__(wanted, given)
        self.wanted = wanted
        self.given = type(given).__name__


def bind_options(source: Source, kind: Kind) -> dict[str, object]:
    """Every option the rule gives, converted; raises Problem on an unknown, missing or unfit one."""
    given = source.value[kind.name]
    given = {} if given is None else given
    if not isinstance(given, dict):
        raise source.problem("wrong-type", kind.name, key=kind.name, wanted="mapping", given=type(given).__name__)
    for key in given:
        if key not in kind.options:
            near = closest(str(key), kind.options)
            raise source.problem("unknown-option", kind.name, str(key), kind=kind.name, key=key, near=near)
    for name, parameter in kind.options.items():
        if name not in given and parameter.default is parameter.empty:
            raise source.problem("missing-option", kind.name, kind=kind.name, key=name)
    return {name: coerce(source, kind, name, value) for name, value in given.items()}


def coerce(source: Source, kind: Kind, name: str, value: object) -> object:
    annotation = kind.types[name]
    allowed = allowed_values(annotation)
    if allowed and value not in allowed:
        near = closest(str(value), allowed)
        raise source.problem("not-allowed", kind.name, name, key=name, allowed=", ".join(map(str, allowed)), near=near)
    try:
        return convert(annotation, value, source.path.parent)
    except re.error as error:
        raise source.problem("broken-regex", kind.name, name, key=name, reason=error) from error
    except Unfit as unfit:
        raise source.problem("wrong-type", kind.name, name, key=name, wanted=unfit.wanted, given=unfit.given) from unfit


def allowed_values(annotation: object) -> tuple[object, ...]:
    """The values a Literal or an enumeration, optional or not, is limited to."""
    for some in get_args(annotation) if get_origin(annotation) in UNIONS else (annotation,):
        if get_origin(some) is Literal:
            return get_args(some)
        if isinstance(some, type) and issubclass(some, Enum):
            return tuple(member.value for member in some)
    return ()


def convert(annotation: object, value: object, folder: Path) -> object:
    """The value in the annotated type; raises Unfit, re.error or a table's Problem."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in UNIONS:
        some = next(argument for argument in arguments if argument is not type(None))
        return None if value is None else convert(some, value, folder)
    if origin is Literal:
        return value
    if origin is re.Pattern:
        return re.compile(expect(str, value))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation(value)
    if annotation is Table:
        return read_table(folder / expect(str, value))
    if origin is tuple:
        return tuple(convert(arguments[0], item, folder) for item in expect(list, value))
    if isinstance(annotation, type):
        return expect(annotation, value)
    raise TypeError(f"no YAML value fits the annotation {annotation}")


def expect(wanted: type[T], value: object) -> T:
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise Unfit(wanted.__name__, value)
    return value


def closest(word: str, known: Iterable[object]) -> str:
    """The known name nearest to a misspelt one, or nothing."""
    return next(iter(difflib.get_close_matches(word, [str(k) for k in known], 1)), "")
