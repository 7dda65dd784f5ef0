"""Offsets, lines and columns: laws that hold for every draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.model import Block, BlockKind, Paragraph, Position, Severity, Span, compose

LINES = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=12), max_size=8)


@given(LINES)
def test_composed_text_is_the_paragraphs_joined_by_line_feeds(lines: list[str]) -> None:
    document = compose("a.txt", map(Paragraph, lines))
    assert document.text == "\n".join(lines)
    assert [document.text_of(block) for block in document.blocks] == (lines or [""])


@given(LINES, st.data())
def test_a_position_leads_back_to_its_offset(lines: list[str], data: st.DataObject) -> None:
    document = compose("a.txt", map(Paragraph, lines))
    offset = data.draw(st.integers(0, len(document.text)))
    at = document.position(offset)
    assert document.blocks[at.line - 1].span.start + at.column - 1 == offset
    assert at.line == document.text.count("\n", 0, offset) + 1


@given(LINES)
def test_the_place_after_a_paragraph_is_on_its_own_line(lines: list[str]) -> None:
    document = compose("a.txt", map(Paragraph, lines))
    for number, block in enumerate(document.blocks, 1):
        assert document.position(block.span.end) == Position(number, len(block.span) + 1)
        assert document.block_at(block.span.start) is block


def test_inert_and_hidden_spans_move_with_their_paragraph() -> None:
    second = Paragraph("乙甲", inert=(Span(0, 1),), hidden=(Span(1, 2),))
    document = compose("a.txt", [Paragraph("甲乙丙"), second])
    assert [document.text_of(span) for span in (*document.inert, *document.hidden)] == ["乙", "甲"]


def test_code_is_inert_and_no_paragraph() -> None:
    document = compose("a.md", [Paragraph("正文"), Paragraph("x = 1", BlockKind.CODE)])
    assert document.inert == (Span(3, 8),)
    assert [document.text_of(block) for block in document.blocks_in("paragraph")] == ["正文"]
    assert list(document.blocks_in("document")) == [Block(Span(0, 8))]


def test_a_paragraph_holding_a_line_feed_is_refused() -> None:
    with pytest.raises(ValueError, match="line feed"):
        compose("a.txt", [Paragraph("一\n二")])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Span(0, 2), Span(1, 3), True),
        (Span(0, 2), Span(2, 3), False),
        (Span(2, 2), Span(2, 3), True),
        (Span(2, 2), Span(1, 2), False),
        (Span(2, 2), Span(2, 2), True),
        (Span(2, 2), Span(1, 4), True),
    ],
)
def test_spans_overlap_when_they_share_a_character(one: Span, other: Span, expected: bool) -> None:
    assert one.overlaps(other) is expected
    assert other.overlaps(one) is expected


def test_a_graver_severity_ranks_higher() -> None:
    assert sorted(Severity, key=lambda severity: severity.rank) == [Severity.INFO, Severity.WARNING, Severity.ERROR]


@pytest.mark.parametrize(
    ("kind", "part"),
    [("title", "body"), ("heading", "body"), ("body", "body"), ("table", "table"), ("footer", "footer")],
)
def test_a_part_is_where_a_reader_would_look(kind: str, part: str) -> None:
    assert BlockKind(kind).part == part
