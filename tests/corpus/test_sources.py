"""Sources: folders, globs, manifests and members of archives, each draft once."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("fsspec")

import fsspec
from corpus.runs import RIGHT, write_drafts

from speechlint.corpus.sources import drafts, unpacked
from speechlint.corpus.storage import Storage
from speechlint.messages import Problem

STORAGE = Storage()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    write_drafts(tmp_path, ["a.txt", "2021/b.md", "2021/.hidden.txt", "2021/~$c.docx", "2021/d.png", "2022/e.txt"])
    with zipfile.ZipFile(tmp_path / "2022" / "旧稿.zip", "w") as packed:
        packed.writestr("一.txt", RIGHT)
        packed.writestr("附件/二.txt", RIGHT)
        packed.writestr("__MACOSX/一.txt", "")
        packed.writestr("三.png", "")
    with tarfile.open(tmp_path / "old.tar.gz", "w:gz") as packed:
        member = tarfile.TarInfo("x/四.txt")
        member.size = len(RIGHT.encode())
        packed.addfile(member, io.BytesIO(RIGHT.encode()))
    return tmp_path


def names(*sources: str, manifests: tuple[str, ...] = (), below: Path) -> list[str]:
    return [draft.address.removeprefix(f"{below}/") for draft in drafts(sources, manifests, STORAGE)]


def test_a_folder_means_every_draft_below_it_and_in_its_archives(archive: Path) -> None:
    assert names(str(archive), below=archive) == [
        "2021/b.md",
        "2022/e.txt",
        "2022/旧稿.zip!/一.txt",
        "2022/旧稿.zip!/附件/二.txt",
        "a.txt",
        "old.tar.gz!/x/四.txt",
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a.txt", ["a.txt"]),
        ("*/*.txt", ["2022/e.txt"]),
        ("**/*.md", ["2021/b.md"]),
        ("old.tar.gz", ["old.tar.gz!/x/四.txt"]),
        ("old.tar.gz!/x/四.txt", ["old.tar.gz!/x/四.txt"]),
    ],
)
def test_what_a_source_means(archive: Path, source: str, found: list[str]) -> None:
    assert names(f"{archive}/{source}", below=archive) == found


def test_a_manifest_lists_sources_and_no_draft_comes_twice(archive: Path) -> None:
    manifest = archive / "list"
    manifest.write_text(f"# 名单\n{archive}/a.txt\n\n{archive}/2022/*.txt\n{archive}/a.txt\n", encoding="utf-8")
    assert names(f"{archive}/a.txt", manifests=(str(manifest),), below=archive) == ["a.txt", "2022/e.txt"]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("/no/such/folder", "no-such-path"),
        ("/no/such/*.txt", "corpus-nothing"),
        ("nothing://a", "corpus-no-storage"),
    ],
)
def test_a_source_that_means_nothing_is_a_problem(source: str, problem: str) -> None:
    with pytest.raises(Problem) as raised:
        list(drafts([source], [], STORAGE))
    assert raised.value.key == problem


def test_other_storages_are_read_by_their_address() -> None:
    filesystem = fsspec.filesystem("memory")
    filesystem.pipe("/archive/2020/a.txt", RIGHT.encode())
    filesystem.pipe("/archive/b.md", RIGHT.encode())
    found = list(drafts(["memory://archive"], [], STORAGE))
    assert [(draft.address, draft.size) for draft in found] == [
        ("memory:///archive/2020/a.txt", len(RIGHT.encode())),
        ("memory:///archive/b.md", len(RIGHT.encode())),
    ]


def test_members_come_in_one_pass_and_those_too_large_do_not(archive: Path) -> None:
    for container, member in [("2022/旧稿.zip", "附件/二.txt"), ("old.tar.gz", "x/四.txt")]:
        place = STORAGE.at(str(archive / container))
        assert list(unpacked(place, {member, "absent"}, 1_000)) == [(member, RIGHT.encode())]
        assert list(unpacked(place, {member}, 3)) == []


def test_a_broken_archive_is_one_draft_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    assert names(str(tmp_path), below=tmp_path) == ["broken.zip"]
