"""Where archives lie and results go: any address fsspec knows, reads tried again, writes seen whole or not at all.

An address is always text that UTF-8 can hold: a byte of a file's name that is none is written as \\udcXX in it.
"""

from __future__ import annotations

import os
import re
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from speechlint.messages import Problem

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

Result = TypeVar("Result")
FIRST_PAUSE = 0.2
# A request that says this will say it again.
FINAL = (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError, Problem)
ESCAPED = re.compile(r"\\udc[89a-f][0-9a-f]")
# A put to these is seen whole or not at all, while a rename copies and deletes.
PUT_IS_ATOMIC = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "az"})


@dataclass(frozen=True)
class Storage:
    """How addresses are reached: `options` go to fsspec for all but local paths; `retries` follow a failure."""

    options: Mapping[str, object] = field(default_factory=dict)
    retries: int = 3

    def at(self, address: str) -> Place:
        """The place an address names; raises Problem when nothing can reach it."""
        if "://" not in address and "::" not in address:
            return Place(LocalFileSystem(), os.path.abspath(named(address)), self.retries)  # noqa: PTH100  globs
        local = address.startswith(("file://", "memory://"))
        try:
            filesystem, path = url_to_fs(named(address), **({} if local else self.options))
        except (ImportError, ValueError) as error:
            raise Problem("corpus-no-storage", address=address, reason=str(error)) from error
        return Place(filesystem, path, self.retries, before(named(address), path, filesystem))


@dataclass(frozen=True)
class Place:
    """A file or folder of one file system; `before` and its path make its address."""

    filesystem: AbstractFileSystem
    path: str
    retries: int
    before: str = ""

    @cached_property
    def is_local(self) -> bool:
        return isinstance(self.filesystem, LocalFileSystem)

    @property
    def address(self) -> str:
        """The whole address, a plain path for a local file."""
        # Some list what lies below a host without the first slash.
        slash = "/" if self.before and not self.before.endswith("/") and not self.path.startswith("/") else ""
        return written(f"{self.before}{slash}{self.path}")

    def below(self, *names: str) -> Place:
        return self.beside("/".join([self.path.rstrip("/"), *names]))

    def beside(self, path: str) -> Place:
        """Another path of the same file system."""
        return replace(self, path=path)

    def exists(self) -> bool:
        return bool(self.again(lambda: self.filesystem.exists(self.path)))

    def read(self) -> bytes:
        """All its bytes; raises OSError."""
        if self.is_local:
            # A small file takes fsspec longer than the disk.
            return self.again(Path(self.path).read_bytes)
        return bytes(self.again(lambda: self.filesystem.cat_file(self.path)))

    def write(self, data: bytes) -> None:
        """Put the bytes there at once: whoever looks sees all of them or none of them."""
        self.again(lambda: self._written(data))

    def _written(self, data: bytes) -> None:
        protocols = self.filesystem.protocol
        if not PUT_IS_ATOMIC.isdisjoint({protocols} if isinstance(protocols, str) else protocols):
            self.filesystem.pipe_file(self.path, data)
            return
        folder, _, name = self.path.rpartition("/")
        aside = f"{folder}/.{name}.{uuid.uuid4().hex}"
        self.filesystem.makedirs(folder, exist_ok=True)
        self.filesystem.pipe_file(aside, data)
        if self.is_local:
            os.replace(aside, self.path)  # noqa: PTH105
            return
        if self.filesystem.exists(self.path):
            # HDFS and others rename to no name that is taken.
            self.filesystem.rm_file(self.path)
        self.filesystem.mv(aside, self.path)

    def remove(self) -> None:
        """Take the file away if it is there."""
        if self.exists():
            self.again(lambda: self.filesystem.rm_file(self.path))

    def names(self) -> list[str]:
        """The names of the files right below, sorted; none when there is no such folder."""
        self.filesystem.invalidate_cache()
        try:
            found = self.again(lambda: self.filesystem.ls(self.path, detail=False))
        except FileNotFoundError:
            return []
        return sorted(name for name in (str(path).rstrip("/").rpartition("/")[2] for path in found) if name[:1] != ".")

    def again(self, act: Callable[[], Result]) -> Result:
        """Do something, and again after a pause when it fails; raises OSError with what was said last."""
        for attempt in range(self.retries + 1):
            try:
                return act()
            except FINAL:
                raise
            except Exception as error:
                # Each storage has errors of its own, so all but the final ones are worth another try.
                if attempt == self.retries:
                    raise OSError(f"{type(error).__name__}: {error}") from error
                time.sleep(FIRST_PAUSE * 2**attempt)
        raise AssertionError("unreachable")


def before(address: str, path: str, filesystem: AbstractFileSystem) -> str:
    """What of an address comes before its path: the protocol, and the host where there is one."""
    whole = address.rstrip("/")
    if path and path != "/" and whole.endswith(path):
        return whole[: -len(path)]
    told = str(filesystem.unstrip_protocol(path))
    return whole if path in ("", "/") and "://" in whole else told.removesuffix(path)


def written(path: str) -> str:
    """A path as an address holds it."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def named(address: str) -> str:
    """The path that an address means."""
    return ESCAPED.sub(lambda found: chr(int(found[0][2:], 16)), address)
