"""How a Word file looks: defaults, styles, themes and runs resolved, pages measured, page numbers found."""

import pickle
from itertools import pairwise
from pathlib import Path

import pytest
from docx_files import docx, p, run

from speechlint.layout import Layout
from speechlint.readers import read, read_bytes

DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"
THEME_DEFAULTS = DEFAULTS.format(
    '<w:rFonts w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorHAnsi"/><w:sz w:val="21"/>'
)
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>{}</w:style>'
A4 = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:bottom="1984" w:left="1588" w:right="1474"/>{}</w:sectPr>'
)
SONG_12 = '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/>'
FANG_16 = '<w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>'


def layout_of(body: str, **parts: str) -> Layout:
    layout = read_bytes("a.docx", docx(body, **parts), layout=True).layout
    assert layout is not None
    return layout


def styled(style: str, content: str) -> str:
    return p(content, f'<w:pStyle w:val="{style}"/>')


def style(name: str, properties: str, based_on: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{base}{properties}</w:style>'


def r_pr(text: str) -> str:
    return f"<w:rPr>{text}</w:rPr>"


FANG = style("A", r_pr(FANG_16))
IN_C = '<w:rStyle w:val="C"/>'


@pytest.mark.parametrize(
    ("body", "styles", "font", "size"),
    [
        (p("甲"), "", "宋体", 10.0),
        (p("甲"), DEFAULTS.format(FANG_16), "仿宋_GB2312", 16.0),
        (p("甲"), DEFAULTS.format(FANG_16) + NORMAL.format(r_pr('<w:sz w:val="24"/>')), "仿宋_GB2312", 12.0),
        (styled("B", "甲"), FANG + style("B", r_pr('<w:sz w:val="44"/>'), "A"), "仿宋_GB2312", 22.0),
        (styled("A", run("甲", IN_C)), FANG + style("C", r_pr(SONG_12), kind="character"), "宋体", 12.0),
        (styled("A", run("甲", SONG_12)), FANG, "宋体", 12.0),
        (styled("A", run("甲", '<w:rFonts w:ascii="Arial"/>')), FANG, "仿宋_GB2312", 16.0),
        (styled("A", "甲"), style("A", r_pr(FANG_16), "A"), "仿宋_GB2312", 16.0),
        (styled("X", "甲"), "", "宋体", 10.0),
    ],
)
def test_the_nearest_level_that_speaks_wins(body: str, styles: str, font: str, size: float) -> None:
    (stretch,) = layout_of(body, styles=styles).stretches
    assert (stretch.font, stretch.size) == (font, size)


def theme(latin: str, east_asian: str, **by_script: str) -> str:
    fonts = "".join(f'<a:font script="{script}" typeface="{name}"/>' for script, name in by_script.items())
    minor = f'<a:latin typeface="{latin}"/><a:ea typeface="{east_asian}"/>{fonts}'
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        f"<a:minorFont>{minor}</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )


@pytest.mark.parametrize(
    ("theme_part", "language", "font"),
    [
        (theme("Calibri", "", Hans="等线", Jpan="游明朝"), "zh-CN", "等线"),
        (theme("Calibri", "", Hans="等线", Hant="新細明體"), "zh-TW", "新細明體"),
        (theme("Calibri", "", Hans="等线", Jpan="游明朝"), "ja-JP", "游明朝"),
        (theme("Calibri", "", Hans="等线"), "", "等线"),
        (theme("Calibri", "仿宋", Hans="等线"), "zh-CN", "仿宋"),
        (theme("Calibri", ""), "zh-CN", "宋体"),
    ],
)
def test_a_theme_font_is_that_of_the_files_east_asian_language(theme_part: str, language: str, font: str) -> None:
    settings = f'<w:themeFontLang w:val="en-US" w:eastAsia="{language}"/>'
    (stretch,) = layout_of(p("甲"), styles=THEME_DEFAULTS, theme=theme_part, settings=settings).stretches
    assert (stretch.font, stretch.latin, stretch.size) == (font, "Calibri", 10.5)


def test_runs_set_alike_are_one_stretch_and_cover_their_characters() -> None:
    document = read_bytes(
        "a.docx", docx(p(run("一", FANG_16) + run("二三", FANG_16) + run("四", SONG_12)) + p("五")), layout=True
    )
    assert document.layout is not None
    assert [document.text_of(stretch.span) for stretch in document.layout.stretches] == ["一二三", "四", "五"]


@pytest.mark.parametrize(
    ("properties", "indent"),
    [
        ("", 0.0),
        ('<w:ind w:firstLine="640"/>', 2.0),
        ('<w:ind w:firstLineChars="200" w:firstLine="480"/>', 2.0),
        ('<w:ind w:left="320" w:firstLine="320"/>', 2.0),
        ('<w:ind w:left="640" w:hanging="640"/>', 0.0),
        ('<w:ind w:firstLineChars="0" w:firstLine="0"/>', 0.0),
    ],
)
def test_an_indent_counts_in_characters(properties: str, indent: float) -> None:
    (setting,) = layout_of(p(run("甲", FANG_16), properties)).settings
    assert setting.indent == pytest.approx(indent)


def test_a_paragraphs_own_hanging_indent_ends_its_styles_first_line() -> None:
    styles = style("A", '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr>' + r_pr(FANG_16))
    (setting,) = layout_of(p(run("甲"), '<w:pStyle w:val="A"/><w:ind w:hanging="320"/>'), styles=styles).settings
    assert setting.indent == pytest.approx(-1.0)


@pytest.mark.parametrize(
    ("spacing", "height", "fixed"),
    [
        ("", 1.0, False),
        ('<w:spacing w:line="360" w:lineRule="auto"/>', 1.5, False),
        ('<w:spacing w:line="560" w:lineRule="exact"/>', 28.0, True),
        ('<w:spacing w:before="100"/>', 1.0, False),
    ],
)
def test_line_height_is_points_or_a_multiple(spacing: str, height: float, fixed: bool) -> None:
    (setting,) = layout_of(p("甲", spacing)).settings
    assert (setting.height, setting.is_fixed) == (height, fixed)


def test_a_page_is_measured_in_millimetres_and_its_grid_in_points() -> None:
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>'
    (page,) = layout_of(p("甲") + A4.format(grid), styles=DEFAULTS.format(FANG_16)).pages
    seen = (page.width, page.height, page.top, page.bottom, page.left, page.right, page.pitch, page.advance)
    assert seen == pytest.approx((210, 297, 37, 35, 28, 26, 28.95, 15.79), abs=0.05)


def test_every_section_has_its_own_page() -> None:
    across = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    document = read_bytes("a.docx", docx(p("甲") + p("乙", across) + p("丙") + A4.format("")), layout=True)
    assert document.layout is not None
    seen = [(document.text_of(page.span), round(page.width)) for page in document.layout.pages]
    assert seen == [("甲\n乙", 297), ("丙", 210)]


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:rFonts w:ascii="宋体"/><w:sz w:val="28"/></w:rPr>'
    '<w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


@pytest.mark.parametrize(
    ("footer", "form", "font", "size"),
    [
        (p(run("— ") + FIELD + run(" —")), "— # —", "宋体", 14.0),
        (p('<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>'), "#", "Times New Roman", 10.0),
        (p(BOX.format(p(FIELD))), "#", "宋体", 14.0),
    ],
)
def test_a_page_number_tells_its_form_font_and_size(footer: str, form: str, font: str, size: float) -> None:
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rfooter1"/></w:sectPr>'
    (number,) = layout_of(p("甲") + section, footer1=footer).page_numbers
    assert (number.form, number.font, number.size) == (form, font, size)


def test_only_who_asks_gets_a_layout_and_it_can_be_pickled() -> None:
    data = docx(p("甲"))
    assert read_bytes("a.docx", data).layout is None
    document = read_bytes("a.docx", data, layout=True)
    assert document.layout is not None
    assert pickle.loads(pickle.dumps(document)) == document
    assert read_bytes("a.txt", "甲".encode(), layout=True).layout is None


SHARED = Path(__file__).parents[3] / "shared" / "word"
FILES = sorted(SHARED.glob("*.docx"))


@pytest.mark.skipif(not FILES, reason="the shared Word files are not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_real_files_have_a_setting_for_every_block_and_stretches_in_order(path: Path) -> None:
    document = read(path, layout=True)
    layout = document.layout
    assert layout is not None
    assert len(layout.settings) == len(document.blocks)
    assert layout.pages
    spans = [stretch.span for stretch in layout.stretches]
    assert all(a.end <= b.start for a, b in pairwise(spans))
