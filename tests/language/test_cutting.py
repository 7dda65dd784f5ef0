"""Text cut by the dictionary's file is cut as rjieba cuts it, which holds the same dictionary."""

from pathlib import Path

import pytest
import rjieba
from hypothesis import given
from hypothesis import strategies as st

from speechlint.dictionary import Dictionary, installed_dictionary
from speechlint.language.cutting import cut

FIXTURES = Path(__file__).parents[2] / "fixtures"
DRAFTS = sorted(file for kind in ("clean", "drafts") for file in (FIXTURES / kind).glob("*.txt"))
# Characters of the longest and the commonest words, and of words with Latin letters, among others that join none.
MANY = "一不中人大国发展工作会议的是在高富帅姓阿小江南styleSQAT&T恤B超4S店1号+#._%-，。“” \r\n\t龢㐀𠀀é"


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    found = installed_dictionary()
    assert found
    return found


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.stem)
def test_drafts_are_cut_alike(draft: Path, dictionary: Dictionary) -> None:
    for line in draft.read_text(encoding="utf-8").split("\n"):
        assert [*cut(line, dictionary)] == rjieba.cut(line, False)


@given(st.text(st.sampled_from(MANY) | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=40))
def test_any_text_is_cut_alike(dictionary: Dictionary, text: str) -> None:
    assert [*cut(text, dictionary)] == rjieba.cut(text, False)
