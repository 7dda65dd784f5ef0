"""Numerals in every form drafts use."""

import pytest

from speechlint.language.numerals import CIRCLED, ROMAN, number, ordinal_number, place_value, to_chinese


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("１２", 12),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("一百零五", 105),
        ("三千二百", 3200),
        ("一万两千", 12000),
        ("二〇二二", 2022),
        ("一九八○", 1980),
        ("千", 1000),
        ("三百", 300),
        ("二百一十三", 213),
        ("九千九百九十九", 9999),
        ("十万", 100_000),
        ("二十二万三千", 223_000),
        ("九千万", 90_000_000),
        ("三亿", 300_000_000),
        ("一千亿", 100_000_000_000),
        ("一亿两千万零五", 120_000_005),
        ("零", 0),
        ("十十", None),
        ("一万三亿", None),
        ("三万二万", None),
        ("十几", None),
        ("", None),
        ("几", None),
        ("三百五千", None),
    ],
)
def test_a_numeral_is_read(text: str, value: int | None) -> None:
    assert number(text) == value


def test_what_is_written_out_reads_as_what_was_written() -> None:
    assert [place_value(to_chinese(value)) for value in range(1, 100)] == [*range(1, 100)]


@pytest.mark.parametrize(
    ("text", "value"), [("①", 1), ("⑳", 20), ("㉑", 21), ("㊿", 50), ("Ⅰ", 1), ("Ⅻ", 12), ("十", 10)]
)
def test_an_ordinal_may_be_circled_or_roman(text: str, value: int) -> None:
    assert ordinal_number(text) == value


def test_fifty_numbers_are_circled_and_twelve_are_roman() -> None:
    assert [ordinal_number(character) for character in CIRCLED] == [*range(1, 51)]
    assert [ordinal_number(character) for character in ROMAN] == [*range(1, 13)]


@pytest.mark.parametrize("text", ["⑴", "⒈", "ⅰ", "㈠", "①②", "ⅠⅠ"])
def test_other_numbers_of_one_character_are_no_ordinals(text: str) -> None:
    assert ordinal_number(text) is None


@pytest.mark.parametrize(
    ("value", "text"), [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三"), (99, "九十九")]
)
def test_a_number_is_written_out(value: int, text: str) -> None:
    assert to_chinese(value) == text
