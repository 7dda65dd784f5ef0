"""What LibreOffice makes of a Word file: its annotations, and its text with tracked changes accepted or rejected."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from speechlint.readers.libreoffice import find_libreoffice

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, OFFICE, DC = f"{{{ODF}text:1.0}}", f"{{{ODF}office:1.0}}", "{http://purl.org/dc/elements/1.1/}"
START, END, POINT = f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
MARKS = {f"{TEXT}s": " ", f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
NOT_TEXT = (f"{OFFICE}annotation", f"{TEXT}tracked-changes", f"{TEXT}note-citation", f"{TEXT}sequence-decls")
SECONDS = 500


@dataclass(frozen=True, slots=True)
class Region:
    """A tracked change as LibreOffice lists it: its kind, and what a deletion that it shows nowhere took away."""

    kind: str
    deleted: str


def opened(folder: Path, files: Mapping[str, bytes]) -> dict[str, etree._Element | None]:
    """Every file's document as LibreOffice reads it, by name; None where it could not be opened."""
    drafts, out = folder / "drafts", folder / "out"
    drafts.mkdir()
    numbers = {data: number for number, data in enumerate(set(files.values()))}
    for data, number in numbers.items():
        (drafts / f"{number}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [find_libreoffice() or "", profile, "--headless", "--norestore", "--convert-to", "fodt"]
    paths = [str(drafts / f"{number}.docx") for number in numbers.values()]
    subprocess.run([*command, "--outdir", str(out), *paths], capture_output=True, timeout=SECONDS, check=False)
    roots = {data: parsed(out / f"{number}.fodt") for data, number in numbers.items()}
    return {name: roots[data] for name, data in files.items()}


def parsed(path: Path) -> etree._Element | None:
    return etree.parse(path, etree.XMLParser(huge_tree=True)).getroot() if path.is_file() else None


def annotations(root: etree._Element | None) -> int:
    """How many comments LibreOffice saw, -1 when it could not open the file."""
    return -1 if root is None else sum(1 for _ in root.iter(f"{OFFICE}annotation"))


def regions(root: etree._Element, author: str) -> dict[str, Region]:
    """An author's tracked changes by their id."""
    found: dict[str, Region] = {}
    for region in root.iter(f"{TEXT}changed-region"):
        change = next(region.iterchildren())
        if change.findtext(f".//{DC}creator") == author:
            kind = etree.QName(change).localname
            paragraphs = ["".join(characters(p)) for p in change.iter(*PARAGRAPHS)] if kind == "deletion" else []
            found[region.get(f"{TEXT}id", "")] = Region(kind, "\n".join(paragraphs))
    return found


def view(root: etree._Element | None, author: str, *, accept: bool) -> str:
    """The whole text with an author's changes accepted or rejected; blank lines do not count."""
    if root is None:
        return "(not opened)"
    changes = regions(root, author)
    pieces: list[str] = []
    unseen: set[str] = set()
    for piece in walk(next(root.iter(f"{OFFICE}text"))):
        if isinstance(piece, str):
            pieces += [] if unseen else [piece]
            continue
        number = piece.get(f"{TEXT}change-id", "")
        region = changes.get(number)
        if region is not None and piece.tag == START and (region.kind == "deletion") == accept:
            unseen.add(number)
        elif region is not None and piece.tag == POINT and not accept:
            pieces.append(region.deleted)
        elif piece.tag == END:
            unseen.discard(number)
    return "\n".join(line for line in "".join(pieces).split("\n") if line.strip())


def walk(element: etree._Element) -> Iterator[str | etree._Element]:
    """Characters and the marks of changes, in order; a paragraph ends with a line feed."""
    if element.tag in NOT_TEXT:
        return
    if element.tag in (START, END, POINT):
        yield element
    elif element.tag in MARKS:
        yield MARKS[element.tag] * int(element.get(f"{TEXT}c", "1"))
    if element.text and element.tag.startswith(TEXT):
        yield element.text
    for child in element:
        yield from walk(child)
        if child.tail and element.tag.startswith(TEXT):
            yield child.tail
    if element.tag in PARAGRAPHS:
        yield "\n"


def characters(element: etree._Element) -> Iterator[str]:
    return (piece for piece in walk(element) if isinstance(piece, str) and piece != "\n")
