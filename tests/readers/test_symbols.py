"""Characters named by their code in a font."""

import pytest
from lxml import etree

from speechlint.readers.symbols import UNKNOWN, symbol
from speechlint.readers.xml import name


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("wingdings", "F0A8", "□"),
        ("Wingdings", "F081", "①"),
        ("Wingdings 2", "F052", "☑"),
        ("Symbol", "F061", "α"),
        ("Symbol", "F0B1", "±"),
        ("Webdings", "F061", UNKNOWN),
        ("Wingdings", "F001", UNKNOWN),
        ("宋体", "4E00", "一"),
        ("宋体", "2611", "☑"),
        ("宋体", "001F", UNKNOWN),
        ("宋体", "D800", UNKNOWN),
        ("宋体", "FFFE", UNKNOWN),
        ("宋体", "1FFFF", UNKNOWN),
        ("宋体", "110000", UNKNOWN),
        ("宋体", "", ""),
        ("宋体", "勾", ""),
    ],
)
def test_a_symbol_is_the_sign_a_reader_sees(font: str, code: str, shown: str) -> None:
    assert symbol(etree.Element(name("w:sym"), {name("w:font"): font, name("w:char"): code})) == shown
