"""Signatures: what is alike by the threshold asked for shares a band, whatever the threshold, and crowds stay cheap."""

import pytest

pytest.importorskip("rensa")

from benchmarks.archive.planted import changed, measured, near_duplicates, text_of
from speechlint.corpus.signatures import CROWD, MISSED, PERMUTATIONS, candidates, rows, signature


@pytest.mark.parametrize("threshold", [0.3, 0.5, 0.7, 0.8, 0.9, 0.99, 1.0])
def test_bands_are_as_wide_as_they_may_be(threshold: float) -> None:
    def missed(width: int) -> float:
        return float((1 - threshold**width) ** (PERMUTATIONS // width))

    width = rows(threshold)
    assert missed(width) <= MISSED
    assert width == PERMUTATIONS or missed(width + 1) > MISSED


def test_a_low_threshold_finds_what_is_little_alike() -> None:
    originals = [text_of(f"low {number}", 1_200) for number in range(12)]
    texts = [*originals, *(changed(text, f"low {number}", 0.3) for number, text in enumerate(originals))]
    planted = {(n, n + 12) for n in range(12) if measured(texts[n], texts[n + 12]) >= 0.3}
    assert len(planted) == 12
    assert planted <= {(pair.first, pair.second) for pair in near_duplicates(texts, 0.3)}


def test_the_same_text_has_the_same_signature_however_it_is_set() -> None:
    assert signature("同志们：\n今天开会。") == signature("同志们，今天开会")
    assert signature("　。\n").digest == b""


def test_in_a_crowd_each_is_held_against_the_first_of_it() -> None:
    alike = [signature("把任务分解到人、落实到户，确保年底前全面完成。")] * (CROWD * 3)
    pairs = candidates(alike, range(len(alike)), 0.7)
    assert len(pairs) < CROWD * len(alike)
    assert {second for _, second in pairs} == {*range(1, len(alike))}
