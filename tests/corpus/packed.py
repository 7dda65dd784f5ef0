"""Tar and zip files made for tests, right and broken."""

import io
import tarfile
import zipfile
from collections.abc import Mapping


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return made.getvalue()


def zipped_by_windows(name: str, data: bytes) -> bytes:
    """A zip file whose one name is in GBK and not marked as anything, as Windows in Chinese makes them."""
    bare = name.encode("gbk")
    return zipped({"?" * len(bare): data}).replace(b"?" * len(bare), bare)


def tarred(members: Mapping[str, bytes], mode: str = "w", encoding: str = "utf-8") -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode, encoding=encoding, format=tarfile.GNU_FORMAT) as packed:  # type: ignore[call-overload]
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            packed.addfile(entry, io.BytesIO(data))
    return made.getvalue()


def with_broken_member(members: Mapping[str, bytes], broken: str) -> bytes:
    """A deflated zip file of which one member's bytes are no longer what was packed."""
    data = bytearray(zipped(members))
    start = data.index(broken.encode()) + len(broken.encode())
    data[start : start + 4] = b"\xff\xff\xff\xff"
    return bytes(data)
