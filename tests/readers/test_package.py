"""Damaged, hostile and odd packages: a Document or one clear problem, never a traceback."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest
from docx_files import NAMES, docx, members, p, pack, part

from speechlint.messages import Problem
from speechlint.readers import read_bytes

PLAIN = members(p("甲乙"), styles="", numbering="")
DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"


def with_parts(**changed: str | bytes | None) -> bytes:
    """The plain file with parts changed (names with "__" for "/") or, where None, left out."""
    named = {name.replace("__", "/").replace("_xml", ".xml"): content for name, content in changed.items()}
    return pack({name: content for name, content in {**PLAIN, **named}.items() if content is not None})


def document_of(xml: str | bytes) -> bytes:
    return pack({**PLAIN, DOCUMENT: xml})


def doctype(entity: str, text: str) -> bytes:
    return document_of(
        f'<!DOCTYPE x [{entity}]><w:document xmlns:w="{NAMES["w"]}"><w:body>{p(text)}</w:body></w:document>'
    )


def truncated() -> bytes:
    return docx(p("甲"))[:-40]


def broken_deflate() -> bytes:
    data = bytearray(docx(p("".join(random.Random(1).choices("甲乙丙丁戊己庚辛", k=3000)))))
    at = data.index(b"word/document.xml") + 200
    data[at : at + 50] = b"\xff" * 50
    return bytes(data)


def lying_size(size: int) -> bytes:
    """The central directory says another size for document.xml than the data has."""
    data = bytearray(docx(p("甲乙")))
    at = data.index(DOCUMENT.encode(), data.index(b"PK\x01\x02")) - 46
    struct.pack_into("<I", data, at + 24, size)
    return bytes(data)


def password_flag() -> bytes:
    data = bytearray(docx(p("甲")))
    at = data.index(DOCUMENT.encode(), data.index(b"PK\x01\x02")) - 46
    data[at + 8] |= 1
    return bytes(data)


def odd_method() -> bytes:
    data = bytearray(docx(p("甲")))
    at = data.index(DOCUMENT.encode(), data.index(b"PK\x01\x02")) - 46
    data[at + 10] = 99
    return bytes(data)


UNREADABLE = {
    "bomb in the document": (lambda: document_of(part("document", p(" " * 30_000_000))), "bomb"),
    "bomb elsewhere": (lambda: lying_size(2**31), "bomb"),
    "entity to a file": (lambda: doctype('<!ENTITY e SYSTEM "file:///etc/hostname">', "前&e;后"), "doctype"),
    "billion laughs": (
        lambda: doctype('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">', "&c;"),
        "doctype",
    ),
    "doctype without entities": (lambda: doctype("", "甲"), "doctype"),
    "unknown entity": (lambda: document_of(part("document", p("&nbsp;"))), "damaged"),
    "nested too deep": (
        lambda: document_of(part("document", "<w:sdt>" * 5000 + p("甲") + "</w:sdt>" * 5000)),
        "damaged",
    ),
    "text of over ten million bytes": (
        lambda: pack_stored(part("document", "<w:body>" + p("甲" * 4_000_000) + "</w:body>")),
        "damaged",
    ),
    "truncated": (truncated, "damaged"),
    "broken deflate": (broken_deflate, "damaged"),
    "size too small": (lambda: lying_size(100), "damaged"),
    "member with a password": (password_flag, "encrypted"),
    "unknown compression": (odd_method, "damaged"),
    "not XML": (lambda: document_of("这不是 XML"), "damaged"),
    "XML cut short": (lambda: document_of(PLAIN[DOCUMENT][:-30]), "damaged"),
    "empty document part": (lambda: document_of(""), "damaged"),
    "no document part": (lambda: with_parts(word__document_xml=None), "not-word"),
    "empty zip": (lambda: pack({}), "not-word"),
    "zip of something else": (lambda: pack({"mimetype": "application/epub+zip"}), "not-word"),
    "workbook": (
        lambda: document_of('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'),
        "not-word",
    ),
    "only the signature": (lambda: b"PK\x03\x04", "damaged"),
    "text": (lambda: "这是文本".encode(), "not-word"),
    "nothing": (lambda: b"", "empty-file"),
}


def pack_stored(xml: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in {**PLAIN, DOCUMENT: xml}.items():
            package.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(("make", "key"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_one_problem(make: object, key: str) -> None:
    with pytest.raises(Problem) as caught:
        read_bytes("draft.docx", make())  # type: ignore[operator]
    assert caught.value.key == key
    assert caught.value.say("zh")
    assert caught.value.say("en")


STRICT = {
    name: content.replace(NAMES["w"], "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
        NAMES["r"], "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
    for name, content in PLAIN.items()
}
SURVIVED = {
    "Strict names": lambda: pack(STRICT),
    "macros": lambda: with_parts(word__vbaProject_bin=b"\xd0\xcf\x11\xe0"),
    "no relations": lambda: with_parts(**{RELATIONS.replace("/", "__"): None}),
    "no package relations": lambda: with_parts(**{"_rels__.rels": None}),
    "broken relations": lambda: with_parts(**{"_rels__.rels": "<", RELATIONS.replace("/", "__"): "<"}),
    "dead relations": lambda: pack({**PLAIN, RELATIONS: PLAIN[RELATIONS].replace("styles.xml", "NULL")}),
    "relations that climb out": lambda: pack(
        {**PLAIN, RELATIONS: PLAIN[RELATIONS].replace("styles.xml", "../../../etc/passwd")}
    ),
    "absolute target": lambda: pack(
        {**PLAIN, "_rels/.rels": PLAIN["_rels/.rels"].replace("word/document.xml", "/word/document.xml")}
    ),
    "no styles": lambda: with_parts(word__styles_xml=None, word__numbering_xml=None),
    "broken styles and numbers": lambda: with_parts(word__styles_xml="<", word__numbering_xml="<w:x"),
    "names with backslashes": lambda: pack({name.replace("/", "\\"): content for name, content in PLAIN.items()}),
    "names in capitals": lambda: pack({**without(DOCUMENT), "Word/Document.XML": PLAIN[DOCUMENT]}),
    "members that climb out": lambda: with_parts(**{"..__..__evil.txt": "x"}),
    "bytes before the zip's end": lambda: docx(p("甲乙")) + b"\0" * 10,
    "size too large": lambda: lying_size(400_000),
    "UTF-16": lambda: document_of(PLAIN[DOCUMENT].replace("UTF-8", "UTF-16").encode("utf-16")),
}


def without(name: str) -> dict[str, str]:
    return {other: content for other, content in PLAIN.items() if other != name}


@pytest.mark.parametrize("make", SURVIVED.values(), ids=SURVIVED)
@pytest.mark.parametrize("name", ["draft.docx", "draft.docm", "draft.dotx", "draft.dotm"])
def test_odd_packages_are_read_all_the_same(make: object, name: str) -> None:
    assert read_bytes(name, make()).text == "甲乙"  # type: ignore[operator]


def test_a_hundred_thousand_paragraphs_and_tables_are_read() -> None:
    words = random.Random(1).choices("甲乙丙丁戊己庚辛壬癸子丑寅卯", k=100_000)
    body = (
        "".join(map(p, words[:99_000]))
        + f"<w:tbl>{''.join(f'<w:tr><w:tc>{p(w)}</w:tc></w:tr>' for w in words[99_000:])}</w:tbl>"
    )
    assert read_bytes("draft.docx", pack_stored(part("document", f"<w:body>{body}</w:body>"))).text == "\n".join(words)
