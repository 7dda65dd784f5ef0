"""Files read and replaced: whole or not at all, and what cannot be done said in one line."""

from pathlib import Path

import pytest

from speechlint.messages import Problem
from speechlint.writers.files import back_up, read_file, replace_file


def test_a_file_is_replaced_with_its_mode_kept_and_nothing_left_beside(tmp_path: Path) -> None:
    file = tmp_path / "稿.txt"
    file.write_bytes(b"old")
    file.chmod(0o640)
    replace_file(file, b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)
    assert [*tmp_path.iterdir()] == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "稿.txt", tmp_path / "link.txt"
    file.write_bytes(b"old")
    link.symlink_to(file)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("place", "key"), [("absent.txt", "no-such-path"), ("folder", "unreadable")], ids=["absent", "a folder"]
)
def test_what_cannot_be_read_is_a_problem(tmp_path: Path, place: str, key: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(Problem) as caught:
        read_file(tmp_path / place)
    assert caught.value.key == key


def test_what_cannot_be_replaced_is_a_problem_and_stays(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for place in (folder, tmp_path / "absent" / "稿.txt"):
        with pytest.raises(Problem) as caught:
            replace_file(place, b"new")
        assert caught.value.key == "unreadable"
    assert [*tmp_path.iterdir()] == [folder]


def test_a_copy_never_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    file = tmp_path / "稿.txt"
    file.write_bytes(b"one")
    first = back_up(file)
    file.write_bytes(b"two")
    second = back_up(file)
    assert first is not None
    assert second is not None
    assert (first.read_bytes(), second.read_bytes()) == (b"one", b"two")
