"""Sources: folders, globs, manifests and members of archives, each draft once."""

import os
from pathlib import Path

import pytest

pytest.importorskip("fsspec")

import fsspec
from corpus.packed import tarred, zipped
from corpus.runs import RIGHT, write_drafts

from speechlint.corpus.fetch import fetch
from speechlint.corpus.sources import drafts
from speechlint.corpus.storage import Storage
from speechlint.messages import Problem

STORAGE = Storage()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    write_drafts(tmp_path, ["a.txt", "2021/b.md", "2021/.hidden.txt", "2021/~$c.docx", "2021/d.png", "2022/e.txt"])
    members = {"一.txt": RIGHT.encode(), "附件/二.txt": RIGHT.encode(), "__MACOSX/一.txt": b"", "三.png": b""}
    (tmp_path / "2022" / "旧稿.zip").write_bytes(zipped(members))
    (tmp_path / "old.tar.gz").write_bytes(tarred({"x/四.txt": RIGHT.encode()}, "w:gz"))
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
        ("memory://archive/2020/a.txt", len(RIGHT.encode())),
        ("memory://archive/b.md", len(RIGHT.encode())),
    ]


def test_a_broken_archive_is_one_draft_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    assert names(str(tmp_path), below=tmp_path) == ["broken.zip"]
    (draft,) = drafts([str(tmp_path)], [], STORAGE)
    problem = fetch(draft, STORAGE)
    assert isinstance(problem, Problem)
    assert problem.key == "corpus-broken-container"


def test_an_archive_broken_off_gives_the_members_before_and_itself(tmp_path: Path) -> None:
    members = {f"{number}.txt": os.urandom(5_000) for number in range(4)}
    (tmp_path / "a.tar.gz").write_bytes(tarred(members, "w:gz")[:12_000])
    found = names(str(tmp_path), below=tmp_path)
    assert found[0] == "a.tar.gz!/0.txt"
    assert found[-1] == "a.tar.gz"


def test_a_member_whose_archive_lies_in_a_folder_that_ends_with_an_exclamation_mark(tmp_path: Path) -> None:
    write_drafts(tmp_path, ["重要!/a.txt"])
    (draft,) = drafts([str(tmp_path)], [], STORAGE)
    assert draft.container == ""
    assert isinstance(fetch(draft, STORAGE), bytes)


def test_links_to_files_count_and_loops_of_links_do_not_hold_the_search(tmp_path: Path) -> None:
    write_drafts(tmp_path, ["a/x.txt", "b/y.txt"])
    (tmp_path / "a" / "link.txt").symlink_to(tmp_path / "b" / "y.txt")
    (tmp_path / "a" / "broken.txt").symlink_to("nowhere")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert names(str(tmp_path), below=tmp_path) == ["a/link.txt", "a/x.txt", "b/y.txt"]
    assert names(f"{tmp_path}/a/*.txt", below=tmp_path) == ["a/link.txt", "a/x.txt"]


def test_a_closed_folder_is_a_draft_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_drafts(tmp_path, ["a/x.txt", "b/y.txt"])
    scandir = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("/b"):
            raise PermissionError(13, "closed", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert names(str(tmp_path), below=tmp_path) == ["a/x.txt", "b"]


@pytest.mark.skipif(os.name != "posix", reason="names of files are text elsewhere")
def test_a_name_that_is_not_utf_8_has_an_address_that_is(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + "讲话".encode("gbk") + b".txt"))).write_text(RIGHT)
    (draft,) = drafts([str(tmp_path)], [], STORAGE)
    draft.address.encode()
    assert fetch(draft, STORAGE) == RIGHT.encode()


def test_a_manifest_asks_for_nothing_before_its_files_are_read(tmp_path: Path) -> None:
    manifest = tmp_path / "list"
    manifest.write_text("s3://no-such-bucket/a.txt\n/no/such/b.txt\n", encoding="utf-8")
    found = list(drafts([], [str(manifest)], STORAGE))
    assert [draft.address for draft in found] == ["s3://no-such-bucket/a.txt", "/no/such/b.txt"]
    assert {draft.source for draft in found} == {str(manifest)}
    missing = fetch(found[1], STORAGE)
    assert isinstance(missing, Problem)
    assert missing.key == "no-such-path"


def test_an_empty_manifest_means_nothing(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("# 空\n", encoding="utf-8")
    with pytest.raises(Problem) as raised:
        list(drafts([], [str(tmp_path / "list")], STORAGE))
    assert raised.value.key == "corpus-nothing"


def test_hidden_folders_of_other_storages_are_left_out() -> None:
    filesystem = fsspec.filesystem("memory")
    filesystem.pipe("/hidden/.git/a.txt", b"x")
    filesystem.pipe("/hidden/b/~$a.txt", b"x")
    filesystem.pipe("/hidden/b/a.txt", b"x")
    assert [draft.address for draft in drafts(["memory://hidden"], [], STORAGE)] == ["memory://hidden/b/a.txt"]
