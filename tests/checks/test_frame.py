"""The kind `frame`."""

from pathlib import Path

import pytest
from making import draft

from speechlint.checks.frame import frame
from speechlint.model import Block, BlockKind, Document, Span
from speechlint.tables import Table, read_table


@pytest.fixture
def table(tmp_path: Path) -> Table:
    path = tmp_path / "frame.tsv"
    path.write_text("find\tbetter\n把(?P<what>[^，]{1,4})抱着\t对\\g<what>抱着\n目的是为了\t目的是\n", encoding="utf-8")
    return read_table(path)


def test_the_correction_is_filled_from_what_was_found(table: Table) -> None:
    document = draft("把工作抱着敷衍的态度，目的是为了应付。")
    found = [(document.text_of(match.span), match.better) for match in frame(document, table=table)]
    assert found == [("把工作抱着", "对工作抱着"), ("目的是为了", "目的是")]


def test_a_frame_ends_with_its_paragraph(table: Table) -> None:
    assert list(frame(draft("一定要把", "工作抱着抓"), table=table)) == []


def test_code_is_left_alone(table: Table) -> None:
    text = "目的是为了"
    document = Document("a.md", text, (Block(Span(0, len(text)), BlockKind.CODE),))
    assert list(frame(document, table=table)) == []
