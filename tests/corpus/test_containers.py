"""Tar and zip files: members under readable names in one pass; what is broken costs itself alone and never crashes."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("fsspec")

from corpus.packed import tarred, with_broken_member, zipped, zipped_by_windows

from speechlint.corpus.containers import listed, parted, unpacked
from speechlint.corpus.storage import Place, Storage
from speechlint.messages import Problem

MEMBERS = {"一.txt": "全力打造。\n".encode() * 50, "附件/二.txt": b"2" * 700, "三.txt": "三\n".encode() * 90}
KINDS = {
    "a.zip": zipped(MEMBERS),
    "a.tar": tarred(MEMBERS),
    "a.tar.gz": tarred(MEMBERS, "w:gz"),
    "a.tgz": tarred(MEMBERS, "w:gz"),
    "a.tar.bz2": tarred(MEMBERS, "w:bz2"),
    "a.tar.xz": tarred(MEMBERS, "w:xz"),
}
WHOLE = 1_000_000


def place(folder: Path, name: str, data: bytes) -> Place:
    (folder / name).write_bytes(data)
    return Storage(retries=0).at(str(folder / name))


@pytest.mark.parametrize("name", KINDS)
def test_members_are_listed_and_come_in_one_pass(tmp_path: Path, name: str) -> None:
    at = place(tmp_path, name, KINDS[name])
    assert listed(at) == ([(member, len(data)) for member, data in MEMBERS.items()], None)
    assert unpacked(at, {*MEMBERS, "absent"}, WHOLE) == MEMBERS
    assert unpacked(at, {*MEMBERS}, 700) == {name: data for name, data in MEMBERS.items() if len(data) <= 700}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped_by_windows("旧稿/讲话.txt", b"x")),
        ("a.zip", zipped({"旧稿/讲话.txt": b"x"})),
        ("a.tar", tarred({"旧稿/讲话.txt": b"x"}, encoding="gbk")),
        ("a.tar", tarred({"旧稿/讲话.txt": b"x"})),
    ],
)
def test_names_in_chinese_can_be_read_whoever_wrote_them(tmp_path: Path, name: str, data: bytes) -> None:
    at = place(tmp_path, name, data)
    assert listed(at) == ([("旧稿/讲话.txt", 1)], None)
    assert unpacked(at, {"旧稿/讲话.txt"}, WHOLE) == {"旧稿/讲话.txt": b"x"}


def test_a_name_in_no_known_encoding_is_still_a_name(tmp_path: Path) -> None:
    at = place(tmp_path, "a.tar", tarred({"\u00ff.txt": b"x"}, encoding="latin-1"))
    assert listed(at) == ([("\\xff.txt", 1)], None)
    assert unpacked(at, {"\\xff.txt"}, WHOLE) == {"\\xff.txt": b"x"}


def test_a_broken_member_of_a_zip_file_costs_itself_alone(tmp_path: Path) -> None:
    members = {"a.txt": b"a" * 500, "b.txt": b"b" * 500, "c.txt": b"c" * 500}
    found = unpacked(place(tmp_path, "a.zip", with_broken_member(members, "b.txt")), {*members}, WHOLE)
    assert isinstance(found.pop("b.txt"), Problem)
    assert found == {"a.txt": members["a.txt"], "c.txt": members["c.txt"]}


def test_what_comes_before_the_break_of_a_tar_file_is_had(tmp_path: Path) -> None:
    members = {f"{number}.txt": os.urandom(5_000) for number in range(4)}
    at = place(tmp_path, "a.tar.gz", tarred(members, "w:gz")[:12_000])
    names, problem = listed(at)
    assert [name for name, _ in names][:2] == ["0.txt", "1.txt"]
    assert isinstance(problem, Problem)
    found = unpacked(at, {*members}, WHOLE)
    assert found["0.txt"] == members["0.txt"]
    assert isinstance(found["3.txt"], Problem)


@given(st.sampled_from(sorted(KINDS)), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=20))
def test_bytes_changed_anywhere_never_raise(name: str, changes: list[tuple[int, int]]) -> None:
    data = bytearray(KINDS[name])
    for at, value in changes:
        data[at % len(data)] = value
    where = Storage(retries=0).at(f"memory://fuzz/{name}")
    where.write(bytes(data))
    names, _ = listed(where)
    found = unpacked(where, {name for name, _ in names}, WHOLE)
    assert found.keys() <= {name for name, _ in names}


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("/a/b.zip!/c/d.txt", ("/a/b.zip", "c/d.txt")),
        ("s3://b/A.TAR.GZ!/x.txt", ("s3://b/A.TAR.GZ", "x.txt")),
        ("/重要!/讲话.txt", ("", "")),
        ("/重要!/b.zip!/讲话.txt", ("/重要!/b.zip", "讲话.txt")),
        ("/a/b.zip", ("", "")),
    ],
)
def test_what_an_address_means(address: str, parts: tuple[str, str]) -> None:
    assert parted(address) == parts
