"""Options: each annotation a kind may use, and what of YAML fits it."""

import re
from pathlib import Path
from typing import Annotated, Literal

import pytest

from speechlint.model import BlockKind
from speechlint.options import Unfit, closest, convert
from speechlint.tables import Columns, Table

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("annotation", "value", "expected"),
    [
        (str, "甲", "甲"),
        (int, 3, 3),
        (float, 1, 1.0),
        (float, 0.5, 0.5),
        (bool, True, True),
        (str | None, None, None),
        (int | None, 3, 3),
        (Literal["a", "b"] | None, "b", "b"),
        (tuple[str, ...], ["甲", "乙"], ("甲", "乙")),
        (tuple[BlockKind, ...], ["body", "title"], (BlockKind.BODY, BlockKind.TITLE)),
    ],
)
def test_a_fit_value_is_taken(annotation: object, value: object, expected: object) -> None:
    assert convert(annotation, value, HERE) == expected


@pytest.mark.parametrize(
    ("annotation", "value", "key"),
    [
        (str, 1, "wrong-type"),
        (int, True, "wrong-type"),
        (int, 1.5, "wrong-type"),
        (float, True, "wrong-type"),
        (bool, "yes", "wrong-type"),
        (tuple[str, ...], "甲", "wrong-type"),
        (tuple[str, ...], ["甲", 1], "wrong-type"),
        (Literal["a", "b"] | None, "c", "not-allowed"),
        (tuple[BlockKind, ...], ["bodi"], "not-allowed"),
        (re.Pattern[str], "(", "broken-regex"),
        (Table, "nowhere.tsv", "missing-table"),
        (Annotated[Table, Columns("wrong")], "nowhere.tsv", "missing-table"),
    ],
)
def test_an_unfit_value_says_why(annotation: object, value: object, key: str) -> None:
    with pytest.raises(Unfit) as caught:
        convert(annotation, value, HERE)
    assert caught.value.key == key


def test_a_pattern_reads_paragraph_ends() -> None:
    pattern = convert(re.Pattern[str], "^一$", HERE)
    assert isinstance(pattern, re.Pattern)
    assert pattern.search("甲\n一\n乙")


def test_an_annotation_yaml_cannot_say_is_the_kinds_own_mistake() -> None:
    with pytest.raises(TypeError):
        convert(dict[str, str], {}, HERE)


@pytest.mark.parametrize(("word", "expected"), [("typoo", "typo"), (1, ""), ("完全不同", "")])
def test_the_closest_name_is_offered(word: object, expected: str) -> None:
    assert closest(word, ["typo", "date"]) == expected
