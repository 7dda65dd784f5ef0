"""What is seen of a Word file, where, and as what."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from docx_files import docx, level, numbered, numbering, p, run

from speechlint.model import Document
from speechlint.readers.word import read_word


def read(body: str, **parts: str) -> Document:
    return read_word("draft.docx", docx(body, **parts))


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(str(block.kind), document.text_of(block)) for block in document.blocks]


def field_of(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


SEEN = {
    "split runs": (run("打造避") + run("暑", "<w:b/>") + run("胜地"), "打造避暑胜地"),
    "tracked insertion": (run("要") + f"<w:ins>{run('切实')}</w:ins>" + run("抓好"), "要切实抓好"),
    "tracked deletion": (run("要") + "<w:del><w:r><w:delText>切实</w:delText></w:r></w:del>" + run("抓好"), "要抓好"),
    "move": (f"<w:moveFrom>{run('旧处')}</w:moveFrom><w:moveTo>{run('新处')}</w:moveTo>", "新处"),
    "hyperlink": (run("见") + f"<w:hyperlink>{run('附件')}</w:hyperlink>", "见附件"),
    "simple field": (f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>', "3"),
    "complex field": (run("第") + field_of(" PAGE ", run("3")) + run("页"), "第3页"),
    "field in a field's code": (field_of(" IF " + "", field_of(" PAGE ", run("3"))), "3"),
    "field never closed": ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("不丢字"), "不丢字"),
    "inline content control": (f"<w:sdt><w:sdtContent>{run('签发人')}</w:sdtContent></w:sdt>", "签发人"),
    "smart tag": (f"<w:smartTag>{run('北京')}</w:smartTag>", "北京"),
    "tab": (run("甲") + "<w:r><w:tab/></w:r>" + run("乙"), "甲\t乙"),
    "hyphens": ("<w:r><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t><w:softHyphen/><w:t>丙</w:t></w:r>", "甲-乙丙"),
    "symbol": ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
    "ruby": (f"<w:r><w:ruby><w:rt>{run('pī')}</w:rt><w:rubyBase>{run('丕')}</w:rubyBase></w:ruby></w:r>", "丕"),
    "formula": ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
    "line break": ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", "甲\n乙\n丙"),
    "page break": ('<w:r><w:br w:type="page"/><w:t>甲</w:t></w:r>', "甲"),
    "blanks Word drops": ("<w:r><w:t>  甲 乙\n</w:t></w:r>", "甲 乙"),
    "line feed inside": ('<w:r><w:t xml:space="preserve">甲\n乙</w:t></w:r>', "甲 乙"),
    "comment inside": ("<w:r><w:t>甲<!-- 注 -->乙</w:t></w:r>", "甲乙"),
}


@pytest.mark.parametrize(("content", "text"), SEEN.values(), ids=SEEN)
def test_a_paragraph_reads_as_word_shows_it(content: str, text: str) -> None:
    assert read(p(content)).text == text


def test_tables_nested_tables_and_text_boxes_come_in_reading_order_with_their_place() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('里')}</w:tc></w:tr></w:tbl>"
    table = f"<w:tbl><w:tr><w:tc>{p('一')}</w:tc><w:tc>{inner}{p('二')}</w:tc></w:tr></w:tbl>"
    box = f"<w:txbxContent>{p('框')}</w:txbxContent>"
    boxed = (
        f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent>"
    )
    document = read(p("前") + table + p(run("锚") + f"<w:r>{boxed}</w:r>" + run("点")))
    found = [(str(block.kind), document.text_of(block), block.origin) for block in document.blocks]
    assert found == [
        ("body", "前", ""),
        ("table", "一", "table 1 row 1 cell 1"),
        ("table", "里", "table 1 row 1 cell 2 table 1 row 1 cell 1"),
        ("table", "二", "table 1 row 1 cell 2"),
        ("body", "锚点", ""),
        ("textbox", "框", "textbox 1"),
    ]


def test_automatic_numbers_begin_the_text_and_are_the_label() -> None:
    levels = level(0, "chineseCounting", "%1、") + level(1, "japaneseCounting", "（%2）") + level(2, "decimal", "%3.")
    body = numbered("甲") + numbered("乙", 1) + numbered("丙", 2) + numbered("丁") + numbered("戊", 1)
    document = read(body, numbering=numbering(levels))
    assert document.text.split("\n") == ["一、甲", "（一）乙", "1. 丙", "二、丁", "（一）戊"]
    assert [block.label for block in document.blocks] == ["一、", "（一）", "1.", "二、", "（一）"]


def style(style_id: str, name: str, more: str = "", kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{more}</w:style>'


def styled(text: str, style_id: str, more: str = "") -> str:
    return p(text, f'<w:pStyle w:val="{style_id}"/>{more}')


STYLES = (
    style("1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    + style("22", "heading 2")
    + style("a", "正文小标题", '<w:basedOn w:val="22"/>')
    + style("a3", "Title", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    + style("11", "toc 1")
    + style("loop", "ring", '<w:basedOn w:val="ring2"/>')
    + style("ring2", "ring two", '<w:basedOn w:val="loop"/>')
    + style("TOC", "TOC Heading", '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    + style("Gone", "Gone", "<w:rPr><w:vanish/></w:rPr>")
    + style("GoneRun", "Gone Run", "<w:rPr><w:vanish/></w:rPr>", "character")
)
KINDS = [
    (styled("甲", "1"), "heading", 1),
    (styled("甲", "22"), "heading", 2),
    (styled("甲", "a"), "heading", 2),
    (styled("甲", "a3"), "title", None),
    (styled("甲", "11"), "toc", None),
    (styled("甲", "TOC"), "toc", None),
    (styled("甲", "loop"), "body", None),
    (styled("甲", "unknown"), "body", None),
    (styled("甲", "1", '<w:outlineLvl w:val="9"/>'), "body", None),
    (styled("甲", "1", '<w:outlineLvl w:val="2"/>'), "heading", 3),
    (p("甲", '<w:outlineLvl w:val="0"/>'), "heading", 1),
    (p("甲", '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'), "body", None),
    (p("甲"), "body", None),
]


@pytest.mark.parametrize(("paragraph", "kind", "heading_level"), KINDS)
def test_a_style_or_outline_level_makes_a_heading(paragraph: str, kind: str, heading_level: int | None) -> None:
    block = read(paragraph, styles=STYLES).blocks[0]
    assert (str(block.kind), block.level) == (kind, heading_level)


HIDDEN = [
    (p(run("甲") + run("乙", "<w:vanish/>") + run("丙")), "乙"),
    (p(run("甲") + run("乙", '<w:vanish w:val="0"/>')), ""),
    (p(run("甲") + run("乙", '<w:rStyle w:val="GoneRun"/>')), "乙"),
    (styled("甲乙", "Gone"), "甲乙"),
    (styled("", "Gone").replace("</w:p>", run("甲") + run("乙", '<w:vanish w:val="0"/>') + "</w:p>"), "甲"),
    (p(run("甲", "<w:webHidden/>")), ""),
]


@pytest.mark.parametrize(("paragraph", "hidden"), HIDDEN)
def test_hidden_text_is_kept_and_marked(paragraph: str, hidden: str) -> None:
    document = read(paragraph, styles=STYLES)
    assert "".join(map(document.text_of, document.hidden)) == hidden


def test_a_table_of_contents_is_known_by_its_field_too_and_is_inert() -> None:
    begin, end = field_of(' TOC \\o "1-3" ', "|").split("|")
    body = p("目录") + p(begin + run("一、甲\t1")) + p(field_of(" HYPERLINK ", run("二、乙\t2"))) + p(end) + p("一、甲")
    document = read(body)
    assert kinds(document) == [
        ("body", "目录"),
        ("toc", "一、甲\t1"),
        ("toc", "二、乙\t2"),
        ("body", ""),
        ("body", "一、甲"),
    ]
    assert [document.text_of(span) for span in document.inert] == ["一、甲\t1", "二、乙\t2"]
    assert {block.kind.part for block in document.blocks} == {"body"}
    assert [document.text_of(block) for block in document.blocks_in("paragraph")] == ["目录", "", "一、甲"]


def test_formulas_and_addresses_are_inert() -> None:
    document = read(p(run("由") + "<m:oMath><m:r><m:t>x+x</m:t></m:r></m:oMath>" + run("得，见www.example.com。")))
    assert [document.text_of(span) for span in document.inert] == ["www.example.com", "x+x"]


def deleted_mark(content: str, kind: str = "del") -> str:
    return p(content, f"<w:rPr><w:{kind}/></w:rPr>")


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    assert read(deleted_mark("前半") + deleted_mark("", "moveFrom") + p("后半") + p("另段")).text == "前半后半\n另段"


def test_a_deleted_paragraph_counts_in_no_list() -> None:
    gone = "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
    mark = "<w:numPr><w:numId w:val='1'/></w:numPr><w:rPr><w:del/></w:rPr>"
    body = numbered("甲") + p(gone, mark) + numbered("乙")
    assert read(body, numbering=numbering(level(0, "decimal", "%1、"))).text == "1、甲\n2、乙"


def test_a_deleted_mark_before_a_table_joins_nothing() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{deleted_mark('格')}</w:tc></w:tr></w:tbl>"
    assert read(deleted_mark("前") + cell + deleted_mark("末")).text == "前\n格\n末"


def test_a_paragraph_inside_another_is_a_line_of_its_own() -> None:
    outer = p(run("甲") + f"<w:smartTag>{p(run('乙'))}</w:smartTag>" + run("丙"))
    document = read_word("a.docx", docx(outer + p(run("丁"))))
    assert sorted(document.text.splitlines()) == ["丁", "乙", "甲丙"]


def test_a_deleted_row_is_unseen() -> None:
    rows = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('删')}</w:tc></w:tr><w:tr><w:tc>{p('留')}</w:tc></w:tr>"
    document = read(f"<w:tbl>{rows}</w:tbl>")
    assert [(document.text_of(block), block.origin) for block in document.blocks] == [("留", "table 1 row 1 cell 1")]


def test_tab_stops_and_old_properties_are_no_text() -> None:
    properties = '<w:tabs><w:tab w:val="left"/></w:tabs><w:rPr><w:ins/></w:rPr>'
    assert read(p("甲", properties)).text == "甲"


def section(*references: str, more: str = "") -> str:
    rows = [reference.split() for reference in references]
    return (
        "<w:sectPr>"
        + "".join(f'<w:{kind}Reference w:type="{pages}" r:id="{relation}"/>' for kind, pages, relation in rows)
        + f"{more}</w:sectPr>"
    )


def test_headers_and_footers_follow_the_body_once_each_where_a_page_shows_them() -> None:
    first = section("header default rheader1", "header first rheader2", "footer default rfooter1")
    second = section("header default rheader3", "header even rheader4", "footer default rnone")
    document = read(
        p("正文") + first + second,
        header1=p("页眉"),
        header2=p("首页"),
        header3=p("页眉"),
        header4=p("双页"),
        footer1=f"<w:tbl><w:tr><w:tc>{p('页脚')}</w:tc></w:tr></w:tbl>",
    )
    assert kinds(document) == [("body", "正文"), ("header", "页眉"), ("footer", "页脚")]
    assert [block.origin for block in document.blocks][1:] == ["header 1", "footer 1 table 1 row 1 cell 1"]


def test_first_and_even_pages_headers_are_read_where_they_are_switched_on() -> None:
    references = section("header first rheader1", "header even rheader2", more="<w:titlePg/>")
    parts = {"header1": p("首页"), "header2": p("双页"), "settings": "<w:evenAndOddHeaders/>"}
    assert read(p("正文") + references, **parts).text == "正文\n首页\n双页"


def test_a_watermark_is_a_block_of_its_own() -> None:
    shape = '<v:shape id="{}"><v:textpath string="内部资料"/></v:shape>'
    pict = "<w:r><w:pict>{}</w:pict></w:r>"
    drawn = p(pict.format(shape.format("PowerPlusWaterMarkObject1")))
    heading = p(pict.format(shape.format("art")))
    named = '<wp:docPr name="PowerPlusWaterMarkObject2"/>'
    box = f"<wp:anchor>{named}<w:txbxContent>{p('请勿外传')}</w:txbxContent></wp:anchor>"
    document = read(
        heading + drawn + section("header default rheader1"),
        header1=p("") + heading + p(f"<w:r><w:drawing>{box}</w:drawing></w:r>"),
    )
    marked = [(kind, text) for kind, text in kinds(document) if text]
    assert marked == [
        ("textbox", "内部资料"),
        ("watermark", "内部资料"),
        ("watermark", "内部资料"),
        ("watermark", "请勿外传"),
    ]


def test_notes_come_after_the_body_in_the_order_they_are_referred_to() -> None:
    refer = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    note = '<w:{} w:id="{}">{}</w:{}>'
    body = p(run("甲") + refer.format("footnote", 5) + run("乙") + refer.format("footnote", 2))
    document = read(
        body + p(refer.format("endnote", 1)),
        footnotes="".join(note.format("footnote", n, p(f"脚注{n}"), "footnote") for n in (0, 2, 5, 9)),
        endnotes=note.format("endnote", 1, p("尾注"), "endnote"),
    )
    assert document.text.split("\n") == ["甲乙", "", "脚注5", "脚注2", "尾注"]
    assert [(str(b.kind), b.origin) for b in document.blocks][2:] == [
        ("footnote", "footnote 1"),
        ("footnote", "footnote 2"),
        ("footnote", "endnote 1"),
    ]


def test_a_text_file_is_read_without_the_libraries_for_word() -> None:
    code = (
        "import sys; from speechlint.readers import read_bytes; read_bytes('a.txt', b'a');"
        "sys.exit(any(name in sys.modules for name in ('lxml', 'olefile', 'docx', 'zipfile')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_word_file_is_read_without_the_libraries_for_old_ones_and_for_writing(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(p(run("甲"))))
    code = (
        "import sys; from pathlib import Path; from speechlint.readers import read; read(Path(sys.argv[1]));"
        "sys.exit(any(name in sys.modules for name in ('docx', 'olefile', 'subprocess')))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.docx")], check=False)
    assert done.returncode == 0
