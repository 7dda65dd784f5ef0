"""A Word package with some parts changed: every other member is copied as it is, in its place."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping

from lxml import etree

from speechlint.messages import Problem
from speechlint.readers.package import DAMAGED, canonical
from speechlint.readers.word import WordFile
from speechlint.readers.xml import STRICT, STRICT_MARK, Element

CONTENT_TYPES = "[Content_Types].xml"
TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def serialized(root: Element, original: bytes | None) -> bytes:
    """A part's bytes; one that was ISO 29500 Strict is Strict again."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if original is not None and STRICT_MARK in original:
        for strict, usual in STRICT:
            data = data.replace(usual, strict)
    return data


def rewritten(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The zip with these parts' bytes, by part name, replaced or added at the end; raises Problem."""
    left = {canonical(name): (name, content) for name, content in parts.items()}
    target = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            new.comment = old.comment
            # Of members with one name the first is the one that is read.
            members = {canonical(member.filename): member for member in reversed(old.infolist())}
            for member in reversed(members.values()):
                _, content = left.pop(canonical(member.filename), ("", None))
                new.writestr(member, old.read(member) if content is None else content)
            for name, content in left.values():
                new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    except DAMAGED as error:
        raise Problem("damaged") from error
    return target.getvalue()


def relations_part(part: str) -> str:
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def with_comments_part(file: WordFile, part: str) -> dict[str, bytes]:
    """The content types and the main part's relationships, naming a comments part that was not there."""
    types = file.package.xml(CONTENT_TYPES)
    relations = file.package.xml(relations_part(file.main))
    types = etree.fromstring(f'<Types xmlns="{TYPES_NAMESPACE}"/>') if types is None else types
    if relations is None:
        relations = etree.fromstring(f'<Relationships xmlns="{RELATIONS_NAMESPACE}"/>')
    override = {"PartName": f"/{part}", "ContentType": COMMENTS_TYPE}
    etree.SubElement(types, f"{{{TYPES_NAMESPACE}}}Override", override)
    taken = {item.get("Id") for item in relations}
    free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    target = posixpath.relpath(part, posixpath.dirname(file.main) or ".")
    kind = next((item.get("Type", "") for item in relations if item.get("Type", "").endswith("/styles")), "")
    kind = kind.removesuffix("styles") if kind else OFFICE_RELATION
    link = {"Id": free, "Type": f"{kind}comments", "Target": target}
    etree.SubElement(relations, f"{{{RELATIONS_NAMESPACE}}}Relationship", link)
    return {
        CONTENT_TYPES: serialized(types, None),
        relations_part(file.main): serialized(relations, None),
    }
