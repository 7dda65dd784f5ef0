"""Lengths of time as spoken."""

import re

import pytest

from speechlint.language.durations import DURATION, days_of


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("十几天", 15, 25),
        ("20天", 19, 30),
        ("半个月", 15, 40),
        ("不到一个月", 20, 60),
        ("3个月", 90, 120),
        ("三个多月", 100, 150),
        ("几天", 5, 20),
        ("100天左右", 110, 130),
        ("两周", 14, 25),
    ],
)
def test_a_length_leaves_open_what_the_words_leave_open(text: str, inside: int, outside: int) -> None:
    found = re.fullmatch(DURATION, text)
    assert found is not None
    days = days_of(found)
    assert days is not None
    assert days[0] <= inside <= days[1] < outside


def test_a_word_that_is_no_number_has_no_length() -> None:
    found = re.fullmatch(DURATION, "百十一十天")
    assert found is None or days_of(found) is None
