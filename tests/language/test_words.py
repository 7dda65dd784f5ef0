"""The words of one sentence, by their offsets in the draft."""

import pytest

from speechlint.language import words
from speechlint.language.readings import nearest
from speechlint.language.words import Words
from speechlint.model import Span


@pytest.fixture
def sentence(monkeypatch: pytest.MonkeyPatch) -> Words:
    """From offset 10 on: three words of two, one and three characters."""
    monkeypatch.setattr(words, "segmenter", lambda: lambda _: ["有效", "防", "犯罪者"])
    return Words("有效防犯罪者", 10)


@pytest.mark.parametrize(
    ("offset", "word", "breaks"),
    [
        (9, Span(10, 12), False),
        (10, Span(10, 12), True),
        (11, Span(10, 12), False),
        (12, Span(12, 13), True),
        (13, Span(13, 16), True),
        (15, Span(13, 16), False),
        (16, Span(13, 16), True),
        (20, Span(13, 16), False),
    ],
)
def test_each_place_lies_in_a_word(sentence: Words, offset: int, word: Span, breaks: bool) -> None:
    assert sentence.at(offset) == word
    assert sentence.breaks_at(offset) is breaks


@pytest.mark.parametrize(
    ("span", "begin", "cuts"),
    [
        (Span(10, 16), 3, False),
        (Span(10, 12), 1, False),
        (Span(11, 12), 0, True),
        (Span(11, 13), 1, True),
        (Span(12, 14), 2, True),
        (Span(12, 16), 2, False),
        (Span(13, 15), 1, True),
        (Span(14, 16), 0, True),
        (Span(12, 13), 1, False),
    ],
)
def test_words_begin_in_a_span_and_run_out_of_it(sentence: Words, span: Span, begin: int, cuts: bool) -> None:
    assert (sentence.count(span), sentence.cuts(span)) == (begin, cuts)


def test_a_sentence_is_as_long_as_it_has_words(sentence: Words) -> None:
    assert len(sentence) == 3


@pytest.mark.parametrize(
    ("places", "faults", "order"),
    [
        ([0, 4, 9, 12], [5], [4, 9, 0, 12]),
        ([0, 4, 9, 12], [0, 12], [0, 12, 9, 4]),
        ([0, 4, 9, 12], [10, 11], [9, 12, 4, 0]),
        ([3], [1, 2, 5], [3]),
    ],
)
def test_the_places_nearest_to_a_fault_come_first(places: list[int], faults: list[int], order: list[int]) -> None:
    assert nearest(places, faults) == order
