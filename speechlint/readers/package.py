"""Opening a Word package (a zip) that may be damaged or hostile: nothing is extracted, every read has a limit.

Parts and relationships follow ECMA-376 part 2 (Open Packaging Conventions); part names ignore case.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote

from speechlint.messages import Problem
from speechlint.readers.xml import Element, parse

TOTAL_LIMIT = 256 * 1024 * 1024
# Honest documents were measured up to 32:1; a table of thousands of equal rows goes further, a bomb to 1000:1.
RATIO_LIMIT = 200
RATIO_FREE_SIZE = 4 * 1024 * 1024
DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)


class Relation(NamedTuple):
    """A relationship of a part: `kind` is the last word of its type ("styles"), `target` a part's full name."""

    id: str
    kind: str
    target: str


class Package:
    """A zip's parts by name; raises Problem when it is damaged, encrypted or would inflate beyond the limits."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED as error:
            raise Problem("damaged") from error
        self._members: dict[str, zipfile.ZipInfo] = {}
        for member in self._zip.infolist():
            self._members.setdefault(canonical(member.filename), member)
        if sum(member.file_size for member in self._zip.infolist()) > TOTAL_LIMIT:
            raise Problem("bomb")

    def __contains__(self, name: str) -> bool:
        return canonical(name) in self._members

    def read(self, name: str) -> bytes | None:
        """A part's bytes, None when there is no such part; raises Problem when it cannot be inflated."""
        member = self._members.get(canonical(name))
        if member is None:
            return None
        if member.flag_bits & 1:
            raise Problem("encrypted")
        if member.file_size > max(RATIO_FREE_SIZE, member.compress_size * RATIO_LIMIT):
            raise Problem("bomb")
        return self._inflate(member)

    def _inflate(self, member: zipfile.ZipInfo) -> bytes:
        """No more than the size it gives, which was checked, and one byte by which a lie is found out."""
        try:
            with self._zip.open(member) as stream:
                return stream.read(member.file_size + 1)
        except DAMAGED as error:
            raise Problem("damaged") from error

    def xml(self, name: str, wanted: Callable[[bytes], bytes] = bytes) -> Element | None:
        """A part's parsed root, of what is `wanted` of its bytes; None when there is no such part; raises Problem."""
        data = self.read(name)
        return None if data is None else parse(wanted(data))

    def relations(self, name: str) -> list[Relation]:
        """The internal relationships of a part ("" for the package's own); damaged ones count as none."""
        folder, base = posixpath.split(name)
        try:
            root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        except Problem as problem:
            if problem.key == "damaged":
                return []
            raise
        found = [] if root is None else list(root.iter("{*}Relationship"))
        return [
            Relation(
                item.get("Id", ""), item.get("Type", "").rpartition("/")[2], resolve(folder, item.get("Target", ""))
            )
            for item in found
            if item.get("TargetMode") != "External"
        ]


def canonical(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def resolve(folder: str, target: str) -> str:
    """A target's full part name; one that climbs out of the package names nothing that is there."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
