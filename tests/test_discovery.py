"""Which files a command line means."""

import os
from pathlib import Path

import pytest

from speechlint.discovery import discover

ROOT_MAY_READ_ALL = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def wrote(tree: Path, *names: str) -> None:
    for name in names:
        path = tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            path.mkdir(exist_ok=True)
        else:
            path.write_text("正文", encoding="utf-8")


def names(*paths: str, exclude: tuple[str, ...] = (), gitignore: bool = True, force: bool = False) -> list[str]:
    """What is found, a problem as `path!key`."""
    found = discover(map(Path, paths), exclude, gitignore=gitignore, force=force)
    return [item.path.as_posix() + (f"!{item.problem.key}" if item.problem else "") for item in found]


def test_folders_are_searched_in_name_order(tree: Path) -> None:
    wrote(tree, "b.md", "a.txt", "丙/d.TXT", "丙/c.txt", "乙/e.markdown", "f.pdf", "g")
    assert names(".") == ["a.txt", "b.md", "丙/c.txt", "丙/d.TXT", "乙/e.markdown"]


def test_hidden_and_lock_files_are_no_drafts(tree: Path) -> None:
    wrote(tree, "a.txt", ".b.txt", ".git/c.txt", "~$d.txt", "~$e.docx", ".~f.txt", "._g.txt")
    assert names(".") == ["a.txt"]


def test_a_file_named_outright_is_checked_even_when_hidden(tree: Path) -> None:
    wrote(tree, ".b.txt", ".c/d.txt")
    assert names(".b.txt", ".c") == [".b.txt", ".c/d.txt"]


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("gone.txt", "no-such-path"),
        ("gone/", "no-such-path"),
        ("sheet.pdf", "unsupported"),
        ("noname", "unsupported"),
        ("empty", "nothing-to-check"),
        ("others", "nothing-to-check"),
        ("broken.txt", "no-such-path"),
        ("字" * 300 + ".txt", "unreadable"),
    ],
)
def test_a_path_that_means_nothing_is_a_problem_and_the_rest_is_checked(tree: Path, path: str, key: str) -> None:
    wrote(tree, "a.txt", "sheet.pdf", "noname", "empty/", "others/b.pdf")
    (tree / "broken.txt").symlink_to(tree / "nowhere")
    assert names(path, "a.txt") == [f"{Path(path).as_posix()}!{key}", "a.txt"]


def test_a_file_is_checked_once_however_it_is_named(tree: Path) -> None:
    wrote(tree, "d/a.txt")
    (tree / "d" / "link.txt").symlink_to(tree / "d" / "a.txt")
    assert names("d/a.txt", "./d/a.txt", "d/../d/a.txt", str(tree / "d" / "a.txt"), "d", ".") == ["d/a.txt"]


def test_a_loop_of_links_ends(tree: Path) -> None:
    wrote(tree, "d/a.txt")
    (tree / "d" / "up").symlink_to(tree, target_is_directory=True)
    (tree / "loop.txt").symlink_to(tree / "loop.txt")
    assert names(".") == ["d/a.txt"]


@pytest.mark.parametrize(
    ("ignore", "expected"),
    [
        ({}, ["a.txt", "d/b.txt", "d/e/c.txt"]),
        ({"": "*.txt"}, ["!nothing"]),
        ({"": "d/"}, ["a.txt"]),
        ({"": "/b.txt\nc.txt"}, ["a.txt", "d/b.txt"]),
        ({"": "b.txt", "d": "!b.txt"}, ["a.txt", "d/b.txt", "d/e/c.txt"]),
        ({"d": "/e/c.txt"}, ["a.txt", "d/b.txt"]),
        ({"d": "a.txt"}, ["a.txt", "d/b.txt", "d/e/c.txt"]),
        ({"d/e": "*"}, ["a.txt", "d/b.txt"]),
    ],
)
def test_gitignore_is_read_as_git_reads_it(tree: Path, ignore: dict[str, str], expected: list[str]) -> None:
    wrote(tree, "a.txt", "d/b.txt", "d/e/c.txt")
    for folder, patterns in ignore.items():
        (tree / folder / ".gitignore").write_text(patterns, encoding="utf-8")
    assert names(".") == ([".!nothing-to-check"] if expected == ["!nothing"] else expected)
    assert names(".", gitignore=False) == ["a.txt", "d/b.txt", "d/e/c.txt"]


def test_the_gitignore_of_the_repository_governs_a_folder_in_it(tree: Path) -> None:
    wrote(tree, ".git/", "d/b.txt", "d/old/c.txt")
    (tree / ".gitignore").write_text("d/old/\n", encoding="utf-8")
    assert names("d") == ["d/b.txt"]


def test_a_gitignore_outside_any_repository_governs_only_its_own_search(tree: Path) -> None:
    wrote(tree, "d/b.txt")
    (tree / ".gitignore").write_text("*\n", encoding="utf-8")
    assert names("d") == ["d/b.txt"]


@pytest.mark.parametrize(
    ("exclude", "expected"),
    [
        (("old",), ["d/a.txt"]),
        (("d/old",), ["d/a.txt"]),
        (("d/old/",), ["d/a.txt"]),
        (("*.txt", "!b.txt"), ["d/old/b.txt"]),
        (("/old",), ["d/a.txt", "d/old/b.txt"]),
    ],
)
def test_exclusions_count_from_the_working_folder(tree: Path, exclude: tuple[str, ...], expected: list[str]) -> None:
    wrote(tree, "d/a.txt", "d/old/b.txt")
    assert names("d", exclude=exclude) == expected
    assert names(str(tree / "d"), exclude=exclude) == [str(tree / path) for path in expected]


def test_a_named_file_is_excluded_only_by_force(tree: Path) -> None:
    wrote(tree, "d/a.txt")
    assert names("d/a.txt", exclude=("d",)) == ["d/a.txt"]
    assert names("d/a.txt", exclude=("d",), force=True) == []


@pytest.mark.skipif(ROOT_MAY_READ_ALL, reason="root may enter any folder")
def test_a_closed_folder_is_named(tree: Path) -> None:
    wrote(tree, "a.txt", "shut/b.txt")
    (tree / "shut").chmod(0)
    try:
        assert names(".") == ["a.txt", "shut!unreadable"]
        assert names("shut/b.txt") == ["shut/b.txt!unreadable"]
    finally:
        (tree / "shut").chmod(0o700)


def test_a_folder_that_cannot_be_listed_is_named(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrote(tree, "a.txt", "shut/b.txt")
    scandir = os.scandir

    def refusing(path: str) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert names(".") == ["a.txt", "shut!unreadable"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_a_folder_is_left_alone(tree: Path) -> None:
    wrote(tree, "a.txt")
    os.mkfifo(tree / "b.txt")
    assert names(".") == ["a.txt"]


def test_names_that_are_not_utf_8_are_found(tree: Path) -> None:
    raw = os.fsencode(tree) + "/讲话.txt".encode("gb18030")
    try:
        Path(os.fsdecode(raw)).write_bytes("正文".encode())
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert [os.fsencode(item.path) for item in discover([Path()])] == ["讲话.txt".encode("gb18030")]
