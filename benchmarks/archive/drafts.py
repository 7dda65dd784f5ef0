"""An archive of generated drafts and the commands that check it."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.corpus import draft

YEARS, FOLDER, BROKEN = 25, 1_000, 7


def written(folder: Path, count: int, size: int, broken_every: int = 0) -> Path:
    """Write drafts of at least `size` bytes, every so many of them unreadable; what is there already stays."""
    for number in range(count):
        file = folder / f"{number // FOLDER:03}" / f"{2000 + number % YEARS}年-{number:06}.txt"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            broken = broken_every and number % broken_every == BROKEN
            file.write_bytes(b"\0\0\xff" if broken else text_of(size, number))
    return folder


def text_of(size: int, number: int) -> bytes:
    return "".join(f"{paragraph}\n" for paragraph in draft(size, f"archive {number}")).encode()


def corpus(drafts: Path, *arguments: str) -> list[str]:
    """The command that checks an archive, without its --out."""
    start = [sys.executable, "-m", "speechlint", "corpus", str(drafts), "--isolated", "--no-progress"]
    return [*start, *arguments]


def check(drafts: Path, *arguments: str) -> list[str]:
    """The command that checks the same files plainly, in one process."""
    start = [sys.executable, "-m", "speechlint", "check", str(drafts), "--isolated", "--no-progress", "--no-cache"]
    return [*start, "--jobs", "1", "--exit-zero", *arguments]
