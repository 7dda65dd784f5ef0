"""What speaks against a hint."""

from pathlib import Path

import pytest
from spelling.small import COMMON, RARE, logarithm, small_model

from speechlint.spelling.candidates import Edit
from speechlint.spelling.doubts import EVERYDAY, GRAMMATICAL, LISTED, TORN, doubts


@pytest.mark.parametrize(
    ("words", "edit", "expected"),
    [
        # Nothing but how strange the stretch is.
        (("好", "环", "竞"), Edit(1, 3, "环境"), 0.0),
        (("环", "竞", "好"), Edit(0, 2, "环境"), 0.0),
        (("环竞", "好"), Edit(0, 2, "环境"), 0.0),
        # A word reaches over the end, or the beginning, of the edit.
        (("环", "竞好"), Edit(0, 2, "环境"), TORN),
        (("好环", "竞"), Edit(1, 3, "环境"), TORN),
        (("好环竞争",), Edit(1, 3, "环境"), TORN),
        # Some dictionary holds it.
        (("降", "碳"), Edit(0, 2, "争碳"), LISTED),
        # One of the commonest words would go.
        (("环", "好"), Edit(0, 2, "环境"), GRAMMATICAL),
        (("好", "环"), Edit(0, 2, "好境"), 0.0),
        # What would be meant is rare itself.
        (("环", "碳"), Edit(0, 2, "降碳"), logarithm(RARE) - EVERYDAY),
    ],
)
def test_doubts_are_counted_in_powers_of_ten(
    tmp_path: Path, words: tuple[str, ...], edit: Edit, expected: float
) -> None:
    model = small_model(tmp_path, common=("环境", "争碳", "好境", "好"), rare=("降碳",))
    assert logarithm(COMMON) < EVERYDAY
    assert doubts("".join(words), words, edit, 1.25, model) == pytest.approx(1.25 + expected, abs=0.02)
