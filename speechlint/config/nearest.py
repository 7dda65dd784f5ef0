"""Which configuration file governs a folder; what it says is read elsewhere, for most folders have none."""

from __future__ import annotations

from pathlib import Path

from speechlint.messages import Problem

FILES = ("speechlint.toml", ".speechlint.toml", "pyproject.toml")


def nearest(folder: Path) -> Path | None:
    """The nearest configuration file in a folder or above it; a pyproject.toml counts when it speaks of speechlint."""
    for above in (folder, *folder.parents):
        for name in FILES:
            file = above / name
            if file.is_file() and (name != "pyproject.toml" or speaks(file)):
                return file
    return None


def speaks(file: Path) -> bool:
    if b"speechlint" not in file.read_bytes():
        return False
    from speechlint.config.toml_source import read_toml

    tool = read_toml(file).value.get("tool")
    return isinstance(tool, dict) and "speechlint" in tool


def require_file(path: Path) -> Path:
    """A configuration file named on the command line; raises Problem when it is not there."""
    if not path.is_file():
        raise Problem("no-such-path", at=path)
    return path
