"""All literals found in one pass."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import scan, vocabulary
from speechlint.scan import TextScan
from speechlint.vocabulary import Finder, Literals, Vocabulary, daachorse_finder

WORDS = st.lists(st.text("截止避署", min_size=1, max_size=4), min_size=1, max_size=12)
TEXTS = st.text("截止避署。\n\ud800", max_size=60)


def absent(strings: Sequence[str]) -> Finder | None:
    return None


def plain_places(words: Sequence[str], text: str) -> list[tuple[int, str]]:
    return sorted((at, word) for word in {*words} for at in range(len(text)) if text.startswith(word, at))


@pytest.mark.parametrize("finder", [daachorse_finder, absent])
@given(words=WORDS, others=WORDS, text=TEXTS)
def test_places_are_the_same_with_an_automaton_and_without(
    finder: object, words: list[str], others: list[str], text: str
) -> None:
    known = Vocabulary(finder)  # type: ignore[arg-type]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "WORTHWHILE", 0)
        for module in (vocabulary, scan):
            patch.setattr(module, "VOCABULARY", known)
        literals, more = Literals(words), Literals(others)
        for _ in range(2):  # what the first text asks for, the automaton of the second knows
            seen = TextScan(text)
            assert seen.places(literals) == plain_places(words, text)
            assert seen.places(more) == plain_places(others, text)
            assert seen.holds(literals) == any(word in text for word in words)


def test_an_automaton_is_built_once_much_is_new() -> None:
    built: list[list[str]] = []

    def finder(strings: list[str]) -> Finder | None:
        built.append(strings)
        return daachorse_finder(strings)

    vocabulary = Vocabulary(finder)
    assert vocabulary.automaton() is None
    vocabulary.learn(Literals(f"第{n}" for n in range(40)))
    known = vocabulary.automaton()
    assert known is not None
    vocabulary.learn(Literals(["截止"]))
    assert vocabulary.automaton() is known
    vocabulary.learn(Literals([f"又{n}" for n in range(40)]))
    assert vocabulary.automaton() is not known
    assert [len(strings) for strings in built] == [40, 81]
