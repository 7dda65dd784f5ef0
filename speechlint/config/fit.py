"""A TOML value fitted to the annotation of its field, or the problem that names its line."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Literal, TypeGuard, TypeVar, get_args, get_origin, get_type_hints

from speechlint.messages import Problem
from speechlint.options import Unfit, closest, expect
from speechlint.source import Source

Keys = tuple[str, ...]
T = TypeVar("T")


@cache
def keys_of(table: type) -> dict[str, object]:
    """The keys of a settings class as a file writes them, with their annotations."""
    return {name.replace("_", "-"): annotation for name, annotation in get_type_hints(table).items()}


def is_table(value: object) -> TypeGuard[type]:
    """Whether an annotation is a settings class, which a file writes as a table."""
    return isinstance(value, type) and hasattr(value, "_fields")


def fit(annotation: object, value: object, source: Source, keys: Keys) -> object:
    """The value in the annotated type; raises Problem with the line that `keys` stand in."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is UnionType:
        return fit(next(a for a in arguments if a is not type(None)), value, source, keys)
    if origin is Literal:
        return one_of(tuple(map(str, arguments)), value, source, keys)
    if origin is Mapping:
        table = fit_type(dict, value, source, keys)
        return {key: fit(arguments[1], item, source, (*keys, key)) for key, item in table.items()}
    if origin is tuple:
        return tuple(fit(arguments[0], item, source, keys) for item in fit_type(list, value, source, keys))
    if annotation is object:
        return value
    if annotation is Path:
        return source.path.parent / Path(fit_type(str, value, source, keys)).expanduser()
    if is_table(annotation):
        return annotation(**fit_table(annotation, fit_type(dict, value, source, keys), source, keys))
    if not isinstance(annotation, type):
        raise TypeError(f"no TOML value fits the annotation {annotation}")
    if issubclass(annotation, StrEnum):
        return annotation(one_of(tuple(annotation), value, source, keys))
    return fit_type(annotation, value, source, keys)


def fit_table(table: type, given: Mapping[str, object], source: Source, keys: Keys = ()) -> dict[str, object]:
    """The given values of a settings class by field name; raises Problem on an unknown key."""
    known = keys_of(table)
    fitted: dict[str, object] = {}
    for key, value in given.items():
        if key not in known:
            raise place(source, (*keys, key), "unknown-key", key=key, near=closest(key, known))
        fitted[key.replace("-", "_")] = fit(known[key], value, source, (*keys, key))
    return fitted


def fit_type(wanted: type[T], value: object, source: Source, keys: Keys) -> T:
    try:
        return expect(wanted, value)
    except Unfit as unfit:
        raise place(source, keys, unfit.key, key=keys[-1], **unfit.fields) from unfit


def one_of(allowed: tuple[str, ...], value: object, source: Source, keys: Keys) -> str:
    if value not in allowed:
        near = closest(str(value), allowed)
        raise place(source, keys, "not-allowed", key=keys[-1], allowed=", ".join(allowed), near=near)
    return str(value)


def place(source: Source, keys: Keys, message: str, /, **fields: object) -> Problem:
    """A problem at the nearest line known: that of the keys, or of the table around them."""
    while keys and keys not in source.lines:
        keys = keys[:-1]
    return source.problem(message, *keys, **fields)
