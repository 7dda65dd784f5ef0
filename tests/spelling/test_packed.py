"""Packed tables hold what was put in, and the same values always make the same table."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from speechlint.spelling.packed import Buckets, Packed, bucketed, packed

TEXTS = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=5)


def table(values: dict[str, int]) -> Packed:
    return Packed(memoryview(array("I", packed(values)[0])))


@given(st.dictionaries(TEXTS, st.integers(0, 255), min_size=1), st.sets(TEXTS))
def test_every_text_keeps_its_value_and_no_other_has_one(values: dict[str, int], others: set[str]) -> None:
    kept = table(values)
    assert {text: kept.get(text) for text in values} == values
    assert all(kept.get(text) == -1 for text in others - values.keys())


@given(st.dictionaries(TEXTS, st.integers(0, 255), min_size=1))
def test_the_order_of_the_values_changes_nothing(values: dict[str, int]) -> None:
    assert packed(values)[0] == packed(dict(reversed(values.items())))[0]


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1))
def test_every_text_is_in_the_bucket_of_its_key(pairs: list[tuple[str, str]]) -> None:
    ends, texts = bucketed(pairs, len(pairs))
    buckets = Buckets(memoryview(array("I", ends)), memoryview(texts))
    assert all(text in buckets.get(key) for key, text in pairs)
