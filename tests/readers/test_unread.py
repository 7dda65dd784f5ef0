"""What is left out before a part is parsed, and that what is left reads as the whole does."""

from __future__ import annotations

import pytest
from docx_files import comment, commented, docx, level, numbering, p, run
from hypothesis import example, given, settings
from hypothesis import strategies as st

from speechlint.model import BlockKind, Document
from speechlint.readers.unread import LONGEST, without_looks, without_unused_styles
from speechlint.readers.word import WordFile, document_of, read_word

HEADING = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>'
TABLE = '<w:style w:type="table" w:styleId="t"><w:tblStylePr w:type="firstRow"><w:rPr/></w:tblStylePr></w:style>'
LATENT = '<w:latentStyles w:count="2"><w:lsdException w:name="Normal"/></w:latentStyles>'
B, SIZE, STYLE = "<w:b/>", '<w:sz w:val="32"/>', '<w:pStyle w:val="a"/>'
TABS = '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'


def r(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (f"<w:r><w:rPr>{B}{SIZE}</w:rPr><w:t>甲</w:t></w:r>", r("甲")),
        (f"<w:r><w:rPr>{B}<w:vanish/>{SIZE}</w:rPr><w:t>甲</w:t></w:r>", r("甲", "<w:rPr><w:vanish/></w:rPr>")),
        (f"<w:p><w:pPr>{STYLE}{TABS}<w:rPr>{B}</w:rPr></w:pPr></w:p>", f"<w:p><w:pPr>{STYLE}</w:pPr></w:p>"),
        (f"<w:tc><w:tcPr><w:tcBorders><w:top/></w:tcBorders></w:tcPr>{p('')}</w:tc>", f"<w:tc>{p('')}</w:tc>"),
        ("<w:rPr><w:ins/><w:i/></w:rPr><x/>", "<w:rPr><w:ins/></w:rPr><x/>"),
        ('<w:rPr><w:rFonts w:ascii="宋体" w:hint="eastAsia"/></w:rPr><x/>', "<x/>"),
        (r("甲") + r("乙") + r("丙"), r("甲乙丙")),
        (r("甲", f"<w:rPr>{B}</w:rPr>") + r("乙"), r("甲乙")),
        (run("甲 ") + r("乙"), run("甲 乙")),
    ],
)
def test_looks_are_left_out_and_runs_that_are_alike_then_are_joined(written: str, left: str) -> None:
    assert without_looks(written.encode()).decode() == left


@pytest.mark.parametrize(
    "written",
    [
        f"<w:rPr>{B}</w:rPr>字<x/>",
        f"<w:rPr>{B}字</w:rPr><x/>",
        f"<w:rPr>{B}</w:rPr><w:rPr><w:vanish/></w:rPr><x/>",
        '<w:rPr><w:sz w:val="1" w:val="2"/></w:rPr><x/>',
        '<w:rPr><w:sz w:val="&lt;"/></w:rPr><x/>',
        '<w:rPr><w:sz x:val="1"/></w:rPr><x/>',
        f"<w:rPr>{TABS}</w:rPr><x/>",
        f"<w:rPr>{B}",
        f"<![CDATA[<w:rPr>{B}</w:rPr><x/>]]>",
        r("甲 ") + r("乙"),
        r("甲") + r("\n乙"),
        r("甲&#32;") + r("乙"),
        r("甲") + r("&#32;乙"),
        r("甲<w:x/>") + r("乙"),
        r("甲") + r("乙", "<w:rPr><w:vanish/></w:rPr>") + r("丙"),
        '<w:r><w:t xml:space="default">甲</w:t></w:r>' + r("乙"),
        f"<w:rPr>{B}</w:rPr><x/>" + " " * LONGEST,
    ],
)
def test_what_might_be_read_stays(written: str) -> None:
    assert without_looks(written.encode()).decode() == written


def test_what_is_no_utf_8_stays() -> None:
    damaged = b'<w:rPr><w:rFonts w:ascii="\xff"/></w:rPr><x/>'
    assert without_looks(damaged) == damaged


@pytest.mark.parametrize(
    ("styles", "left"),
    [
        (HEADING, HEADING),
        (TABLE, ""),
        (f"<w:docDefaults/>{LATENT}{HEADING}", f"<w:docDefaults/>{HEADING}"),
        (f"<w:latentStyles/>{TABLE}{HEADING}{TABLE}", f"<w:latentStyles/>{HEADING}"),
        (f"{TABLE}\n<x>{TABLE}</x>{HEADING}", f"\n<x></x>{HEADING}"),
        ('<w:style w:type="table" w:styleId="t"/>', '<w:style w:type="table" w:styleId="t"/>'),
    ],
)
def test_only_styles_of_tables_and_names_never_used_are_left_out(styles: str, left: str) -> None:
    assert without_unused_styles(f"<w:styles>{styles}</w:styles>".encode()).decode() == f"<w:styles>{left}</w:styles>"


@pytest.mark.parametrize("styles", [HEADING + TABLE, TABLE + HEADING, TABLE.replace("w:rPr/", "w:rPr") + HEADING])
def test_styles_beside_those_of_tables_are_followed_even_where_these_are_damaged(styles: str) -> None:
    document = read_word("a.docx", docx(p(run("甲"), STYLE), styles=styles))
    assert document.blocks[0].kind is BlockKind.HEADING


def whole(data: bytes) -> Document:
    """The document read as writers read it."""
    file = WordFile(data)
    return document_of("a.docx", file, tuple(file.lines()))


RUN_PROPERTIES = (
    B, B + SIZE, "<w:vanish/>", '<w:vanish w:val="0"/>', '<w:rStyle w:val="h"/>', "<w:tab/>", TABS, f"{B}字",
    f"{SIZE}<w:rPrChange w:author='李四'><w:rPr>{B}</w:rPr></w:rPrChange>", f"{B}</w:rPr><w:rPr><w:vanish/>",
)  # fmt: skip
PARAGRAPH_PROPERTIES = (
    STYLE, '<w:pStyle w:val="v"/>', '<w:jc w:val="center"/>', TABS, f"<w:rPr>{B}</w:rPr>", '<w:outlineLvl w:val="1"/>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="1"/>',
    "<w:rPr><w:del w:author='李四'/></w:rPr>",
    f"{STYLE}<w:pPrChange w:author='李四'><w:pPr><w:jc w:val='left'/></w:pPr></w:pPrChange>",
)  # fmt: skip
TEXTS = (
    "", ">", "甲 乙", " 甲", "甲\n", "&#32;甲", "甲&#32;", "甲&amp;",
    "<w:x/>甲", "甲<w:x/>", "甲<w:x/>乙", "甲<!--x-->乙",
)  # fmt: skip
SPACES = (' xml:space="preserve"', ' xml:space="default"')
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
WRAPPERS = (
    "<w:ins w:author='李四'>{}</w:ins>", "<w:del w:author='李四'>{}</w:del>", "<w:hyperlink>{}</w:hyperlink>", "\n{}",
    commented(1, "{}"), "<w:r><w:tab/></w:r>{}<w:br/>", "<w:r><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:r>",
    FIELD.format("begin") + FIELD.format("separate") + "{}" + FIELD.format("end"),
)  # fmt: skip
CELL = '<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr>{}</w:tc></w:tr></w:tbl>'
LISTS = numbering(level(0, "chineseCounting", "%1、", f"<w:pPr>{TABS}</w:pPr><w:rPr>{B}</w:rPr>"))
STYLES = (
    f'{HEADING}<w:style w:type="character" w:styleId="h"><w:rPr>{B}%s</w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="v"><w:rPr>%s</w:rPr></w:style>'
)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Paragraphs of runs, plain but for a few peculiarities that a file has all through."""
    few = {
        plain: st.sampled_from([plain, *draw(st.lists(st.sampled_from(peculiar), max_size=2))])
        for plain, peculiar in (("", RUN_PROPERTIES), ("甲", TEXTS), (" ", SPACES), ("{}", WRAPPERS))
    }

    def one_run() -> str:
        properties = f"<w:rPr>{draw(few[''])}</w:rPr>".replace("<w:rPr></w:rPr>", "")
        return draw(few["{}"]).format(f"<w:r>{properties}<w:t{draw(few[' ']).rstrip()}>{draw(few['甲'])}</w:t></w:r>")

    def paragraph() -> str:
        runs = "".join(one_run() for _ in range(draw(st.integers(0, 5))))
        return draw(st.sampled_from(["{}", "{}", CELL])).format(p(runs, draw(st.sampled_from(PARAGRAPH_PROPERTIES))))

    return "".join(paragraph() for _ in range(draw(st.integers(1, 4))))


@settings(max_examples=400, deadline=None)
@given(bodies(), st.sampled_from(["", "<w:vanish/>"]))
@example(p(r("暗", "<w:rPr><w:vanish/></w:rPr>") + r("明")), "")
@example(p(r("暗", '<w:rPr><w:rStyle w:val="h"/></w:rPr>') + r("明")), "<w:vanish/>")
@example(p(r("明", f'<w:rPr>{B}</w:rPr><w:rPr w:x="1"><w:vanish/></w:rPr>')), "")
@example(p(f"<w:r><w:rPr><w:t>甲{B}乙</w:t></w:rPr><w:tab/></w:r>"), "")
@example(p(f"<w:r><w:t>甲<w:rPr>{B}</w:rPr>乙</w:t></w:r>"), "")
@example(p(f"<w:r><w:t><w:rPr>{B}</w:rPr>乙</w:t></w:r>"), "")
@example(p('<w:r><w:t xml:space="default">甲 </w:t></w:r>' + r("乙")), "")
def test_a_file_reads_the_same_with_and_without_looks(body: str, hidden: str) -> None:
    data = docx(body, styles=STYLES % (hidden, hidden), numbering=LISTS, comments=comment(1, "忽略"))
    assert read_word("a.docx", data) == whole(data)
