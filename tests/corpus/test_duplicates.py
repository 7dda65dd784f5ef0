"""Near-duplicates: what is alike is found, what is reported is alike, at any order and size."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("rensa")

from benchmarks.archive.planted import Planted, changed, measured, near_duplicates, text_of
from speechlint.corpus.shingles import jaccard, plain, shingles

ALIKE = 0.7


@pytest.mark.slow
def test_of_a_hundred_planted_copies_at_least_95_are_found_and_nothing_else() -> None:
    made = Planted.of(100, 7)
    found = near_duplicates(made.texts, ALIKE)
    assert len(made.pairs) == 100
    assert min(made.pairs.values()) >= ALIKE
    assert made.closest_decoy > 0.4, "the decoys are too easy"
    assert len(made.pairs.keys() & {(pair.first, pair.second) for pair in found}) >= 95
    assert [pair for pair in found if measured(made.texts[pair.first], made.texts[pair.second]) < ALIKE] == []


def test_texts_wholly_the_same_are_each_paired_with_the_first() -> None:
    text = text_of("one", 600)
    found = near_duplicates([text, text.replace("，", "， "), "另一篇讲话", text], ALIKE)
    assert [(pair.first, pair.second, pair.jaccard) for pair in found] == [(0, 1, 1.0), (0, 3, 1.0)]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["短", "短文"], ["　\n", "。，"]])
def test_next_to_nothing_is_like_nothing(texts: list[str]) -> None:
    assert near_duplicates(texts, ALIKE) == []


def test_spaces_and_punctuation_do_not_count() -> None:
    assert plain(" 同志们：\n　　大家好！_") == "同志们大家好"
    assert shingles("一二三四五六") == {"一二三四五", "二三四五六"}
    assert shingles("一、二") == {"一二"}


@given(st.sets(st.text("甲乙丙丁", min_size=1, max_size=3)), st.sets(st.text("甲乙丙丁", min_size=1, max_size=3)))
def test_likeness_is_mutual_and_whole_only_of_the_same(first: set[str], second: set[str]) -> None:
    one, other = frozenset(first), frozenset(second)
    assert jaccard(one, other) == jaccard(other, one)
    assert 0 <= jaccard(one, other) <= 1
    assert (jaccard(one, other) == 1) == (one == other and bool(one))


def test_what_is_found_is_what_comparing_every_pair_finds() -> None:
    texts = [text_of(f"draft {number}", 800) for number in range(12)]
    texts += [changed(text, f"{number}", 0.6 + number / 40) for number, text in enumerate(texts)]
    wanted = {(a, b) for a, b in combinations(range(24), 2) if measured(texts[a], texts[b]) >= ALIKE}
    assert {(pair.first, pair.second) for pair in near_duplicates(texts, ALIKE)} == wanted
