"""Which files a command line means: named files as they are, folders searched for drafts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from speechlint.messages import Problem
from speechlint.readers import READERS, is_supported

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# Word's and WPS's lock files beside an open document.
LOCK_PREFIXES = ("~$", ".~")
STDIN = Path("-")


class Found(NamedTuple):
    """One path of the command line's answer: a file to read, or the problem that stands in its place."""

    path: Path
    problem: Problem | None = None


@dataclass(frozen=True, eq=False)
class Exclusion:
    """Patterns of what is left out, one a line, counted from `base`."""

    lines: tuple[str, ...]
    base: Path

    @cached_property
    def patterns(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.lines)

    def verdict(self, path: Path, tail: str = "") -> bool | None:
        """Whether the patterns leave the path out, or None when they are silent on it; a folder's `tail` is a slash."""
        if not self.lines:
            return None
        place = absolute(path)
        name = place.relative_to(self.base).as_posix() if place.is_relative_to(self.base) else place.name
        return self.patterns.check_file(name + tail).include


def discover(
    paths: Iterable[Path],
    exclude: Iterable[str] = (),
    *,
    gitignore: bool = True,
    force: bool = False,
    base: Path | None = None,
) -> Iterator[Found]:
    """Every draft meant, each once, folders in name order; a path that means nothing yields its problem.

    `exclude` are .gitignore-style patterns that count from `base`, or else from the working folder; a file named
    outright is checked all the same unless `force`.
    """
    excluded = Exclusion(tuple(exclude), absolute(base or Path()))
    seen: set[str] = set()
    for path in paths:
        for item in found_at(path, excluded, gitignore, force):
            real = os.path.realpath(item.path)
            if real not in seen:
                seen.add(real)
                yield item


def found_at(path: Path, excluded: Exclusion, gitignore: bool, force: bool) -> Iterator[Found]:
    if path == STDIN:
        yield Found(path, Problem("stdin-only-checked"))
        return
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except OSError as error:
        # A folder on the way is closed to us, or a whole sentence was given for a name.
        yield Found(path, Problem("unreadable", reason=error.strerror or error))
        return
    if is_folder:
        yield from below(path, excluded, gitignore)
    elif force and excluded.verdict(path):
        return
    elif not exists:
        yield Found(path, Problem("no-such-path"))
    elif not is_supported(path):
        yield Found(path, Problem("unsupported", suffix=path.suffix or path.name))
    else:
        yield Found(path)


def below(folder: Path, excluded: Exclusion, gitignore: bool) -> Iterator[Found]:
    found = [item for item in walk(folder, excluded, gitignore) if item.problem or is_supported(item.path)]
    if not found:
        yield Found(folder, Problem("nothing-to-check", suffixes=" ".join(sorted(READERS))))
    yield from found


def walk(folder: Path, excluded: Exclusion, gitignore: bool) -> Iterator[Found]:
    """Files below a folder, sorted; hidden, locked, excluded and git-ignored ones left out, closed folders named.

    Links to folders are not followed, so no loop of them can hold the search.
    """
    ignores = ignore_files_above(folder) if gitignore else []
    closed: list[OSError] = []

    def wanted(path: Path, tail: str = "") -> bool:
        return not (is_private(path) or excluded.verdict(path, tail) or is_ignored(path, tail, ignores))

    for root, folders, files in os.walk(folder, onerror=closed.append):
        here = Path(root)
        if gitignore and ".gitignore" in files:
            ignores.append(ignore_file(here))
        folders[:] = sorted(name for name in folders if wanted(here / name, "/"))
        yield from (Found(here / name) for name in sorted(files) if wanted(here / name) and may_be_read(here / name))
    for error in closed:
        yield Found(Path(error.filename), Problem("unreadable", reason=error.strerror or error))


def may_be_read(path: Path) -> bool:
    """Whether a path is a file, or closed to us, which reading it will say; no pipe, device or broken link."""
    try:
        return path.is_file()
    except OSError:
        return True


def is_private(path: PurePath) -> bool:
    return path.name.startswith((".", *LOCK_PREFIXES))


def is_ignored(path: Path, tail: str, ignores: list[Exclusion]) -> bool:
    """What the innermost .gitignore says that speaks of the path."""
    verdicts = (
        ignore.verdict(path, tail) for ignore in reversed(ignores) if absolute(path).is_relative_to(ignore.base)
    )
    return next((verdict for verdict in verdicts if verdict is not None), False)


def absolute(path: Path) -> Path:
    """The path from the root with every `..` taken, links left as they are."""
    return Path(os.path.normpath(path.absolute()))


def ignore_files_above(folder: Path) -> list[Exclusion]:
    """Every .gitignore between the root of the repository a folder stands in and the folder itself, outermost first."""
    places = [absolute(folder), *absolute(folder).parents]
    # Unlike Path.exists, this takes what stands in a closed folder for nothing.
    root = next((index for index, place in enumerate(places) if os.path.exists(place / ".git")), 0)  # noqa: PTH110
    return [ignore_file(place) for place in reversed(places[1 : root + 1])]


def ignore_file(folder: Path) -> Exclusion:
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    return Exclusion(tuple(lines), absolute(folder))
