"""Builders of small OLE files for tests: a compound file of a few streams, and a Word 97 document in it."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

SECTOR = 512
FREE, CHAIN_END, FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
# Streams below this size would need a second, smaller allocation table.
SMALLEST = 4096


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file ([MS-CFB], version 3) with these streams in its root."""
    padded = [content.ljust(max(SMALLEST, -(-len(content) // SECTOR) * SECTOR), b"\0") for content in streams.values()]
    starts, table = [], [FAT_SECTOR, *chain(1, directory_sectors(len(streams)))]
    for content in padded:
        starts.append(len(table))
        table += chain(len(table), len(content) // SECTOR)
    assert len(table) <= SECTOR // 4
    fat = struct.pack("<128I", *table, *[FREE] * (128 - len(table)))
    entries = [entry("Root Entry", 5, CHAIN_END, 0, child=1 if streams else FREE)]
    for index, (name, content) in enumerate(zip(streams, padded, strict=True)):
        right = index + 2 if index + 1 < len(streams) else FREE
        entries.append(entry(name, 2, starts[index], len(content), right=right))
    directory = b"".join(entries).ljust(directory_sectors(len(streams)) * SECTOR, b"\0")
    return header() + fat + directory + b"".join(padded)


def chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), CHAIN_END]


def directory_sectors(streams: int) -> int:
    return -(-(streams + 1) // 4)


def header() -> bytes:
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    rest = struct.pack("<IIIIIIIII", 0, 1, 1, 0, SMALLEST, CHAIN_END, 0, CHAIN_END, 0)
    return start + rest + struct.pack("<109I", 0, *[FREE] * 108)


def entry(name: str, kind: int, start: int, size: int, *, right: int = FREE, child: int = FREE) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<HBBIII", len(written), kind, 1, FREE, right, child)
    return written.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


def doc(
    text: str,
    *,
    footnotes: str = "",
    deleted: Sequence[tuple[int, int]] = (),
    hidden: Sequence[tuple[int, int]] = (),
    flags: int = 0,
    version: int = 0xC1,
) -> bytes:
    """A Word 97 document of one piece; `deleted` and `hidden` are ranges of characters."""
    start = 2 * SECTOR
    everything = text + footnotes
    body = everything.encode("utf-16-le")
    marks = sorted([(*span, 0x0800) for span in deleted] + [(*span, 0x083C) for span in hidden])
    page = -(-(start + len(body)) // SECTOR)
    clx = b"\x02" + struct.pack("<I", 16) + struct.pack("<2I", 0, len(everything)) + struct.pack("<HIH", 0, start, 0)
    pages = struct.pack("<3I", start, start + len(body), page)
    fib = bytearray(start)
    struct.pack_into("<HH", fib, 0, 0xA5EC, version)
    struct.pack_into("<H", fib, 0x0A, 0x0200 | flags)
    struct.pack_into("<2i", fib, 0x4C, len(text), len(footnotes))
    struct.pack_into("<2I", fib, 0x1A2, 0, len(clx))
    struct.pack_into("<2I", fib, 0xFA, len(clx), len(pages))
    main = (bytes(fib) + body).ljust(page * SECTOR, b"\0") + character_page(start, len(everything), marks)
    return compound({"WordDocument": main, "1Table": clx + pages})


def character_page(start: int, length: int, marks: Sequence[tuple[int, int, int]]) -> bytes:
    page = bytearray(SECTOR)
    edges, codes = [0], []
    for left, right, code in marks:
        if left > edges[-1]:
            edges.append(left)
            codes.append(0)
        edges.append(right)
        codes.append(code)
    if edges[-1] < length:
        edges.append(length)
        codes.append(0)
    page[-1] = len(codes)
    struct.pack_into(f"<{len(edges)}I", page, 0, *(start + 2 * edge for edge in edges))
    at = 400
    for index, code in enumerate(codes):
        if code:
            page[len(edges) * 4 + index] = at // 2
            struct.pack_into("<BHB", page, at, 3, code, 1)
            at += 4
    return bytes(page)
