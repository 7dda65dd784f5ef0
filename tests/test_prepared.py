"""What is made of tables: once in a process, kept between runs, made anew when a table changes."""

import os
from pathlib import Path

import pytest

from speechlint import prepared as module
from speechlint.forms import KeptForms
from speechlint.prepared import prepared
from speechlint.tables import Table, table_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return wrote(tmp_path / "words.tsv", "word\n部署\n落实\n")


def wrote(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Table]:
    """The tables that were asked for lengths."""
    another_run(tmp_path, monkeypatch)
    return []


def another_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> KeptForms:
    kept = KeptForms()
    kept.take_up(folder, "state")
    monkeypatch.setattr(module, "KEPT", kept)
    return kept


def first_words(calls: list[Table], *tables: Table) -> list[str]:
    @prepared
    def words(table: Table) -> list[str]:
        calls.append(table)
        return [row["word"] for row in table.rows]

    return [words(table)[0] for table in tables]


def test_a_form_is_made_once_in_a_process(path: Path, calls: list[Table]) -> None:
    assert first_words(calls, table_at(path), table_at(path)) == ["部署", "部署"]
    assert calls == [table_at(path)]


def test_a_form_is_made_once_for_all_runs(
    path: Path, tmp_path: Path, calls: list[Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        kept = another_run(tmp_path, monkeypatch)
        assert first_words(calls, table_at(path)) == ["部署"]
        kept.save()
    assert calls == [table_at(path)]


def test_a_table_that_changed_is_read_anew(path: Path, calls: list[Table]) -> None:
    first_words(calls, table_at(path))
    wrote(path, "word\n部队\n落实\n")
    os.utime(path, ns=(1, 1))
    assert first_words(calls, table_at(path)) == ["部队"]
