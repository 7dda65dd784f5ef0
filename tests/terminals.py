"""What a terminal shows of a command."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


def shown(command: Sequence[str], folder: Path, env: Mapping[str, str]) -> tuple[str, int]:
    """All that a terminal of its own gets from a command, both streams, and what the command ended with."""
    ours, theirs = os.openpty()
    with subprocess.Popen(command, cwd=folder, env=env, stdin=theirs, stdout=theirs, stderr=theirs) as run:
        os.close(theirs)
        got = b"".join(iter(lambda: read(ours), b""))
    os.close(ours)
    return got.decode(), run.returncode


def read(terminal: int) -> bytes:
    """Some of what is written there; nothing when no one writes any more, which Linux tells by an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
