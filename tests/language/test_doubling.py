"""Text said twice on end."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.language.doubling import Doubling


@settings(max_examples=200)
@given(st.text("甲乙\n", max_size=60), st.integers(1, 14))
def test_every_doubled_place_is_found_and_no_other(text: str, size: int) -> None:
    assert found(text, size) == doubled(text, size)


@settings(max_examples=200)
@given(st.text("甲乙丙", max_size=20), st.text("甲乙丙", min_size=1, max_size=14), st.text("甲乙丙", max_size=20))
def test_what_is_said_twice_is_found_wherever_it_stands(before: str, unit: str, after: str) -> None:
    text, size = before + unit * 2 + after, len(unit)
    assert len(before) in found(text, size)
    assert found(text, size) == doubled(text, size)


def doubled(text: str, size: int) -> set[int]:
    """Every place from which so many characters are said twice on end."""
    return {at for at in range(len(text) - 2 * size + 1) if text[at : at + size] == text[at + size : at + 2 * size]}


def found(text: str, size: int) -> set[int]:
    stretches = Doubling(text).of_size(size)
    return {at for stretch in stretches for at in range(stretch.start, stretch.end - size + 1)}


def test_characters_outside_the_basic_plane_count_as_one() -> None:
    assert [re.fullmatch("𠮷野", "𠮷野𠮷野"[s.start : s.end]) is not None for s in Doubling("𠮷野𠮷野").of_size(2)] == [
        True
    ]
