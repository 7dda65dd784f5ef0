"""Where archives lie and results go: any address fsspec knows, reads tried again, writes seen whole or not at all."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
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
# A put to these is seen whole or not at all, while a rename copies and deletes.
PUT_IS_ATOMIC = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "az"})


@dataclass(frozen=True)
class Storage:
    """How addresses are reached: `options` go to fsspec for all but local paths; `retries` follow a failure."""

    options: Mapping[str, object] = field(default_factory=dict)
    retries: int = 3

    def at(self, address: str) -> Place:
        """The place an address names; raises Problem when nothing can reach it."""
        local = "://" not in address or address.startswith(("file://", "memory://"))
        try:
            filesystem, path = url_to_fs(address, **({} if local else self.options))
        except (ImportError, ValueError) as error:
            raise Problem("corpus-no-storage", address=address, reason=str(error)) from error
        return Place(filesystem, path, self.retries)


@dataclass(frozen=True)
class Place:
    """A file or folder of one file system."""

    filesystem: AbstractFileSystem
    path: str
    retries: int

    @cached_property
    def is_local(self) -> bool:
        return isinstance(self.filesystem, LocalFileSystem)

    @property
    def address(self) -> str:
        """The whole address, a plain path for a local file."""
        return self.path if self.is_local else str(self.filesystem.unstrip_protocol(self.path))

    def below(self, *names: str) -> Place:
        return Place(self.filesystem, "/".join([self.path.rstrip("/"), *names]), self.retries)

    def exists(self) -> bool:
        return bool(self.again(lambda: self.filesystem.exists(self.path)))

    def read(self) -> bytes:
        """All its bytes; raises OSError."""
        return bytes(self.again(lambda: self.filesystem.cat_file(self.path)))

    def write(self, data: bytes) -> None:
        """Put the bytes there at once: whoever looks sees all of them or what was there before."""
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
        else:
            self.filesystem.mv(aside, self.path)

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
