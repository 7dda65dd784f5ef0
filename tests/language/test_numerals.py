"""Numerals in every form drafts use."""

import pytest

from speechlint.language.numerals import number


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
