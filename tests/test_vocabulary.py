"""All literals found in one pass."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import scan, vocabulary
from speechlint.scan import TextScan
from speechlint.stored import load_bytes, store_bytes
from speechlint.vocabulary import Finder, Literals, Vocabulary, daachorse_finder, packed, unpacked

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


def test_another_run_goes_on_from_what_was_kept(tmp_path: Path) -> None:
    words = ["截止", "截止到", "避署"]
    data = packed(words, "1")
    assert data
    store_bytes(tmp_path / "literals.bin", data)
    known = Vocabulary(lambda _: pytest.fail("built again"))
    with pytest.MonkeyPatch.context() as patch:
        for module in (vocabulary, scan):
            patch.setattr(module, "VOCABULARY", known)
        known.take_up(tmp_path, "1")
        text = "截止到昨天，没有避署山庄。"
        for literals in (Literals(words), Literals(["避署", "山"])):
            assert TextScan(text).places(literals) == plain_places([*literals.strings, *literals.characters], text)


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-4], lambda data: b"9" + data, lambda data: b"", lambda data: None]
)
def test_what_was_not_packed_whole_is_not_unpacked(damage: Callable[[bytes], bytes | None]) -> None:
    data = packed(["截止"], "1")
    assert data
    assert unpacked(data, "1")
    assert unpacked(damage(data), "1") is None


def test_what_another_daachorse_packed_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(["截止"], "1")
    monkeypatch.setattr(vocabulary, "form", lambda: [1, 2])
    assert unpacked(data, "1") is None


def test_strings_are_kept_only_when_there_are_new_ones(tmp_path: Path) -> None:
    known = Vocabulary(daachorse_finder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "VOCABULARY", known)
        Literals(["截止", "避署"])
    file = tmp_path / "literals.bin"
    known._keep(file, "1", frozenset({"截止", "避署", "别的"}))
    assert not file.exists()
    known._keep(file, "1", frozenset({"截止"}))
    kept = unpacked(load_bytes(file), "1")
    assert kept
    assert unpacked(load_bytes(file), "2") is None
    assert kept.known == {"截止", "避署"}
