"""Putting a changed file in place: whole or not at all, with the original kept."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from pathlib import Path

from speechlint.messages import Problem

# Short, so that a name as long as the file system allows still has room.
PREFIX = ".speechlint-"


def read_file(path: Path) -> bytes:
    """A file's bytes; raises Problem."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Problem("no-such-path") from error
    except OSError as error:
        raise Problem("unreadable", reason=error.strerror or str(error)) from error


def replace_file(path: Path, data: bytes) -> None:
    """Replace a file's content in one step, keeping its mode; raises Problem."""
    real = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=real.parent, prefix=PREFIX)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            temporary.chmod(mode_for(real))
            temporary.replace(real)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise Problem("unreadable", reason=error.strerror or str(error)) from error


def mode_for(path: Path) -> int:
    """The mode a file has, or the usual one of a new file: a temporary one is closed to everybody else."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def back_up(path: Path) -> Path | None:
    """Keep a copy beside the file, never over an older one; nothing is kept in a git work tree."""
    if in_git_work_tree(path):
        return None
    copy = unused(path.with_name(path.name + ".bak"))
    try:
        shutil.copy2(path, copy)
    except OSError as error:
        raise Problem("unreadable", reason=error.strerror or str(error)) from error
    return copy


def unused(path: Path) -> Path:
    numbered = (path.with_name(f"{path.name}{n}") for n in range(1, 10_000))
    return path if not path.exists() else next(other for other in numbered if not other.exists())


def in_git_work_tree(path: Path) -> bool:
    return any((folder / ".git").exists() for folder in path.resolve().parents)
