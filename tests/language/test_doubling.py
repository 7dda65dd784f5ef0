"""Text said twice on end."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.language.doubling import Doubling


@settings(max_examples=200)
@given(st.text("甲乙\n", max_size=60), st.integers(1, 14))
def test_every_doubled_place_is_found_and_no_other(text: str, size: int) -> None:
    places = {
        at
        for at in range(len(text))
        if text[at : at + size] == text[at + size : at + 2 * size] and at + 2 * size <= len(text)
    }
    stretches = list(Doubling(text).of_size(size))
    assert {at for stretch in stretches for at in range(stretch.start, stretch.end - size + 1)} == places


def test_characters_outside_the_basic_plane_count_as_one() -> None:
    assert [re.fullmatch("𠮷野", "𠮷野𠮷野"[s.start : s.end]) is not None for s in Doubling("𠮷野𠮷野").of_size(2)] == [
        True
    ]
