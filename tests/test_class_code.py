"""Classes whose functions were compiled in an earlier run are the same classes, whatever became of the file."""

import dataclasses
import marshal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from speechlint.class_code import CompiledTexts
from speechlint.stored import load_bytes, load_code, store_bytes, store_code


@contextmanager
def installed(folder: Path) -> Iterator[CompiledTexts]:
    texts = CompiledTexts(folder)
    texts.install()
    try:
        yield texts
    finally:
        texts.uninstall()
        texts.save()


def made() -> list[object]:
    """What two classes can do."""

    @dataclasses.dataclass(frozen=True, slots=True, order=True)
    class Place:
        start: int
        end: int = 7
        names: list[str] = dataclasses.field(default_factory=list, compare=False)

    @dataclasses.dataclass
    class Kept:
        place: Place

        def __post_init__(self) -> None:
            self.place = dataclasses.replace(self.place, names=["a"])

    place = Place(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        place.start = 2  # type: ignore[misc]
    return [repr(place), Place(1) == place, hash(place) == hash(Place(1)), Place(0) < place, repr(Kept(place))]


def test_a_second_run_compiles_nothing(tmp_path: Path) -> None:
    right = made()
    with installed(tmp_path) as texts:
        assert made() == right
        assert texts._fresh
    with installed(tmp_path) as texts:
        assert made() == right
        assert not texts._fresh


@pytest.mark.parametrize("data", [b"", b"\x00", b"no code", marshal.dumps([1]), marshal.dumps({"text": 1})])
def test_a_file_that_holds_something_else_is_no_file(data: bytes, tmp_path: Path) -> None:
    right = made()
    store_bytes(CompiledTexts(tmp_path).file, data)
    with installed(tmp_path) as texts:
        assert made() == right
    assert load_bytes(texts.file) != data


def test_a_file_cut_short_is_no_file(tmp_path: Path) -> None:
    right = made()
    with installed(tmp_path) as texts:
        made()
    whole = texts.file.read_bytes()
    for length in range(0, len(whole), 101):
        texts.file.write_bytes(whole[:length])
        with installed(tmp_path):
            assert made() == right


def test_what_nobody_asks_for_any_more_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speechlint.class_code.MOST", 1)
    store_code(CompiledTexts(tmp_path).file, {"1": compile("1", "", "exec")})
    with installed(tmp_path) as texts:
        made()
    kept = load_code(texts.file)
    assert isinstance(kept, dict)
    assert "1" not in kept


def test_python_compiles_as_ever_without_it() -> None:
    assert "exec" not in vars(dataclasses)
