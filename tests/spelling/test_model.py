"""A model file says what was put into it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spelling.small import COMMON, logarithm, small_model

from speechlint.spelling.model import (
    BREAK,
    FILE,
    PAIR,
    STEPS,
    UNKNOWN,
    LanguageModel,
    Model,
    language_model,
    quantised,
    save,
)

Value = TypeVar("Value")


def test_a_saved_model_says_what_was_put_in(tmp_path: Path) -> None:
    model = small_model(tmp_path)
    assert model.word("环境") == (logarithm(COMMON), pytest.approx(logarithm(0.5), abs=1 / STEPS))
    assert model.word("环竞") is None
    assert model.cost("好", "环境") == pytest.approx(logarithm(0.5), abs=1 / STEPS)
    assert model.cost("环境", "好") == pytest.approx(logarithm(COMMON * 0.5), abs=1 / STEPS)
    assert model.attested("降碳")
    assert not model.attested("环竞")
    assert model.lookalikes("镜") == "境"


def test_a_character_nobody_knows_is_improbable(tmp_path: Path) -> None:
    assert small_model(tmp_path).cost("好", "龘") >= UNKNOWN


def test_another_file_is_no_model(tmp_path: Path) -> None:
    path = tmp_path / "words.model"
    path.write_bytes(b"something else\n")
    with pytest.raises(ValueError, match="no language model"):
        LanguageModel(path)


@given(st.floats(1e-10, 1), st.floats(1e-10, 1))
def test_the_likelier_never_costs_more(one: float, other: float) -> None:
    assert (quantised(one) <= quantised(other)) or one < other


def test_the_model_that_comes_along_fits_the_wheel_and_knows_words() -> None:
    assert FILE.stat().st_size <= 8_000_000
    model = language_model()
    common, rare = model.word("工作"), model.word("饕餮")
    assert common is not None
    assert rare is not None
    assert common < rare


def test_a_saved_model_does_not_depend_on_the_order_of_what_went_in() -> None:
    words = {BREAK: 25, "好": 50, "环境": 60, "环": 90, "境": 95}
    model = Model(
        words,
        {"好": 10, "环境": 20},
        {"好" + PAIR + "环境": 30, "环境" + PAIR + "好": 35},
        ["降碳", "提质", "增效"],
        [("ab", "环境"), ("ab", "好境"), ("cd", "竞争")],
        {"环": "x", "境": "y"},
        {"镜": "境", "竞": "竟"},
    )
    other = Model(
        reversed_(model.words),
        reversed_(model.weights),
        reversed_(model.pairs),
        set(model.attested),
        list(model.words_of_sound)[::-1],
        reversed_(model.sounds),
        reversed_(model.lookalikes),
    )
    assert save(model) == save(other)


def reversed_(table: Mapping[str, Value]) -> dict[str, Value]:
    return dict(reversed([*table.items()]))


def test_the_page_tells_the_hash_of_the_model_that_comes_along() -> None:
    page = Path(__file__).parents[2] / "docs" / "language-model.md"
    assert hashlib.sha256(FILE.read_bytes()).hexdigest() in page.read_text(encoding="utf-8")
