"""WordprocessingML: names of its elements, and parsing that trusts no file."""

from __future__ import annotations

from lxml import etree

from speechlint.messages import Problem

Element = etree._Element

STRICT = (
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)
STRICT_MARK = b"http://purl.oclc.org/ooxml/"

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w16cid": "http://schemas.microsoft.com/office/word/2016/wordml/cid",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def name(prefixed: str) -> str:
    """The full name lxml uses for "w:p"."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


VAL = name("w:val")
OFF = frozenset({"0", "false", "off"})


def parse(data: bytes) -> Element:
    """The root of a part, ISO 29500 Strict names turned into the usual ones; raises Problem.

    A DOCTYPE is refused: the packaging convention forbids it and text behind an entity would be lost unseen.
    Comments and processing instructions are dropped, so that an element's text is one string.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(usual_names(data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Problem("damaged") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Problem("doctype")
    return root


def usual_names(data: bytes) -> bytes:
    if STRICT_MARK in data:
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
    return data


def child(parent: Element | None, tag: str) -> Element | None:
    """The first child named `tag`; several times faster than Element.find, which compiles a path."""
    return None if parent is None else next(parent.iterchildren(tag), None)


def children(parent: Element | None) -> dict[str, Element]:
    """The children of a properties element by name: one pass where several will be asked for."""
    return {} if parent is None else {element.tag: element for element in parent}


def value(parent: Element | None, tag: str) -> str | None:
    """The w:val of the first child named `tag`, None when there is none."""
    found = child(parent, tag)
    return None if found is None else found.get(VAL)


def switched(parent: Element | None, tag: str) -> bool | None:
    """What an on/off property says, None when it is not there."""
    found = child(parent, tag)
    return None if found is None else found.get(VAL, "1") not in OFF


def number(text: str | None) -> int | None:
    """A whole number written in an attribute, None for anything else or one beyond reason."""
    try:
        found = int(text or "")
    except ValueError:
        return None
    return found if abs(found) < 2**31 else None
