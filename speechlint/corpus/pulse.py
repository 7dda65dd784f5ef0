"""What a worker is at, told to the process that watches it through memory they share.

A message for every draft would wake the watcher each time, which costs more than the smallest drafts do.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import struct
import tempfile
from pathlib import Path

# The number in hand, and how many numbers there have been.
BEAT = struct.Struct("<qq")


class Pulse:
    """A number and a count of its changes; one process beats, another looks."""

    def __init__(self, path: str) -> None:
        self.path = path
        with Path(path).open("r+b") as file:
            self.memory = mmap.mmap(file.fileno(), BEAT.size)

    @classmethod
    def begun(cls) -> Pulse:
        """A new one, which another process may join by its path."""
        handle, path = tempfile.mkstemp(prefix="speechlint-")
        os.write(handle, BEAT.pack(-1, 0))
        os.close(handle)
        return cls(path)

    def forget(self) -> None:
        """Remove the file once both have it; nobody else can join, and nothing is left whatever befalls them."""
        with contextlib.suppress(OSError):
            Path(self.path).unlink()

    def beat(self, number: int) -> None:
        BEAT.pack_into(self.memory, 0, number, self.look()[1] + 1)

    def look(self) -> tuple[int, int]:
        """The number in hand and the count."""
        number, count = BEAT.unpack_from(self.memory)
        return number, count
