"""A value kept between runs: whole or not at all, and never from somebody else's hand."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from speechlint.stored import load, load_parts, program_folder, store, store_bytes, store_parts

VALUE = {"规则": [1, None, "typo/misspelling"], "空": {}}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    file = tmp_path / "folder" / "value.json"
    store(file, VALUE)
    return file


def test_a_value_is_the_same_in_the_next_run(kept: Path) -> None:
    assert load(kept) == VALUE


def test_nothing_kept_is_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") is None
    assert load(tmp_path) is None


def test_any_damage_makes_it_nothing(kept: Path) -> None:
    whole = kept.read_bytes()
    for at in range(len(whole)):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        assert load(kept) is None
        kept.write_bytes(whole[:at])
        assert load(kept) is None


PARTS = {"规则": b"\n\0", "": b"", "b": "规则".encode()}


def test_parts_are_the_same_in_the_next_run(tmp_path: Path) -> None:
    store_parts(tmp_path / "parts", VALUE, PARTS)
    assert load_parts(tmp_path / "parts") == (VALUE, PARTS)


@pytest.mark.parametrize("data", [b"", b"[]", b"[1,2]\n", b"[1,[2]]\n", b'[1,{"a":"b"}]\n', b"[" * 100_000, b"\xff\n"])
def test_what_is_no_parts_is_nothing(data: bytes, tmp_path: Path) -> None:
    store_bytes(tmp_path / "parts", data)
    assert load_parts(tmp_path / "parts") == (None, {})
    assert load_parts(tmp_path / "none") == (None, {})


@pytest.mark.skipif(os.name != "posix", reason="files have no mode here")
def test_only_the_user_may_read_or_write_it(kept: Path) -> None:
    assert kept.stat().st_mode & 0o077 == 0
    assert kept.parent.stat().st_mode & 0o077 == 0
    kept.chmod(0o666)
    assert load(kept) is None


def test_runs_at_once_leave_one_whole_value(kept: Path) -> None:
    values = [[number] * 10_000 for number in range(8)]

    def run(number: int) -> bool:
        store(kept, values[number % 8])
        return load(kept) in values

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(run, range(80)))
    assert [file.name for file in kept.parent.iterdir()] == [kept.name]


def test_a_folder_that_takes_nothing_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store(tmp_path / "file" / "value.json", VALUE)
    (tmp_path / "folder" / "value.json").mkdir(parents=True)
    store(tmp_path / "folder" / "value.json", VALUE)
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["value.json"]


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path))
    assert program_folder() == tmp_path
    monkeypatch.delenv("SPEECHLINT_CACHE_DIR")
    assert program_folder().name == "speechlint"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("named", ["", " ", "/somewhere/else", "relative/folder", "/with/a/slash/"])
def test_the_usual_folder_is_that_of_the_platform(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SPEECHLINT_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    assert program_folder() == user_cache_path("speechlint", appauthor=False)
