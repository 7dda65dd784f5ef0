"""All literals found in one pass."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import scan, vocabulary
from speechlint.scan import TextScan
from speechlint.stored import load_parts, store_parts
from speechlint.vocabulary import Finder, Literals, Vocabulary, daachorse_finder, keep, recalled

WORDS = st.lists(st.text("截止避署一。", min_size=1, max_size=4), min_size=1, max_size=12)
TEXTS = st.text("截止避署一。\n\ud800", max_size=60)


def absent(strings: Sequence[str]) -> Finder | None:
    return None


def plain_places(words: Sequence[str], text: str) -> list[tuple[int, str]]:
    return sorted((at, word) for word in {*words} for at in range(len(text)) if text.startswith(word, at))


@pytest.mark.parametrize("seldom", [False, True])
@pytest.mark.parametrize("finder", [daachorse_finder, absent])
@given(words=WORDS, others=WORDS, text=TEXTS)
def test_places_are_the_same_with_an_automaton_and_without(
    finder: object, seldom: bool, words: list[str], others: list[str], text: str
) -> None:
    known = Vocabulary(finder)  # type: ignore[arg-type]
    with pytest.MonkeyPatch.context() as patch:
        for module in (vocabulary, scan):
            patch.setattr(module, "VOCABULARY", known)
        literals, more = Literals(words), Literals(others, seldom=seldom)
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
    for new in (100, 0, 9, 15, 300, 9):
        literals = Literals(f"{len(sizes)}第{n}" for n in range(new))
        if new:
            known.learn(literals)
        automata = known.automata()
        assert not new or literals in automata.learnt
        sizes.append([len(automaton.strings) for automaton in automata.several])
    assert sizes == [[100], [100], [100, 9], [100, 24], [424], [424, 9]]
    assert built == [100, 9, 24, 424, 9]


def test_what_is_seldom_sought_joins_no_automaton(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Vocabulary(daachorse_finder)
    monkeypatch.setattr(vocabulary, "VOCABULARY", known)
    often, seldom = ([f"{start}{number}" for number in range(100)] for start in ("截止", "避署"))
    literals = Literals(often), Literals(seldom, seldom=True)
    assert known.automata().learnt == {literals[0]}


def test_an_automaton_is_not_made_for_a_few_strings() -> None:
    known = Vocabulary(daachorse_finder)
    for n in range(8):
        known.learn(Literals([f"第{n}"]))
        assert not known.automata().several
    known.learn(Literals(["第八"]))
    assert [len(automaton.strings) for automaton in known.automata().several] == [9]


def test_another_run_goes_on_from_what_was_kept(tmp_path: Path) -> None:
    words = ["截止", "截止到", "避署"]
    keep(tmp_path / "literals.bin", "1", words)
    known = Vocabulary(lambda _: pytest.fail("built again"))
    with pytest.MonkeyPatch.context() as patch:
        for module in (vocabulary, scan):
            patch.setattr(module, "VOCABULARY", known)
        known.take_up(tmp_path, "1")
        text = "截止到昨天，没有避署山庄。"
        for literals in (Literals(words), Literals(["避署", "山"])):
            assert TextScan(text).places(literals) == plain_places([*literals.strings, *literals.characters], text)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    file = tmp_path / "literals.bin"
    keep(file, "1", ["截止"])
    assert recalled(file, "1")
    return file


@pytest.mark.parametrize("damage", [lambda data: data[:-4], lambda data: b"9" + data, lambda data: b""])
def test_an_automaton_that_is_not_whole_is_not_recalled(kept: Path, damage: Callable[[bytes], bytes]) -> None:
    head, parts = load_parts(kept)
    store_parts(kept, head, {name: damage(part) for name, part in parts.items()})
    assert recalled(kept, "1") is None


@pytest.mark.parametrize("head", [None, "1", [], [1, "1"]])
def test_what_has_another_head_is_not_recalled(kept: Path, head: object) -> None:
    _, parts = load_parts(kept)
    store_parts(kept, head, parts)
    assert recalled(kept, "1") is None


def test_a_head_alone_is_not_recalled(kept: Path) -> None:
    head, _ = load_parts(kept)
    store_parts(kept, head, {})
    assert recalled(kept, "1") is None


def test_no_file_is_nothing_to_recall(tmp_path: Path) -> None:
    assert recalled(tmp_path / "literals.bin", "1") is None


def test_what_another_daachorse_made_is_left(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "form", lambda: [1, 2])
    assert recalled(kept, "1") is None


def test_strings_are_kept_only_when_there_are_new_ones(tmp_path: Path) -> None:
    known = Vocabulary(daachorse_finder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "VOCABULARY", known)
        Literals(["截止", "避署"])
    file = tmp_path / "literals.bin"
    known._keep(file, "1", frozenset({"截止", "避署", "别的"}))
    assert not file.exists()
    known._keep(file, "1", frozenset({"截止"}))
    automaton = recalled(file, "1")
    assert automaton
    assert recalled(file, "2") is None
    assert automaton.known == {"截止", "避署"}
