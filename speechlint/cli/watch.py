"""`speechlint check --watch`: checked again whenever a draft or a setting changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

SECONDS = 0.5
State = frozenset[tuple[Path, int, int]]


def watch(
    run: Callable[[], object], files: Callable[[], Iterable[Path]], wait: Callable[[float], None] = time.sleep
) -> None:
    """Run, and run again after every change to the files, until interrupted."""
    try:
        while True:
            before = state(files())
            run()
            while state(files()) == before:
                wait(SECONDS)
    except KeyboardInterrupt:
        return


def state(files: Iterable[Path]) -> State:
    """Every file that is there, with its size and time of change."""
    seen: set[tuple[Path, int, int]] = set()
    for file in files:
        try:
            status = file.stat()
        except OSError:
            continue
        seen.add((file, status.st_size, status.st_mtime_ns))
    return frozenset(seen)
