"""Phrases with one wrong character, found by what is left of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.language.phrasebook import PhraseBook
from speechlint.model import Span

PHRASES = st.lists(st.text("甲乙丙", min_size=4, max_size=6), max_size=4)


@settings(max_examples=200)
@given(PHRASES, st.text("甲乙丙丁", max_size=12))
def test_every_stretch_one_character_away_is_found(phrases: list[str], text: str) -> None:
    expected = {
        (Span(at, at + len(phrase)), at + apart[0], phrase)
        for phrase in phrases
        for at in range(len(text) - len(phrase) + 1)
        if len(apart := [i for i in range(len(phrase)) if text[at + i] != phrase[i]]) == 1
    }
    assert set(PhraseBook(phrases).slips(text)) == expected
