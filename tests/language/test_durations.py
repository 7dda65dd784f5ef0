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


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("几天", (0, 12)),
        ("三天", (0, 6)),
        ("十几天", (8, 22)),
        ("二十几天", (17, 33)),
        ("十多天", (7, 23)),
        ("20多天", (16, 34)),
        ("20天", (17, 23)),
        ("100天左右", (85, 115)),
        ("不足十天", (4, 13)),
        ("不到20天", (11, 23)),
        ("半天", (0, 3)),
        ("几周", (11, 66)),
        ("两周", (11, 17)),
        ("不到一周", (1, 10)),
        ("三个星期", (18, 24)),
        ("半个月", (0, 30)),
        ("不到半个月", (0, 18)),
        ("不到一个月", (0, 33)),
        ("一个半月", (30, 60)),
        ("3个月", (75, 105)),
        ("三个多月", (75, 135)),
        ("几个月", (45, 285)),
        ("十几个月", (315, 585)),
        ("不到三个月", (45, 93)),
        ("一个季度", (46, 136)),
        ("半年", (137, 227)),
        ("不到半年", (46, 185)),
        ("两年", (685, 775)),
    ],
)
def test_a_length_is_so_many_days_at_least_and_at_most(text: str, days: tuple[int, int]) -> None:
    found = re.fullmatch(DURATION, text)
    assert found is not None
    assert days_of(found) == days


def test_a_word_that_is_no_number_has_no_length() -> None:
    found = re.fullmatch(DURATION, "百百天")
    assert found is not None
    assert days_of(found) is None
