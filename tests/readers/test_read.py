"""Reading a file: the suffix decides, and what cannot be read says why."""

import os
from pathlib import Path

import pytest

from speechlint import readers
from speechlint.messages import Problem
from speechlint.readers import is_supported, read, read_bytes


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", True),
        ("a.TXT", True),
        ("a.md", True),
        ("a.docx", True),
        ("a.pdf", False),
        ("txt", False),
        (".txt", False),
    ],
)
def test_the_suffix_says_what_is_supported(name: str, expected: bool) -> None:
    assert is_supported(Path(name)) is expected


def test_text_is_read_with_its_format_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "讲话.md"
    path.write_bytes("## 讲话".encode("gb18030"))
    document = read(path)
    assert (document.path, document.text, document.format, document.encoding) == (str(path), "## 讲话", "md", "gb18030")
    assert read(path, "gbk").encoding == "gbk"


def problem(path: Path) -> str:
    with pytest.raises(Problem) as caught:
        read(path)
    return caught.value.key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("gone.txt", "no-such-path"),
        ("folder.txt", "not-a-file"),
        ("a.pdf", "unsupported"),
        ("a.txt/b.txt", "unreadable"),
        ("字" * 300 + ".txt", "unreadable"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, key: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "a.txt").write_bytes(b"")
    assert problem(tmp_path / name) == key


def test_a_huge_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "SIZE_LIMIT", 3)
    (tmp_path / "a.txt").write_bytes(b"1234")
    assert problem(tmp_path / "a.txt") == "too-large"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert problem(tmp_path / "a.txt") == "not-a-file"


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read any file")
def test_a_closed_file_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "a.txt").chmod(0)
    assert problem(tmp_path / "a.txt") == "unreadable"


def test_text_in_memory_takes_the_suffix_given() -> None:
    assert read_bytes("-", "讲话".encode(), suffix=".md").format == "md"
    with pytest.raises(Problem) as caught:
        read_bytes("-", b"")
    assert caught.value.key == "unsupported"
