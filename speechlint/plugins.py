"""What installed packages add: kinds of check (`speechlint.checks`) and folders of rules (`speechlint.rules`)."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from speechlint.messages import Problem

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

CHECKS = "speechlint.checks"
RULES = "speechlint.rules"


@cache
def plugin_folders() -> tuple[Path, ...]:
    """The rule folders of installed packages, their kinds of check registered first; raises Problem for a broken one.

    An entry point of `speechlint.checks` names a module that registers kinds when imported; one of `speechlint.rules`
    names a folder (a path, or a function that returns one).
    """
    if not any(may_hold_plugins(place or os.curdir) for place in sys.path):
        return ()
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=CHECKS)):
        loaded(point)
    return tuple(folder_of(point) for point in sorted(entry_points(group=RULES)))


def may_hold_plugins(place: str) -> bool:
    """Whether a folder on the import path holds a package with an entry point of ours; an archive there may.

    Looking into the few files that can say so takes a tenth of the time of reading every package's metadata.
    """
    try:
        names = os.listdir(place)  # noqa: PTH208  there may be hundreds
    except NotADirectoryError:
        return True
    except OSError:
        return False
    return any(b"[speechlint." in points_in(f"{place}/{name}") for name in names if name.endswith("-info"))


def points_in(about: str) -> bytes:
    try:
        with open(f"{about}/entry_points.txt", "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return b""


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
