"""The typo tables: sorted, without repetition, and never at odds with themselves or with ordinary words."""

import re
import warnings
from functools import cache
from pathlib import Path

import pytest

from speechlint.ruleset import builtin_folder
from speechlint.tables import Row, read_table

FOLDER = builtin_folder() / "typo"
SWAPS = ("misspelling", "variant", "doubled-synonym")
COMMON = 50


@cache
def rows(name: str) -> tuple[Row, ...]:
    return read_table(FOLDER / f"{name}.tsv").rows


@cache
def common_words() -> str:
    """jieba's words of some frequency, one a line; rarer ones include the very misspellings we hunt."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    lines = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    return "\n".join(word for word, count, *_ in map(str.split, lines) if int(count) >= COMMON)


def guard_lets_through(row: Row, text: str) -> bool:
    places = [found.start() for found in re.finditer(re.escape(row["wrong"]), text)]
    guard = re.compile(row["guard"] or re.escape(row["wrong"]))
    return any(guard.match(text, at) for at in places)


@pytest.mark.parametrize("name", [*SWAPS, "traditional", "compatibility", "reduplicated", "idioms", "official-phrases"])
def test_a_table_is_sorted_by_its_first_column(name: str) -> None:
    first = [row.cells[0] for row in rows(name)]
    assert first == sorted(first)


@pytest.mark.parametrize("name", SWAPS)
def test_no_form_is_put_right_into_itself_or_a_second_wrong_form(name: str) -> None:
    wrong = {row["wrong"] for row in rows(name)}
    assert [row["wrong"] for row in rows(name) if row["right"] in wrong] == []


@pytest.mark.parametrize("name", ["misspelling", "variant"])
def test_no_wrong_form_stands_inside_a_right_one(name: str) -> None:
    right = "\n".join(sorted({row["right"] for row in rows(name)}))
    assert [row["wrong"] for row in rows(name) if row["wrong"] in right and guard_lets_through(row, right)] == []


def test_no_misspelling_stands_inside_a_common_word() -> None:
    words = common_words()
    assert [
        row["wrong"] for row in rows("misspelling") if row["wrong"] in words and guard_lets_through(row, words)
    ] == []


@pytest.mark.parametrize("name", SWAPS)
def test_a_guard_looks_at_its_own_form(name: str) -> None:
    assert [row["wrong"] for row in rows(name) if row["guard"] and row["wrong"] not in row["guard"]] == []


def test_no_form_is_both_a_misspelling_and_a_variant() -> None:
    assert {row["wrong"] for row in rows("misspelling")} & {row["wrong"] for row in rows("variant")} == set()


def test_the_table_of_misspellings_is_large() -> None:
    assert len(rows("misspelling")) >= 2500
