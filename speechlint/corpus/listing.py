"""The files that a path, folder or glob means, in any storage."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from speechlint.corpus.storage import Place
from speechlint.discovery import Exclusion, is_private, walk
from speechlint.messages import Problem


@dataclass(frozen=True, slots=True, order=True)
class File:
    """A file and its size in bytes (-1 unknown), or a folder that is closed to us."""

    path: str
    size: int = -1
    closed: bool = False


def files(place: Place) -> list[File]:
    """Every file meant, in order of their paths; raises OSError, and Problem when there is no such thing."""
    return sorted(set(place.again(lambda: list(found(place)))))


def found(place: Place) -> Iterator[File]:
    if place.is_local and Path(place.path).is_dir():
        yield from in_folder(Path(place.path))
        return
    filesystem, path = place.filesystem, place.path
    if is_pattern(path) and not filesystem.exists(path):
        entries = filesystem.glob(path, detail=True)
    elif filesystem.isdir(path):
        entries = {name: entry for name, entry in filesystem.find(path, detail=True).items() if is_open(name, path)}
    elif filesystem.exists(path):
        entries = {path: filesystem.info(path)}
    else:
        raise Problem("no-such-path", at=place.address)
    for name, entry in entries.items():
        if entry.get("type") == "file" or (place.is_local and Path(name).is_file()):
            size = entry.get("size")
            yield File(name, -1 if size is None else int(size))


def in_folder(folder: Path) -> Iterator[File]:
    """The files below a folder of this machine, as `check` finds them, and the folders that cannot be looked into."""
    for item in walk(folder, Exclusion((), folder), gitignore=False):
        closed = item.problem is not None
        yield File(str(item.path), -1 if closed else os.stat(item.path).st_size, closed)  # noqa: PTH116


def is_open(name: str, folder: str) -> bool:
    """Whether neither the file nor a folder on the way to it is hidden."""
    return not any(is_private(PurePath(part)) for part in name.removeprefix(folder).split("/"))


def is_pattern(path: str) -> bool:
    return any(sign in path for sign in "*?[")
