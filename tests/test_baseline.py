"""A baseline knows findings by their words: moving them wakes none, adding one is new, mending one is fixed."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.baseline import baseline_text, compare, entries_of, growth, read_baseline, without
from speechlint.examples import document_of
from speechlint.messages import Problem
from speechlint.model import Severity
from speechlint.rule_file import load_rules
from speechlint.session import Checked, Settings, check_document

SETTINGS = Settings(tuple(rule for rule in load_rules() if rule.id == "typo/misspelling"), Severity.INFO)
FOLDER = Path("/nowhere")
A, B, C = "打造避署胜地。", "要把任务布署到位。", "履行法律赋于的职责。"


def outcome(name: str, *lines: str) -> Checked:
    checked = check_document(document_of("\n".join(lines)), SETTINGS)
    return Checked(str(FOLDER / name), checked.document, checked.findings)


def counts(before: Sequence[Checked], after: Sequence[Checked]) -> tuple[int, int, int]:
    compared = compare(entries_of(before, FOLDER), after, FOLDER, lambda entry: True)
    return compared.known, compared.new, compared.fixed_count


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([["a", A, B]], [["a", A, B]], (2, 0, 0)),
        ([["a", A, B]], [["a", "新的一段。", "", B, "再一段。", A]], (2, 0, 0)),
        ([["a", A, B]], [["a", A]], (1, 0, 1)),
        ([["a", A]], [["a", A, B]], (1, 1, 0)),
        ([["a", A]], [["a", A, A]], (1, 1, 0)),
        ([["a", A, A]], [["a", A]], (1, 0, 1)),
        ([["a", A], ["b", B]], [["a", B], ["b", A]], (2, 0, 0)),
        ([["a", A]], [["renamed", A]], (1, 0, 0)),
        ([["a", A]], [["a", "无"], ["b", A, A]], (1, 1, 0)),
        ([["a", A]], [["a", A], ["b", A]], (1, 1, 0)),
    ],
)
def test_known_new_and_fixed(before: list[list[str]], after: list[list[str]], expected: tuple[int, int, int]) -> None:
    assert counts([outcome(*file) for file in before], [outcome(*file) for file in after]) == expected


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([A, B, C, "无误。"]), max_size=8), st.randoms(use_true_random=False))
def test_moving_paragraphs_about_wakes_nothing(lines: list[str], random: "st.random.Random") -> None:
    moved = list(lines)
    random.shuffle(moved)
    known, new, fixed = counts([outcome("a", *lines)], [outcome("a", *moved)])
    assert (new, fixed) == (0, 0)
    assert known == len([line for line in lines if line != "无误。"])


def test_a_file_not_checked_keeps_its_entries(tmp_path: Path) -> None:
    (tmp_path / "b").touch()
    entries = entries_of([Checked(str(tmp_path / "b"), *astuple(outcome("b", B)))], tmp_path)
    compared = compare(entries, [outcome("a", B)], tmp_path, lambda entry: True)
    assert (compared.known, compared.new, compared.fixed) == (0, 1, ())


def astuple(checked: Checked) -> tuple[object, object]:
    return checked.document, checked.findings


def test_what_a_run_could_not_have_found_is_not_fixed() -> None:
    compared = compare(entries_of([outcome("a", A)], FOLDER), [outcome("a", "无")], FOLDER, lambda entry: False)
    assert compared.fixed_count == 0


def test_entries_survive_their_file_and_prune_to_what_is_left(tmp_path: Path) -> None:
    entries = entries_of([outcome("a", A, A, B)], FOLDER)
    file = tmp_path / "baseline.json"
    file.write_text(baseline_text(entries), encoding="utf-8")
    assert set(read_baseline(file)) == set(entries)
    gone = compare(entries, [outcome("a", A)], FOLDER, lambda entry: True).fixed
    assert without(entries, gone) == entries_of([outcome("a", A)], FOLDER)
    assert growth(entries, entries_of([outcome("b", A, B)], FOLDER)) == 0
    assert growth(entries, entries_of([outcome("a", A, A, A, C)], FOLDER)) == 2


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{"a": 1}]}'])
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(Problem, match="not a baseline"):
        read_baseline(tmp_path / "b.json")
