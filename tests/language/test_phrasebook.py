"""Phrases with one wrong character, found by what they sound like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.language import phrasebook
from speechlint.language.confusions import Confusions
from speechlint.language.phrasebook import PhraseBook, heads_of
from speechlint.model import Span

CHARACTERS = "甲乙丙丁，"
PHRASES = st.lists(st.text("甲乙丙", min_size=4, max_size=6), max_size=4)
SOUNDS = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.text("甲乙丙丁", max_size=3))
LOOKS = st.dictionaries(st.sampled_from("甲乙丙丁"), st.text("甲乙丙丁", max_size=2))


@pytest.mark.parametrize("read_before_an_automaton", [0, 1_000_000])
@settings(max_examples=200)
@given(PHRASES, SOUNDS, LOOKS, st.text(CHARACTERS, max_size=12))
def test_every_stretch_with_one_character_mistaken_is_found(
    read_before_an_automaton: int, phrases: list[str], sounds: dict[str, str], looks: dict[str, str], text: str
) -> None:
    confusions = Confusions(sounds, looks)
    expected = {
        (Span(at, at + len(phrase)), at + apart[0], phrase)
        for phrase in phrases
        for at in range(len(text) - len(phrase) + 1)
        if len(apart := [i for i in range(len(phrase)) if text[at + i] != phrase[i]]) == 1
        and confusions.alike(text[at + apart[0]], phrase[apart[0]])
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phrasebook, "WORTHWHILE", read_before_an_automaton)
        book = PhraseBook(confusions.heard, confusions.alike)
        for edition in (phrases[:2], phrases[1:]):
            book.add(heads_of(edition, confusions))
            found = book.slips(text)
    assert set(found) == expected
    assert len(found) == len(expected)
