"""Tar and zip files: which files they hold, under names that can be read, and the bytes of each."""

from __future__ import annotations

import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import IO

from speechlint.corpus.storage import Place, written
from speechlint.messages import Problem

SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
INSIDE = "!/"
# What the libraries raise over bytes that are not as they should be; an encrypted member is a RuntimeError.
BROKEN = (
    *(tarfile.TarError, zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, lzma.LZMAError),
    *(struct.error, EOFError, RuntimeError, ValueError, OverflowError),
)
UTF_8_NAME = 0x800

Unpacked = bytes | Problem


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a tar or zip file: its name, its unpacked size in bytes, what gives its bytes."""

    name: str
    size: int
    read: Callable[[], bytes]


def is_container(address: str) -> bool:
    return address.lower().endswith(SUFFIXES)


def parted(address: str) -> tuple[str, str]:
    """The container and the member that `container!/member` means; nothing for both where it means no such thing."""
    at = address.find(INSIDE)
    while at >= 0 and not is_container(address[:at]):
        at = address.find(INSIDE, at + 1)
    return (address[:at], address[at + len(INSIDE) :]) if at >= 0 else ("", "")


def listed(place: Place) -> tuple[list[tuple[str, int]], Problem | None]:
    """The name and size of every file in a container, and what kept some from being told; raises OSError."""

    def act() -> tuple[list[tuple[str, int]], Problem | None]:
        found: list[tuple[str, int]] = []
        try:
            with opened(place) as members:
                found.extend((member.name, member.size) for member in members)
        except Problem as problem:
            return found, problem
        return found, None

    return place.again(act)


def unpacked(place: Place, wanted: set[str], limit: int) -> dict[str, Unpacked]:
    """The bytes of some members, in one pass, or why there are none; those above `limit` bytes are left out.

    What is broken costs itself alone: a member of a zip file, the rest of a tar file. Raises OSError.
    """
    return place.again(lambda: taken(place, wanted, limit))


def taken(place: Place, wanted: set[str], limit: int) -> dict[str, Unpacked]:
    found: dict[str, Unpacked] = {}
    try:
        with opened(place) as members:
            for member in members:
                if member.name in wanted and member.size <= limit:
                    found[member.name] = contents(member)
    except Problem as problem:
        found.update(dict.fromkeys(wanted - found.keys(), problem))
    return found


def contents(member: Member) -> Unpacked:
    try:
        return member.read()
    except BROKEN as error:
        return broken(error)


@contextmanager
def opened(place: Place) -> Iterator[Iterator[Member]]:
    """The members of a container in their order; raises Problem, also while they are gone through."""
    try:
        with place.filesystem.open(place.path, "rb") as stream:
            yield in_zip(stream) if place.path.lower().endswith(".zip") else in_tar(stream)
    except BROKEN as error:
        raise broken(error) from error


def in_zip(stream: IO[bytes]) -> Iterator[Member]:
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield Member(zip_name(info), info.file_size, partial(archive.read, info))


def in_tar(stream: IO[bytes]) -> Iterator[Member]:
    with tarfile.open(fileobj=stream) as archive:
        for entry in archive:
            if entry.isfile():
                yield Member(tar_name(entry), entry.size, partial(of_tar, archive, entry))


def of_tar(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    stream = archive.extractfile(entry)
    return stream.read() if stream else b""


def zip_name(info: zipfile.ZipInfo) -> str:
    """A member's name; one not marked as UTF-8 was taken for cp437 but is what the machine it was made on wrote."""
    try:
        return written(info.filename) if info.flag_bits & UTF_8_NAME else readable(info.filename.encode("cp437"))
    except UnicodeEncodeError:
        # An extra field gave the name in Unicode after all.
        return written(info.filename)


def tar_name(entry: tarfile.TarInfo) -> str:
    return readable(entry.name.encode("utf-8", "surrogateescape"))


def readable(name: bytes) -> str:
    """A name in UTF-8 or GB 18030, or else with what is in neither written as \\xXX."""
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("gb18030", "backslashreplace")


def broken(error: Exception) -> Problem:
    return Problem("corpus-broken-container", reason=f"{type(error).__name__}: {error}")
