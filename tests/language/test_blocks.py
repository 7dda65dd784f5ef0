"""Matches of one regular expression, each with the block it stands in."""

import re

from hypothesis import given
from hypothesis import strategies as st
from making import draft

from speechlint.language.blocks import BLANKS, in_blocks


@given(st.lists(st.text("甲。乙", max_size=6), min_size=1, max_size=5), st.integers(0, 1))
def test_each_match_has_the_block_of_its_place(lines: list[str], shift: int) -> None:
    document = draft(*lines)
    matches = list(re.finditer("。." if shift else "[。甲]", document.text))
    for index, found in in_blocks(document, matches, shift):
        assert index == document.index_at(found.start() + shift)
    assert len(list(in_blocks(document, matches, shift))) == len(matches)


def test_a_match_belongs_to_the_block_it_begins_in_unless_told_otherwise() -> None:
    document = draft("甲。", "。乙")
    found = list(re.finditer("\n?。", document.text))
    assert [index for index, _ in in_blocks(document, found)] == [0, 0]
    assert [index for index, _ in in_blocks(document, found, 1)] == [0, 1]


def test_blanks_are_the_spaces_within_a_line() -> None:
    assert {" ", "\t", "\u3000", "\xa0"} <= set(BLANKS)
    assert "\n" not in BLANKS
    assert all(blank.isspace() for blank in BLANKS)
