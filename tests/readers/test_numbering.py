"""Automatic numbers as Word shows them; LibreOffice's own text export is the oracle where it is installed."""

from __future__ import annotations

import pytest
from docx_files import docx, level, numbered, numbering, p

from speechlint.readers.libreoffice import convert, find_libreoffice
from speechlint.readers.numerals import write, write_custom
from speechlint.readers.word import read_word

WRITTEN = [
    ("decimal", {1: "1", 12: "12"}),
    ("decimalZero", {3: "03", 12: "12"}),
    ("decimalFullWidth", {12: "１２"}),
    ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 51: "51"}),
    ("decimalEnclosedCircleChinese", {3: "③"}),
    ("decimalEnclosedParen", {1: "⑴", 20: "⒇", 21: "21"}),
    ("decimalEnclosedFullstop", {2: "⒉"}),
    ("numberInDash", {3: "- 3 -"}),
    ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 21: "21st"}),
    ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb"}),
    ("upperLetter", {2: "B"}),
    ("lowerRoman", {4: "iv", 1999: "mcmxcix"}),
    ("upperRoman", {9: "IX"}),
    ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九"}),
    ("chineseCountingThousand", {100: "一百", 101: "一百零一", 110: "一百一十", 1010: "一千零一十", 2000: "二千"}),
    ("japaneseCounting", {10: "十", 21: "二十一"}),
    ("taiwaneseCounting", {12: "十二"}),
    ("taiwaneseCountingThousand", {12: "十二"}),
    ("ideographDigital", {10: "一〇", 11: "一一"}),
    ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 25: "贰拾伍"}),
    ("ideographLegalTraditional", {2: "貳"}),
    ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
    ("ideographZodiac", {1: "子", 12: "亥"}),
    ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥"}),
    ("ideographEnclosedCircle", {1: "㊀", 11: "11"}),
    ("noSuchFormat", {7: "7"}),
]


@pytest.mark.parametrize(("number_format", "written"), WRITTEN, ids=[name for name, _ in WRITTEN])
def test_a_value_is_written_as_its_format_says(number_format: str, written: dict[int, str]) -> None:
    assert {value: write(value, number_format) for value in written} == written


@pytest.mark.parametrize("number_format", [name for name, _ in WRITTEN])
@pytest.mark.parametrize("value", [-(2**31), -1, 0, 2**31 - 1])
def test_no_value_is_too_odd_to_be_written(number_format: str, value: int) -> None:
    assert len(write(value, number_format)) < 100


def test_a_custom_format_pads_with_zeros() -> None:
    assert (write_custom(7, "001, 002, 003, ..."), write_custom(7, "")) == ("007", "7")


OFFICIAL = (
    level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "（%4）")
    + level(4, "decimalEnclosedCircle", "%5")
)
OUTLINE = "".join(
    level(index, "decimal", ".".join(f"%{n}" for n in range(1, index + 2)), f'<w:pStyle w:val="H{index + 1}"/>')
    for index in range(3)
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:numPr>{f"<w:ilvl w:val={chr(34)}{n - 1}{chr(34)}/>" if n > 1 else ""}<w:numId w:val="1"/></w:numPr>'
        f'<w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
        for n in (1, 2, 3)
    )
    + '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H2"/></w:style>'
    + '<w:style w:type="numbering" w:styleId="Listed"><w:name w:val="Listed"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def styled(text: str, style: str, more: str = "") -> str:
    return p(text, f'<w:pStyle w:val="{style}"/>{more}')


def num(num_id: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def override(index: int, content: str) -> str:
    return f'<w:lvlOverride w:ilvl="{index}">{content}</w:lvlOverride>'


def start_at(index: int, value: int) -> str:
    return override(index, f'<w:startOverride w:val="{value}"/>')


def depths(*indices: int, num_id: int = 1) -> str:
    return "".join(numbered("文", index, num_id) for index in indices)


Case = tuple[str, dict[str, str], list[str]]
CASES: dict[str, Case] = {
    "the official levels": (
        depths(0, 1, 2, 3, 4, 4, 1, 2, 0, 1),
        {"numbering": numbering(OFFICIAL)},
        ["一、", "（一）", "1.", "（1）", "①", "②", "（二）", "1.", "二、", "（一）"],
    ),
    "every level in one number": (
        "".join(styled("文", style) for style in ("H1", "H2", "H3", "H3", "H2", "Mine", "H1", "H2")),
        {"numbering": numbering(OUTLINE), "styles": STYLES},
        ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.3", "2", "2.1"],
    ),
    "number switched off in the paragraph": (
        styled("文", "H1") + styled("文", "H1", '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled("文", "H1"),
        {"numbering": numbering(OUTLINE), "styles": STYLES},
        ["1", "", "2"],
    ),
    "two lists of one definition go on counting": (
        depths(0, 0) + depths(0, num_id=2) + depths(0),
        {"numbering": numbering(OFFICIAL, nums=num(1, 1) + num(2, 1))},
        ["一、", "二、", "三、", "四、"],
    ),
    "a list that starts anew": (
        depths(0, 0) + depths(0, 0, num_id=2) + depths(0, num_id=2),
        {"numbering": numbering(OFFICIAL, nums=num(1, 1) + num(2, 1, start_at(0, 1)))},
        ["一、", "二、", "一、", "二、", "三、"],
    ),
    "a list that starts at eleven": (
        depths(0, 0) + depths(*[0] * 12, num_id=2),
        {"numbering": numbering(OFFICIAL, nums=num(1, 1) + num(2, 1, start_at(0, 11)))},
        [
            "一、",
            "二、",
            *(f"十{digit}、" for digit in "一二三四五六七八九"),
            "二十、",
            "二十一、",
            "二十二、",
        ],
    ),
    "a level overridden whole": (
        depths(0, num_id=2) + depths(0, num_id=2),
        {"numbering": numbering(OFFICIAL, nums=num(1, 1) + num(2, 1, override(0, level(0, "upperLetter", "%1)"))))},
        ["A)", "B)"],
    ),
    "a level that never restarts": (
        depths(0, 1, 0, 1),
        {
            "numbering": numbering(
                level(0, "chineseCounting", "第%1章") + level(1, "decimal", "第%2条", '<w:lvlRestart w:val="0"/>')
            )
        },
        ["第一章", "第1条", "第二章", "第2条"],
    ),
    "a level restarted by the first only": (
        depths(0, 1, 2, 1, 2, 0, 1, 2),
        {
            "numbering": numbering(
                level(0, "decimal", "%1.")
                + level(1, "decimal", "%1.%2.")
                + level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>')
            )
        },
        ["1.", "1.1.", "1)", "1.2.", "2)", "2.", "2.1.", "1)"],
    ),
    "legal numbers": (
        depths(0, 1),
        {"numbering": numbering(level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>"))},
        ["第一章", "1.1"],
    ),
    "definition behind a numbering style": (
        depths(0, 0, num_id=2),
        {
            "numbering": numbering(OFFICIAL, '<w:numStyleLink w:val="Listed"/>'),
            "styles": STYLES,
        },
        ["一、", "二、"],
    ),
    "a list that begins at its second level": (
        depths(1, 1, 0, 1),
        {"numbering": numbering(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2."))},
        ["1.1.", "1.2.", "1.", "1.1."],
    ),
    "words around the number": (
        depths(0, 0),
        {"numbering": numbering(level(0, "chineseCountingThousand", "第%1条", '<w:suff w:val="space"/>'))},
        ["第一条", "第二条"],
    ),
    "literal text only": (
        depths(0, 0),
        {"numbering": numbering(level(0, "none", "附件："))},
        ["附件：", "附件："],
    ),
}
# LibreOffice 7.4 does not know w:lvlRestart and w:isLgl, and counts a first level that no paragraph stands on.
UNLIKE_LIBREOFFICE = {
    "a level that never restarts",
    "a level restarted by the first only",
    "legal numbers",
    "a list that begins at its second level",
}


def labels(case: Case) -> list[str]:
    body, parts, _ = case
    return [block.label for block in read_word("draft.docx", docx(body, **parts)).blocks]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_labels_are_counted_as_word_counts_them(case: Case) -> None:
    assert labels(case) == case[2]


@pytest.fixture(scope="module")
def exported() -> dict[str, list[str]]:
    """LibreOffice's text export of every case, made in one go with a line of stars between the cases."""
    program = find_libreoffice()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    texts = {
        name: convert(program, docx(body, **parts), "docx", "txt:Text (encoded):UTF8")
        for name, (body, parts, _) in CASES.items()
    }
    return {name: (text or b"").decode("utf-8-sig").splitlines() for name, text in texts.items()}


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in CASES if name not in UNLIKE_LIBREOFFICE])
def test_libreoffice_shows_the_same_labels(name: str, exported: dict[str, list[str]]) -> None:
    assert [line.rpartition("文")[0].strip() for line in exported[name]] == CASES[name][2]


MISSING = {
    "no numbering part": {},
    "list not defined": {"numbering": numbering(OFFICIAL, nums=num(7, 1))},
    "definition not there": {"numbering": num(1, 9)},
    "definitions that link in a ring": {
        "numbering": '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Listed"/></w:abstractNum>' + num(1, 1),
        "styles": STYLES,
    },
    "level not defined": {"numbering": numbering(level(3, "decimal", "%4."))},
    "bullet": {"numbering": numbering(level(0, "bullet", "●"))},
    "hidden number": {"numbering": numbering(level(0, "decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>"))},
    "nonsense": {"numbering": '<w:abstractNum/><w:num w:numId="1"><w:abstractNumId/></w:num>'},
}


@pytest.mark.parametrize("parts", MISSING.values(), ids=MISSING)
def test_what_has_no_number_has_no_label(parts: dict[str, str]) -> None:
    assert read_word("draft.docx", docx(depths(0), **parts)).text == "文"


GAPS = [
    ("%1、", "", "一、文"),
    ("%1.", "", "一. 文"),
    ("%1.", '<w:suff w:val="nothing"/>', "一.文"),
    ("第%1条", "", "第一条 文"),
]


@pytest.mark.parametrize(("text", "suffix", "line"), GAPS)
def test_a_label_is_set_apart_where_its_sign_does_not_do_so(text: str, suffix: str, line: str) -> None:
    parts = {"numbering": numbering(level(0, "chineseCounting", text, suffix))}
    assert read_word("draft.docx", docx(depths(0), **parts)).text == line
