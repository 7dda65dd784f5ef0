"""Text cut by jieba's own files is cut as rjieba cuts it, which holds the same tables."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import rjieba
from hypothesis import given
from hypothesis import strategies as st

from speechlint.dictionary import installed_dictionary
from speechlint.emissions import installed_emissions
from speechlint.language.cutting import cut, cut_guessing

FIXTURES = Path(__file__).parents[2] / "fixtures"
DRAFTS = sorted(file for kind in ("clean", "drafts") for file in (FIXTURES / kind).glob("*.txt"))
# Characters of the longest and the commonest words, of words with Latin letters and of names, among others that join
# none, and what stands between letters and figures.
MANY = (
    "一不中人大国发展工作会议的是在高富帅姓阿小江南谭建李晓芸钟德财欧阳修镇村局柳泉坝圆口界集对由与"
    "styleSQAT&T恤B超4S店1号3.5%2020-01_09+#._，。“” \r\n\t龢㐀𠀀é"
)
Cut = Callable[[str], Iterable[str]]


@pytest.fixture(scope="module", params=[False, True], ids=["known words", "guessed words"])
def cutters(request: pytest.FixtureRequest) -> tuple[Cut, Cut]:
    """Our cutter and rjieba's, without and with guesses."""
    dictionary, emissions = installed_dictionary(), installed_emissions()
    assert dictionary
    assert emissions
    if request.param:
        return lambda text: cut_guessing(text, dictionary, emissions), lambda text: rjieba.cut(text, True)
    return lambda text: cut(text, dictionary), lambda text: rjieba.cut(text, False)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.stem)
def test_drafts_are_cut_alike(draft: Path, cutters: tuple[Cut, Cut]) -> None:
    ours, theirs = cutters
    for line in draft.read_text(encoding="utf-8").split("\n"):
        assert [*ours(line)] == theirs(line)


@given(st.text(st.sampled_from(MANY) | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=40))
def test_any_text_is_cut_alike(cutters: tuple[Cut, Cut], text: str) -> None:
    ours, theirs = cutters
    assert [*ours(text)] == theirs(text)
