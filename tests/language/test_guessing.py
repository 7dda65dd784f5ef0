"""Words guessed from characters and their tags are those that rjieba gives, which holds the same tables."""

from pathlib import Path

import pytest
import rjieba
from hypothesis import given
from hypothesis import strategies as st

from speechlint.dictionary import Dictionary, installed_dictionary
from speechlint.emissions import Emissions, installed_emissions
from speechlint.language.cutting import cut_guessing

FIXTURES = Path(__file__).parents[2] / "fixtures"
DRAFTS = sorted(file for kind in ("clean", "drafts") for file in (FIXTURES / kind).glob("*.txt"))
# Characters of names and of words, rare ones, and what stands between letters and figures.
MANY = "一不中谭建国李晓芸钟德财欧阳修镇村局柳泉坝圆口界集是的在对由与styleAT&T3.5%2020-01_09+#，。“” \r\n\t龢㐀𠀀é"


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    found = installed_dictionary()
    assert found
    return found


@pytest.fixture(scope="module")
def emissions() -> Emissions:
    found = installed_emissions()
    assert found
    return found


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.stem)
def test_drafts_are_cut_alike(draft: Path, dictionary: Dictionary, emissions: Emissions) -> None:
    for line in draft.read_text(encoding="utf-8").split("\n"):
        assert [*cut_guessing(line, dictionary, emissions)] == rjieba.cut(line, True)


@given(st.text(st.sampled_from(MANY) | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=40))
def test_any_text_is_cut_alike(dictionary: Dictionary, emissions: Emissions, text: str) -> None:
    assert [*cut_guessing(text, dictionary, emissions)] == rjieba.cut(text, True)
