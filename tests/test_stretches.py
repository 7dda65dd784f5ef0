"""Stretches about places of a text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from speechlint.stretches import around, lines

PLACES = st.lists(st.integers(0, 29), max_size=8).map(sorted)


@given(PLACES, st.integers(0, 6))
def test_what_lies_around_places_is_what_is_near_one(places: list[int], reach: int) -> None:
    covered = [at for start, end in around(places, reach, 30) for at in range(start, end)]
    assert covered == [at for at in range(30) if any(place - reach <= at < place + reach for place in places)]


@given(st.text("截\n", min_size=30, max_size=30), PLACES)
def test_lines_are_those_that_hold_a_place(text: str, places: list[int]) -> None:
    stretches = [*lines(places, text)]
    shown = {
        line for start, end in stretches for line in range(text.count("\n", 0, start), text.count("\n", 0, end) + 1)
    }
    assert shown == {text.count("\n", 0, place) for place in places}
    assert all(start == 0 or text[start - 1] == "\n" for start, _ in stretches)
    assert all(end == len(text) or text[end] == "\n" for _, end in stretches)


@given(st.text("截\n", min_size=30, max_size=30), PLACES)
def test_lines_that_follow_one_another_are_one_stretch(text: str, places: list[int]) -> None:
    stretches = [*lines(places, text)]
    assert all(end + 1 < start for (_, end), (start, _) in pairwise(stretches))
