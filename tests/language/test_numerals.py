"""Numerals in every form drafts use."""

import pytest

from speechlint.language.numerals import number, ordinal_number, place_value, to_chinese


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
