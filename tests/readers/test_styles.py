"""Which styles are read, and what table styles leave behind."""

from __future__ import annotations

import pytest
from docx_files import docx, p, run

from speechlint.model import BlockKind
from speechlint.readers.styles import without_table_styles
from speechlint.readers.word import read_word

HEADING = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>'
TABLE = '<w:style w:type="table" w:styleId="t"><w:tblStylePr w:type="firstRow"><w:rPr/></w:tblStylePr></w:style>'


@pytest.mark.parametrize(
    ("styles", "left"),
    [
        (HEADING, HEADING),
        (TABLE, ""),
        (f"<w:latentStyles/>{TABLE}{HEADING}{TABLE}", f"<w:latentStyles/>{HEADING}"),
        (f"{TABLE}\n<x>{TABLE}</x>{HEADING}", f"\n<x></x>{HEADING}"),
        ('<w:style w:type="table" w:styleId="t"/>', '<w:style w:type="table" w:styleId="t"/>'),
    ],
)
def test_only_styles_of_tables_are_left_out(styles: str, left: str) -> None:
    assert without_table_styles(f"<w:styles>{styles}</w:styles>".encode()).decode() == f"<w:styles>{left}</w:styles>"


@pytest.mark.parametrize("styles", [HEADING + TABLE, TABLE + HEADING, TABLE.replace("w:rPr/", "w:rPr") + HEADING])
def test_styles_beside_those_of_tables_are_followed_even_where_these_are_damaged(styles: str) -> None:
    document = read_word("a.docx", docx(p(run("甲"), '<w:pStyle w:val="a"/>'), styles=styles))
    assert document.blocks[0].kind is BlockKind.HEADING
