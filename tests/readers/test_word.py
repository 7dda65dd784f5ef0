"""What is seen of a Word file, where, and as what."""

from __future__ import annotations

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
