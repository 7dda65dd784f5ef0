"""What installed packages add: kinds of check (`speechlint.checks`) and folders of rules (`speechlint.rules`)."""

from __future__ import annotations

import os
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from speechlint.messages import Problem

CHECKS = "speechlint.checks"
RULES = "speechlint.rules"


@cache
def plugin_folders() -> tuple[Path, ...]:
    """The rule folders of installed packages, their kinds of check registered first; raises Problem for a broken one.

    An entry point of `speechlint.checks` names a module that registers kinds when imported; one of `speechlint.rules`
    names a folder (a path, or a function that returns one).
    """
    for point in sorted(entry_points(group=CHECKS)):
        loaded(point)
    return tuple(folder_of(point) for point in sorted(entry_points(group=RULES)))


def loaded(point: EntryPoint) -> object:
    try:
        return point.load()
    except Exception as error:  # a plugin may fail in any way; the user must learn which one
        raise Problem("broken-plugin", name=point.name, value=point.value, reason=error) from error


def folder_of(point: EntryPoint) -> Path:
    named = loaded(point)
    folder = named() if callable(named) else named
    if not isinstance(folder, str | os.PathLike) or not Path(folder).is_dir():
        raise Problem("broken-plugin", name=point.name, value=point.value, reason=f"{folder!r} is no folder")
    return Path(folder)
