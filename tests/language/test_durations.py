"""Lengths of time as spoken."""

import re

import pytest

from speechlint.language.durations import DURATION, days_of


@pytest.mark.parametrize(
    ("text", "too_few", "fits", "too_many"),
    [
        ("十几天", 7, 15, 25),
        ("二十几天", 15, 25, 36),
        ("几天", 0, 5, 20),
        ("20天", 15, 19, 30),
        ("20多天", 15, 29, 40),
        ("100天左右", 80, 110, 130),
        ("两周", 5, 14, 25),
        ("四周", 20, 28, 33),
        ("半个月", 0, 15, 40),
        ("不到半个月", 0, 8, 25),
        ("不到一个月", 0, 20, 60),
        ("一个半月", 25, 45, 70),
        ("3个月", 70, 90, 120),
        ("三个多月", 70, 110, 150),
        ("不到三个月", 40, 75, 100),
        ("一个季度", 40, 91, 150),
        ("一年", 300, 365, 450),
    ],
)
def test_a_length_leaves_open_what_the_words_leave_open(text: str, too_few: int, fits: int, too_many: int) -> None:
    found = re.fullmatch(DURATION, text)
    assert found is not None
    days = days_of(found)
    assert days is not None
    assert too_few <= days[0] <= fits <= days[1] < too_many


def test_a_word_that_is_no_number_has_no_length() -> None:
    found = re.fullmatch(DURATION, "百十一十天")
    assert found is None or days_of(found) is None
