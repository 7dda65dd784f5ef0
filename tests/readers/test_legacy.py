"""Old Word files: told by their content, read through LibreOffice or by their piece table."""

from __future__ import annotations

import contextlib
import sys

import pytest
from doc_files import compound, doc
from docx_files import docx, level, numbered, numbering, p

from speechlint.messages import Problem
from speechlint.model import BlockKind, Document
from speechlint.readers import legacy, libreoffice, read_bytes

needs_libreoffice = pytest.mark.skipif(not libreoffice.find_libreoffice(), reason="LibreOffice is not installed")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if LibreOffice were not installed."""
    monkeypatch.setattr(legacy, "find_libreoffice", lambda: None)


def read_doc(text: str, **more: object) -> Document:
    return read_bytes("draft.doc", doc(text, **more))  # type: ignore[arg-type]


SEEN = {
    "paragraphs": ("甲\r乙\r", "甲\n乙"),
    "soft break and page break": ("甲\x0b乙\x0c丙\r", "甲\n乙\n丙"),
    "tab and hyphens": ("甲\t乙\x1e丙\x1f丁\r", "甲\t乙-丙丁"),
    "field": ("第\x13 PAGE \x143\x15页\r", "第3页"),
    "nested field": ("\x13 IF \x13 A \x14甲\x15 \x14乙\x15\r", "乙"),
    "pictures and notes": ("甲\x01\x08\x02乙\r", "甲乙"),
}


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(("text", "seen"), SEEN.values(), ids=SEEN)
def test_the_piece_table_gives_what_a_reader_sees(text: str, seen: str) -> None:
    assert read_doc(text).text == seen


@pytest.mark.usefixtures("bare")
def test_deleted_text_is_unseen_and_hidden_text_marked() -> None:
    document = read_doc("要切实抓好落实\r", deleted=[(1, 3)], hidden=[(5, 7)])
    assert document.text == "要抓好落实"
    assert "".join(map(document.text_of, document.hidden)) == "落实"


@pytest.mark.usefixtures("bare")
def test_tables_and_footnotes_keep_their_kind_and_the_reader_says_what_it_did_not_see() -> None:
    document = read_doc("前\r格\x07\x07后\r", footnotes="\x02注\r")
    assert [(block.kind, document.text_of(block)) for block in document.blocks] == [
        (BlockKind.BODY, "前"),
        (BlockKind.TABLE, "格"),
        (BlockKind.TABLE, ""),
        (BlockKind.BODY, "后"),
        (BlockKind.FOOTNOTE, "注"),
    ]
    assert document.notes == ("numbers-unseen",)
    assert document.format == "doc"


UNREADABLE = {
    "encrypted .docx": (compound({"EncryptedPackage": b"?"}), "encrypted"),
    "encrypted .doc": (doc("甲\r", flags=0x0100), "encrypted"),
    "workbook": (compound({"Workbook": b"?"}), "not-word"),
    "no header": (compound({"WordDocument": b"?"}), "damaged"),
    "cut short": (doc("甲\r")[:700], "damaged"),
    "only the signature": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
    "Word 95": (doc("甲\r", version=0x68), "needs-converting"),
    "no table stream": (compound({"WordDocument": doc("甲\r")[2048:4096]}), "damaged"),
    "rich text": (b"{\\rtf1 hello}", "needs-converting"),
    "web page": (b"<html><body>hello</body></html>", "needs-converting"),
    "text": ("这是文本".encode(), "not-word"),
    "nothing": (b"", "empty-file"),
}


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("name", ["draft.doc", "draft.wps", "draft.docx"])
@pytest.mark.parametrize(("data", "key"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_one_problem_whatever_its_name(data: bytes, key: str, name: str) -> None:
    with pytest.raises(Problem) as caught:
        read_bytes(name, data)
    assert caught.value.key == key


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("name", ["draft.doc", "draft.docx", "draft.txt", "draft.wps"])
@pytest.mark.parametrize("data", [doc("甲乙\r"), docx(p("甲乙"))], ids=["doc", "docx"])
def test_content_decides_not_the_name(data: bytes, name: str) -> None:
    assert read_bytes(name, data).text == "甲乙"


@pytest.mark.usefixtures("bare")
def test_bytes_changed_anywhere_never_end_in_a_traceback() -> None:
    data = doc("甲乙丙\r丁\x13 A \x14戊\x15\r", deleted=[(0, 1)])
    for at in [*range(0, 1024, 3), *range(2048, 3200), *range(6144, 6300)]:
        changed = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :] if at < len(data) else data
        with contextlib.suppress(Problem):
            read_bytes("draft.doc", changed)


@needs_libreoffice
def test_libreoffice_keeps_automatic_numbers_and_agrees_with_the_piece_table(monkeypatch: pytest.MonkeyPatch) -> None:
    levels = level(0, "chineseCounting", "%1、")
    source = docx(p("标题甲") + numbered("第一件") + numbered("第二件"), numbering=numbering(levels))
    made = libreoffice.convert(libreoffice.find_libreoffice() or "", source, "docx", "doc:MS Word 97")
    assert made is not None
    through = read_bytes("draft.doc", made)
    assert (through.text, through.format, through.notes) == ("标题甲\n一、第一件\n二、第二件", "doc", ())
    monkeypatch.setattr(legacy, "find_libreoffice", lambda: None)
    assert read_bytes("draft.doc", made).text == "标题甲\n第一件\n第二件"


def test_without_a_conversion_the_text_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "find_libreoffice", lambda: "soffice")
    monkeypatch.setattr(legacy, "convert", lambda *_: None)
    assert read_doc("甲\r").notes == ("numbers-unseen",)


def test_a_program_that_hangs_is_ended_and_one_that_is_missing_forgiven() -> None:
    libreoffice.run([sys.executable, "-c", "import time; time.sleep(600)"], 0.2)
    libreoffice.run(["no-such-program"], 1)
