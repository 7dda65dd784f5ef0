"""Which words may be names."""

from pathlib import Path

import pytest
import rjieba

from speechlint.language import names
from speechlint.language.names import Token, guessed_tag, loaded_tagger, tagger, tokens_of
from speechlint.model import Span

FIXTURES = Path(__file__).parents[2] / "fixtures" / "drafts"


@pytest.mark.parametrize(
    ("text", "tag", "proper"),
    [
        ("谭建国", None, True),
        ("昆山", "ns", True),
        ("柳泉坝", None, True),
        ("道路", "n", False),
        ("谭", "nr", False),
        ("ABC", "nz", False),
        ("第3组", "nz", False),
    ],
)
def test_a_name_is_of_two_characters_or_more_and_unknown_or_tagged(text: str, tag: str | None, proper: bool) -> None:
    assert Token(Span(0, len(text)), text, tag).proper is proper


@pytest.mark.parametrize("word", ["柳泉坝", "曹家堡", "ABC", "A4", "3.5%", "“", "《", "...", "，"])
def test_a_word_that_no_dictionary_has_is_tagged_as_rjieba_does(word: str) -> None:
    assert not rjieba.has_word(word)
    assert Token(Span(0, len(word)), word, None).tag == guessed_tag(word) == rjieba.tag(word)[0][1]


@pytest.mark.parametrize("draft", sorted(FIXTURES.glob("*.txt")), ids=lambda draft: draft.stem)
def test_words_are_tagged_alike_with_and_without_the_segmenter(draft: Path) -> None:
    for line in draft.read_text(encoding="utf-8").split("\n"):
        assert [*tagger()(line)] == [*loaded_tagger(line)]


def test_a_token_knows_where_in_the_draft_it_stands() -> None:
    found = tokens_of("谭建国在柳泉坝村", 10)
    assert "".join(token.text for token in found) == "谭建国在柳泉坝村"
    assert [token.span.start for token in found] == [10, *(token.span.end for token in found[:-1])]


def test_another_edition_of_the_dictionary_is_left_to_the_segmenter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "dictionary", lambda: None)
    assert names.tagger.__wrapped__() is loaded_tagger
