"""Offsets to an editor's positions and back, after emoji and rare characters too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from speechlint.lsp.positions import Positions
from speechlint.model import Span
from speechlint.readers import read_bytes

UTF8, UTF16, UTF32 = PositionEncodingKind.Utf8, PositionEncodingKind.Utf16, PositionEncodingKind.Utf32


def positions(text: str, encoding: PositionEncodingKind = UTF16, lead: int = 0) -> Positions:
    return Positions(read_bytes("稿.txt", text.encode(), "utf-8"), encoding, lead)


@pytest.mark.parametrize(
    ("encoding", "columns"),
    [(UTF8, (0, 4, 8, 11)), (UTF16, (0, 2, 4, 5)), (UTF32, (0, 1, 2, 3))],
)
def test_columns_count_in_the_units_agreed_on(encoding: PositionEncodingKind, columns: tuple[int, ...]) -> None:
    at = positions("😀𠮷县\n", encoding)
    assert tuple(at.position(offset).character for offset in range(4)) == columns


def test_lines_are_those_an_editor_counts() -> None:
    at = positions("一\r\n二\u2028二\x85二\n三")
    assert at.position("一\n二\u2028二\x85二\n".index("\x85")) == Position(1, 3)
    assert at.position(len("一\n二\u2028二\x85二\n")) == Position(2, 0)


def test_a_byte_order_mark_shifts_the_first_line_alone() -> None:
    at = positions("一二\n三", lead=1)
    assert at.position(1) == Position(0, 2)
    assert at.offset(Position(0, 2)) == 1
    assert at.offset(Position(0, 0)) == 0
    assert at.position(3) == Position(1, 0)


def test_a_position_beyond_the_end_is_the_end() -> None:
    at = positions("一二\n三")
    assert at.offset(Position(0, 99)) == 2
    assert at.offset(Position(9, 0)) == 4


def test_a_position_inside_a_character_is_before_it() -> None:
    assert positions("😀县").offset(Position(0, 1)) == 0


lines = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0\ufeff"), max_size=12), min_size=1
)


@given(lines, st.sampled_from([UTF8, UTF16, UTF32]), st.integers(0, 1), st.data())
def test_every_span_comes_back(
    texts: list[str], encoding: PositionEncodingKind, lead: int, data: st.DataObject
) -> None:
    at = positions("\n".join([*texts, "尾"]), encoding, lead)
    length = sum(map(len, texts)) + len(texts) + 1
    start = data.draw(st.integers(0, length))
    span = Span(start, data.draw(st.integers(start, length)))
    there = at.range(span)
    assert isinstance(there, Range)
    assert at.span(there) == span
