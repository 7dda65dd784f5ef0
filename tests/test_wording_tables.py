"""The tables of the wording and punctuation rules: sorted where order says nothing, and free of contradictions."""

import re

import pytest
from conftest import ROOT

from speechlint.tables import Table, read_table

WORDING = ROOT / "rules" / "wording"
SWAPS = ("misworded-phrase", "institution")
FRAMES = ("frame", "order", "redundancy")


def table(name: str) -> Table:
    return read_table(WORDING / f"{name}.tsv")


@pytest.mark.parametrize("name", SWAPS)
def test_wrong_forms_are_sorted_and_no_right_form_holds_a_wrong_one(name: str) -> None:
    rows = table(name).rows
    wrong = [row["wrong"] for row in rows]
    assert wrong == sorted(wrong)
    guards = {row["wrong"]: re.compile(row["guard"] or re.escape(row["wrong"])) for row in rows}
    for row in rows:
        held = [form for form in wrong if form in row["right"] and guards[form].search(row["right"])]
        assert held == [], row["right"]


@pytest.mark.parametrize("name", SWAPS)
def test_a_guard_is_tried_where_the_wrong_form_begins(name: str) -> None:
    for row in table(name).rows:
        if row["guard"]:
            found = re.compile(row["guard"]).search(f"要{row['wrong']}，")
            assert found is not None
            assert found.start() == 1


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_stays_in_its_paragraph(name: str) -> None:
    for row in table(name).rows:
        re.compile(row["find"])
        assert not re.search(r"\[\^(?!\\n)", row["find"]), row["find"]


def test_an_official_name_is_listed_once_and_long_enough_to_be_told_from_others() -> None:
    names = [row["name"] for row in table("formal-name").rows]
    assert len(set(names)) == len(names)
    assert all(len(name) >= 7 for name in names)
