"""Storage: a failure is tried again, what is final is not, and a write is seen whole or not at all."""

from pathlib import Path

import pytest

pytest.importorskip("fsspec")

from speechlint.corpus import storage
from speechlint.corpus.storage import Storage


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "FIRST_PAUSE", 0.0)


def failing(times: int, error: Exception):  # type: ignore[no-untyped-def]
    calls = []

    def act() -> str:
        calls.append(1)
        if len(calls) <= times:
            raise error
        return f"tried {len(calls)}"

    return act


def test_what_fails_for_a_while_succeeds_in_the_end(tmp_path: Path) -> None:
    place = Storage(retries=3).at(str(tmp_path))
    assert place.again(failing(3, TimeoutError("slow"))) == "tried 4"
    assert place.again(failing(1, ValueError("500"))) == "tried 2"


def test_the_last_failure_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="TimeoutError: slow"):
        Storage(retries=2).at(str(tmp_path)).again(failing(3, TimeoutError("slow")))


def test_a_file_that_is_not_there_is_asked_for_once(tmp_path: Path) -> None:
    act = failing(1, FileNotFoundError("a"))
    with pytest.raises(FileNotFoundError):
        Storage().at(str(tmp_path)).again(act)
    assert act() == "tried 2"


@pytest.mark.parametrize("address", ["{folder}/x/a.json", "memory://somewhere/x/a.json"])
def test_what_is_written_replaces_what_was_there_and_leaves_nothing_else(tmp_path: Path, address: str) -> None:
    place = Storage().at(address.format(folder=tmp_path))
    place.write(b"one")
    place.write(b"two")
    assert place.read() == b"two"
    assert Storage().at(address.format(folder=tmp_path).rpartition("/")[0]).names() == ["a.json"]


def test_a_storage_that_renames_to_no_name_taken_is_written_to_again(monkeypatch: pytest.MonkeyPatch) -> None:
    place = Storage(retries=0).at("memory://hdfs/a.json")
    move = place.filesystem.mv

    def strict(old: str, new: str) -> None:
        if place.filesystem.exists(new):
            raise FileExistsError(new)
        move(old, new)

    monkeypatch.setattr(place.filesystem, "mv", strict)
    for data in (b"one", b"two"):
        place.write(data)
        assert place.read() == data


@pytest.mark.parametrize("address", ["{folder}/a.json", "memory://removed/a.json"])
def test_what_is_removed_is_gone_and_may_have_been_gone_before(tmp_path: Path, address: str) -> None:
    place = Storage().at(address.format(folder=tmp_path))
    place.write(b"x")
    for _ in range(2):
        place.remove()
        assert not place.exists()


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Storage(retries=0).at(str(tmp_path / "a.json"))
    place.write(b"old")

    def broken(path: str, data: bytes) -> None:
        Path(path).write_bytes(data[:1])
        raise OSError("disk full")

    monkeypatch.setattr(place.filesystem, "pipe_file", broken)
    with pytest.raises(OSError, match="disk full"):
        place.write(b"new")
    monkeypatch.undo()
    assert place.read() == b"old"


def test_names_of_a_folder_that_is_not_there_are_none(tmp_path: Path) -> None:
    assert Storage().at(str(tmp_path / "none")).names() == []
