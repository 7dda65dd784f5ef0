"""Which files a command line means: named files as they are, folders searched for drafts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pathspec

from speechlint.messages import Problem
from speechlint.readers import READERS, is_supported

# Word's and WPS's lock files beside an open document.
LOCK_PREFIXES = ("~$", ".~")


@dataclass(frozen=True, slots=True)
class Found:
    """One path of the command line's answer: a file to read, or the problem that stands in its place."""

    path: Path
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What is left out of a search."""

    patterns: pathspec.GitIgnoreSpec
    base: Path | None

    def holds(self, path: Path, root: Path, tail: str) -> bool:
        """Whether a path is excluded; `tail` is a slash for folders."""
        relative = os.path.relpath(path, self.base or root)
        name = path.name if relative.startswith("..") else Path(relative).as_posix()
        return self.patterns.match_file(name + tail)


def discover(
    paths: Iterable[Path],
    exclude: Iterable[str] = (),
    *,
    gitignore: bool = True,
    force: bool = False,
    base: Path | None = None,
) -> Iterator[Found]:
    """Every draft meant, each once, folders in name order; a path that means nothing yields its problem.

    `exclude` are .gitignore-style patterns that count from `base`, or else from each folder searched; a file named
    outright is checked all the same unless `force`.
    """
    excluded = Exclusion(pathspec.GitIgnoreSpec.from_lines(exclude), base)
    seen: set[Path] = set()
    for path in paths:
        found = list(below(path, excluded, gitignore) if path.is_dir() else named(path, excluded, force))
        for item in found:
            if item.path not in seen:
                seen.add(item.path)
                yield item


def named(path: Path, excluded: Exclusion, force: bool) -> Iterator[Found]:
    if force and excluded.holds(path, Path(), ""):
        return
    if not path.exists():
        yield Found(path, Problem("no-such-path"))
    elif not is_supported(path):
        yield Found(path, Problem("unsupported", suffix=path.suffix or path.name))
    else:
        yield Found(path)


def below(folder: Path, excluded: Exclusion, gitignore: bool) -> Iterator[Found]:
    files = [file for file in walk(folder, excluded, gitignore) if is_supported(file)]
    if not files:
        yield Found(folder, Problem("nothing-to-check", suffixes=" ".join(sorted(READERS))))
    yield from map(Found, files)


def walk(folder: Path, excluded: Exclusion, gitignore: bool) -> Iterator[Path]:
    """Files below a folder, sorted; hidden, locked, excluded and git-ignored ones left out."""
    ignored = {folder: ignore_file(folder)} if gitignore else {}
    for root, folders, files in os.walk(folder):
        here = Path(root)
        folders[:] = sorted(name for name in folders if wanted(here / name, folder, excluded, ignored, True))
        if gitignore:
            ignored |= {here / name: ignore_file(here / name) for name in folders}
        for name in sorted(files):
            if wanted(here / name, folder, excluded, ignored, False):
                yield here / name


def wanted(
    path: Path,
    root: Path,
    excluded: Exclusion,
    ignored: dict[Path, pathspec.GitIgnoreSpec],
    folder: bool,
) -> bool:
    tail = "/" if folder else ""
    if path.name.startswith((".", *LOCK_PREFIXES)):
        return False
    if excluded.holds(path, root, tail):
        return False
    return not any(
        spec.match_file(path.relative_to(base).as_posix() + tail)
        for base, spec in ignored.items()
        if path.is_relative_to(base)
    )


def ignore_file(folder: Path) -> pathspec.GitIgnoreSpec:
    file = folder / ".gitignore"
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else []
    return pathspec.GitIgnoreSpec.from_lines(lines)
