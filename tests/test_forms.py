"""What is made once and kept between runs: the same as made anew, until the program changes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from speechlint import forms
from speechlint.forms import KeptForms, packed, unpacked
from speechlint.stored import store

STATE = "state"


def run(folder: Path, key: str, make: Callable[[], object], state: str = STATE) -> object:
    """What a run gets under a key, kept at its end."""
    kept = KeptForms()
    kept.take_up(folder, state)
    made = kept.form(key, make)
    kept.save()
    return made


def never() -> object:
    pytest.fail("made again")


def test_a_second_run_makes_nothing(tmp_path: Path) -> None:
    first = run(tmp_path, "lengths", lambda: {"部署": [2, "部"]})
    assert first == {"部署": [2, "部"]}
    assert run(tmp_path, "lengths", never) == first


def change_program(folder: Path) -> str:
    return "another"


def damage(folder: Path) -> str:
    (folder / "forms.bin").write_text("damaged", encoding="utf-8")
    return STATE


def forge(folder: Path) -> str:
    store(folder / "forms.bin", [STATE, [1, 2]])
    return STATE


@pytest.mark.parametrize("change", [change_program, damage, forge])
def test_after_a_change_forms_are_made_anew(tmp_path: Path, change: Callable[[Path], str]) -> None:
    run(tmp_path, "form", lambda: "old")
    state = change(tmp_path)
    assert run(tmp_path, "form", lambda: "new", state) == "new"
    assert run(tmp_path, "form", never, state) == "new"


def test_what_has_gathered_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, "first", lambda: "old")
    monkeypatch.setattr(forms, "MOST_BYTES", 1)
    run(tmp_path, "second", lambda: "old")
    assert run(tmp_path, "first", lambda: "made anew") == "made anew"
    assert run(tmp_path, "second", lambda: "made anew") == "made anew"


@pytest.mark.parametrize(
    "form",
    [
        [],
        [""],
        ["a", "", "b"],
        ["a\nb", "c"],
        ["a", 1],
        {},
        {"": ""},
        {"a": "b", "c": ""},
        {"a": "b\nc"},
        {"a": 1},
        {"\ud800": "b"},
    ],
)
def test_a_form_is_read_as_it_was_made(form: object) -> None:
    assert unpacked(packed(form)) == form
