"""Builders of small Word files for tests: raw WordprocessingML in a zip, nothing a word processor would add."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
XMLNS = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ROOTS = {"header": "hdr", "footer": "ftr"}


def part(root: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {XMLNS}>{content}</w:{root}>'


def run(text: str, properties: str = "") -> str:
    r_pr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{r_pr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """A paragraph; content that is not mark-up becomes one run."""
    p_pr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{p_pr}{content if content.startswith('<') or not content else run(content)}</w:p>"


def numbered(text: str, level: int = 0, num_id: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def level(index: int, number_format: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*lists: str, nums: str = "") -> str:
    """numbering.xml: list N is w:abstractNum N and, without `nums`, w:num N."""
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>' for n, levels in enumerate(lists, 1)
    )
    plain = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(lists) + 1))
    return abstracts + (nums or plain)


def relationships(items: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, (kind, target) in items.items())
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def members(body: str, **parts: str) -> dict[str, str]:
    """The zip's members; `parts` are contents by kind (styles, header1 …), and header1's relation is rheader1."""
    kinds = {name: name.rstrip("0123456789") for name in parts}
    related = {f"r{name}": (f"{OFFICE}/{kind}", f"{name}.xml") for name, kind in kinds.items()}
    contents = {f"word/{name}.xml": part(ROOTS.get(kind, kind), parts[name]) for name, kind in kinds.items()}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN_TYPE.replace("document.main", kind)}"/>'
        for name, kind in kinds.items()
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/>{overrides}</Types>',
        "_rels/.rels": relationships({"r1": (f"{OFFICE}/officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships(related),
        **contents,
    }


def pack(files: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return stream.getvalue()


def comment(number: int, *texts: str, author: str = "张三") -> str:
    """A comment, a paragraph a text, whose last paragraph is named P and its number."""
    ids = [*[""] * (len(texts) - 1), f' w14:paraId="P{number}"']
    content = "".join(f"<w:p{name}>{run(text)}</w:p>" for name, text in zip(ids, texts, strict=True))
    return f'<w:comment w:id="{number}" w:author="{author}" w:initials="x">{content}</w:comment>'


def extended(number: int, *, done: bool = False, parent: int | None = None) -> str:
    above = "" if parent is None else f' w15:paraIdParent="P{parent}"'
    return f'<w15:commentEx w15:paraId="P{number}"{above} w15:done="{int(done)}"/>'


def commented(number: int, content: str) -> str:
    """Content inside a comment's marks."""
    marks = f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
    return f'{marks}<w:r><w:commentReference w:id="{number}"/></w:r>'


def docx(body: str, **parts: str) -> bytes:
    return pack(members(body, **parts))
