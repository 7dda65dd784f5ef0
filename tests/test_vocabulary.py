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
        for module in (vocabulary, scan):
            patch.setattr(module, "VOCABULARY", known)
        literals, more = Literals(words), Literals(others)
        for _ in range(2):  # what the first text asks for, the automaton of the second knows
            seen = TextScan(text)
            assert seen.places(literals) == plain_places(words, text)
            assert seen.places(more) == plain_places(others, text)
            assert seen.holds(literals) == any(word in text for word in words)


def test_what_is_new_joins_automata_that_are_not_much_larger() -> None:
    built: list[int] = []

    def finder(strings: list[str]) -> Finder | None:
        built.append(len(strings))
        return daachorse_finder(strings)

    known = Vocabulary(finder)
    sizes = []
    for new in (40, 0, 1, 2, 300, 2):
        literals = Literals(f"{len(sizes)}第{n}" for n in range(new))
        if new:
            known.learn(literals)
        automata = known.automata()
        assert not new or automata.know(literals)
        sizes.append([len(automaton.strings) for automaton in automata.several])
    assert sizes == [[40], [40], [40, 1], [40, 3], [343], [343, 2]]
    assert built == [40, 1, 3, 343, 2]
