"""One value kept in a file between runs: written in one step, checked when it is read, never needed.

Whatever is wrong with a file, it is as if it were not there; a file that cannot be written is done without.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import cast
from zlib import crc32

FOLDER = "SPEECHLINT_CACHE_DIR"
OTHERS_MAY_WRITE = 0o022
# Of the line before the bytes.
CHECKSUM = len("00000000\n")

Bytes = bytes | memoryview


def program_folder() -> Path:
    """This user's own folder for what can be made again: the one named in the environment, or the platform's."""
    if os.environ.get(FOLDER):
        return Path(os.environ[FOLDER])
    if sys.platform.startswith("linux"):
        return xdg_folder()
    from platformdirs import user_cache_path

    return user_cache_path("speechlint", appauthor=False)


def xdg_folder() -> Path:
    """What platformdirs says on Linux, without loading it, which takes twice as long as starting Python."""
    named = os.environ.get("XDG_CACHE_HOME", "").strip()
    return Path(named if named.startswith("/") else os.path.expanduser("~/.cache"), "speechlint")  # noqa: PTH111


def load(file: Path) -> object:
    """The JSON value kept, or None when there is none, it is damaged, or somebody else may have written it."""
    data = load_bytes(file)
    try:
        return None if data is None else json.loads(data)
    except (ValueError, RecursionError):
        return None


def load_bytes(file: Path) -> bytes | None:
    """The bytes kept, or None when there are none, they are damaged, or somebody else may have written them."""
    with contextlib.suppress(OSError), open(file, "rb", buffering=0) as opened:  # noqa: PTH123
        if is_own(os.fstat(opened.fileno())):
            checksum, data = opened.read(CHECKSUM), opened.read()
            return data if checksum == b"%08x\n" % crc32(data) else None
    return None


def load_parts(file: Path) -> tuple[object, dict[str, memoryview]]:
    """What `store_parts` kept; None and no parts for what is not there or is no such thing."""
    data = load_bytes(file) or b""
    at = data.find(b"\n") + 1
    # Views, for a megabyte that is copied costs as much as a module that is loaded.
    whole, parts = memoryview(data), dict[str, memoryview]()
    try:
        head, lengths = json.loads(data[:at])
        for name, length in lengths.items():
            parts[name] = whole[at : at + length]
            at += length
    except (AttributeError, RecursionError, TypeError, ValueError):
        return None, {}
    return head, parts


def store_parts(file: Path, head: object, parts: Mapping[str, Bytes]) -> None:
    """Keep a JSON value and named bytes, of which the next run need only look at those it wants."""
    line = written([head, {name: len(part) for name, part in parts.items()}])
    store_bytes(file, line, b"\n", *parts.values())


def read(part: Bytes) -> object:
    """The JSON value that a part holds; raises ValueError."""
    return cast(object, json.loads(str(part, "utf-8", "surrogatepass")))


def in_lines(strings: Sequence[object]) -> str | None:
    """Strings, one a line, which are read in a fraction of the time of a list; None for what lines cannot hold."""
    listed = [string for string in strings if isinstance(string, str)]
    joined = "\n".join(listed)
    return joined if listed and len(listed) == len(strings) == joined.count("\n") + 1 else None


def store(file: Path, value: object) -> None:
    """Keep a JSON value for this user's next run."""
    store_bytes(file, written(value))


def written(value: object) -> bytes:
    """A JSON value in as few bytes as can be read fast: Chinese as it stands, halves of surrogate pairs with it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def store_bytes(file: Path, *pieces: Bytes) -> None:
    """Keep bytes for this user's next run; two runs that write at once leave one whole file."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        checksum = reduce(lambda checksum, piece: crc32(piece, checksum), pieces, 0)
        put(file, b"%08x\n" % checksum, *pieces)


def put(file: Path, *pieces: Bytes) -> None:
    """Write a file in one step, which only its owner may read or write; raises OSError."""
    # As `tempfile` does it, which takes as long to load as a third of the rules to run.
    temporary = file.with_name(f".{os.urandom(8).hex()}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.writelines(pieces)
        temporary.replace(file)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def is_own(status: os.stat_result) -> bool:
    """Whether nobody but this user may write the file; where files have no owners, the folder must see to that."""
    return not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & OTHERS_MAY_WRITE)
