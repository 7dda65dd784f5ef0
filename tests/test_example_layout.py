"""The notation of layout examples: what it says of fonts, indents, pages and page numbers."""

import pytest

from speechlint.example_layout import STANDARD_PAGE, laid_out_example, without_notation
from speechlint.model import BlockKind


def test_a_bare_line_looks_as_the_standard_has_it() -> None:
    text, (look,) = without_notation("今天开会。")
    assert (text, look.font, look.size, look.setting.indent, look.page) == ("今天开会。", "仿宋", 16, 2, STANDARD_PAGE)


def test_a_line_says_how_it_looks() -> None:
    text, (look,) = without_notation("〔SimSun 10.5 缩进0 居右 固定28〕⟦今天⟧")
    assert (text, look.font, look.size) == ("⟦今天⟧", "SimSun", 10.5)
    assert (look.setting.indent, look.setting.alignment, look.setting.height) == (0, "right", 28)
    assert look.setting.is_fixed


def test_a_page_line_sets_what_follows_and_is_no_line_itself() -> None:
    document = laid_out_example(*without_notation("甲\n〔页 297×210 20 20 25 25 网格15.6〕\n乙\n丙\n〔页脚 9〕— # —"))
    assert document.text == "甲\n乙\n丙\n— # —"
    assert document.layout is not None
    assert [document.text_of(page.span) for page in document.layout.pages] == ["甲", "乙\n丙"]
    assert document.layout.pages[1].pitch == 15.6
    assert [number.form for number in document.layout.page_numbers] == ["— # —"]
    assert document.blocks[-1].kind is BlockKind.FOOTER


def test_brackets_within_a_line_are_text() -> None:
    assert without_notation("国办发〔2024〕3号")[0] == "国办发〔2024〕3号"


@pytest.mark.parametrize("page", ["〔页 210〕", "〔页〕", "〔页 210×297 1 2〕"])
def test_a_page_that_cannot_be_read_is_refused(page: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        without_notation(page)
