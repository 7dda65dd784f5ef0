"""What is made of tables and kept between runs: the same as made anew, until a table or the program changes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from speechlint import prepared as module
from speechlint.prepared import KeptForms, packed, prepared, unpacked
from speechlint.stored import store
from speechlint.tables import Table, read_table, table_at

STATE = "state"


def lengths(table: Table) -> dict[str, list[int | str]]:
    return {row["word"]: [len(row["word"]), row["word"][:1]] for row in table.rows}


def never(table: Table) -> dict[str, list[int | str]]:
    pytest.fail("made again")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return wrote(tmp_path / "words.tsv", "word\n部署\n落实\n")


def wrote(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def run(folder: Path, table: Table, make: Callable[[Table], object], state: str = STATE) -> object:
    """What a run gets for a table, kept at its end."""
    kept = KeptForms()
    kept.take_up(folder, state)
    made = kept.form("lengths", [table], lambda: make(table))
    kept.save()
    return made


def test_a_second_run_makes_nothing(tmp_path: Path, path: Path) -> None:
    first = run(tmp_path, table_at(path), lengths)
    assert first == {"部署": [2, "部"], "落实": [2, "落"]}
    assert run(tmp_path, table_at(path), never) == first


def change_table(folder: Path, path: Path) -> str:
    wrote(path, "word\n部队\n落实\n")
    os.utime(path, ns=(1, 1))
    return STATE


def change_program(folder: Path, path: Path) -> str:
    return "another"


def damage(folder: Path, path: Path) -> str:
    wrote(folder / "forms.bin", "damaged")
    return STATE


def forge(folder: Path, path: Path) -> str:
    store(folder / "forms.bin", [STATE, [1, 2]])
    return STATE


@pytest.mark.parametrize("change", [change_table, change_program, damage, forge])
def test_after_a_change_forms_are_made_anew(tmp_path: Path, path: Path, change: Callable[[Path, Path], str]) -> None:
    run(tmp_path, table_at(path), lambda _: "old")
    state = change(tmp_path, path)
    assert run(tmp_path, table_at(path), lengths, state) == lengths(read_table(path))
    assert run(tmp_path, table_at(path), never, state) == lengths(read_table(path))


def test_what_has_gathered_is_dropped(tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, table_at(path), lengths)
    monkeypatch.setattr(module, "MOST_BYTES", 1)
    other = wrote(tmp_path / "other.tsv", "word\n会议\n")
    run(tmp_path, table_at(other), lengths)
    assert run(tmp_path, table_at(path), lambda _: "made anew") == "made anew"


def test_a_form_is_made_once_in_a_process(path: Path) -> None:
    calls: list[Table] = []

    @prepared
    def counted(table: Table) -> int:
        calls.append(table)
        return len(table.rows)

    assert [counted(table_at(path)), counted(table_at(path))] == [2, 2]
    assert calls == [table_at(path)]


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
