"""What a Word file shows of the work on it."""

from __future__ import annotations

import pytest
from docx_files import comment, commented, docx, members, p, pack, part, relationships, run

from speechlint.model import Document
from speechlint.readers.word import read_word

CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def traces(document: Document) -> list[tuple[str, str, str]]:
    return [(str(trace.kind), document.text_of(trace.span), trace.detail) for trace in document.traces]


def read(body: str, **parts: str) -> Document:
    return read_word("a.docx", docx(body, **parts))


def test_a_plain_file_shows_none() -> None:
    assert read(p("甲")).traces == ()


def test_comments_of_others_are_traces_but_ours_and_orders_are_not() -> None:
    body = p(run("甲") + commented(1, run("乙")) + commented(2, run("丙")) + commented(3, run("丁")))
    notes = comment(1, "再核") + comment(2, "忽略 typo") + comment(3, "规则 typo/a", author="speechlint")
    assert traces(read(body, comments=notes)) == [("comment", "乙", "张三")]


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (f'<w:ins w:id="1" w:author="李四">{run("乙")}</w:ins>', "乙"),
        ('<w:del w:id="1" w:author="李四"><w:r><w:delText>乙</w:delText></w:r></w:del>', ""),
        (f'<w:moveTo w:id="1" w:author="李四">{run("乙")}</w:moveTo>', "乙"),
        (run("乙", '<w:b/><w:rPrChange w:id="1" w:author="李四"><w:rPr/></w:rPrChange>'), ""),
    ],
)
def test_tracked_changes_are_traces(change: str, text: str) -> None:
    document = read(p(run("甲") + change + run("丙")))
    assert traces(document) == [("change", text, "李四")]
    assert document.traces[0].span.start == 1


def test_hidden_runs_side_by_side_are_one_trace_and_blanks_none() -> None:
    body = p(
        run("甲") + run("暗", "<w:vanish/>") + run("处", "<w:vanish/><w:b/>") + run("乙") + run(" ", "<w:vanish/>")
    )
    assert traces(read(body)) == [("hidden", "暗处", "暗处")]


def test_a_watermark_is_a_trace() -> None:
    shape = '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="草稿"/></v:shape></w:pict></w:r>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/></w:sectPr>'
    assert traces(read(p("甲") + section, header1=p(shape))) == [("watermark", "草稿", "草稿")]


@pytest.mark.parametrize(("creator", "editor", "found"), [("甲", "乙", ["甲"]), ("甲", "甲", []), ("", "乙", [])])
def test_an_author_who_did_not_save_the_file_is_a_trace(creator: str, editor: str, found: list[str]) -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:creator>{creator}</dc:creator><cp:lastModifiedBy>{editor}</cp:lastModifiedBy></cp:coreProperties>"
    )
    top = relationships({"r1": (OFFICE, "word/document.xml"), "r2": (CORE, "docProps/core.xml")})
    data = pack({**members(p("甲")), "_rels/.rels": top, "docProps/core.xml": core})
    assert [trace.detail for trace in read_word("a.docx", data).traces] == found


def test_damaged_properties_are_none() -> None:
    top = relationships({"r1": (OFFICE, "word/document.xml"), "r2": (CORE, "docProps/core.xml")})
    data = pack({**members(p("甲")), "_rels/.rels": top, "docProps/core.xml": part("p", "")[:-4]})
    assert read_word("a.docx", data).traces == ()
