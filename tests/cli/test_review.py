"""What `speechlint review` writes and refuses."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from doc_files import compound, doc
from docx_files import docx, p

from speechlint.cli import cli
from speechlint.readers import read


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, ["review", *map(str, args)], prog_name="speechlint")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "讲话.docx"
    path.write_bytes(docx(p("打造避署胜地。")))
    return path


def test_the_copy_stands_beside_the_draft_which_stays_as_it_was(draft: Path) -> None:
    before = draft.read_bytes()
    result = run(draft)
    copy = draft.with_name("讲话.批注.docx")
    assert (result.exit_code, result.stdout) == (0, f"{copy}：批注 1 条，修订 0 处\n")
    assert draft.read_bytes() == before
    assert copy.is_file()


def test_tracked_mode_changes_the_text_a_reader_sees(draft: Path, tmp_path: Path) -> None:
    run(draft, "-o", tmp_path / "out.docx", "--mode", "tracked")
    assert read(tmp_path / "out.docx").text == "打造避暑胜地。"


def test_an_existing_output_needs_force(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "out.docx").write_text("旧")
    assert run(draft, "-o", tmp_path / "out.docx").exit_code == 2
    assert (tmp_path / "out.docx").read_text() == "旧"
    assert run(draft, "-o", tmp_path / "out.docx", "--force").exit_code == 0


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_the_draft_is_never_the_output(draft: Path, force: list[str]) -> None:
    result = run(draft, "-o", draft, *force)
    assert result.exit_code == 2
    assert "输出不能覆盖原稿" in result.stderr


def test_a_reviewed_copy_keeps_its_name_and_is_replaced_only_by_force(draft: Path) -> None:
    run(draft)
    copy = draft.with_name("讲话.批注.docx")
    before = copy.read_bytes()
    refused = run(copy)
    assert (refused.exit_code, copy.read_bytes()) == (2, before)
    assert "--force" in refused.stderr
    assert run(copy, "--force").stdout == f"{copy}：批注 1 条，修订 0 处\n"
    assert sorted(path.name for path in draft.parent.iterdir()) == ["讲话.docx", "讲话.批注.docx"]


def test_a_text_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("避署", encoding="utf-8")
    result = run(path)
    assert result.exit_code == 2
    assert "另存为 .docx" in result.stderr
    assert not (tmp_path / "a.批注.docx").exists()


def test_the_configuration_beside_the_draft_is_obeyed(draft: Path) -> None:
    draft.with_name("speechlint.toml").write_text('ignore = ["typo"]', encoding="utf-8")
    assert "批注 0 条" in run(draft).stdout


@pytest.mark.parametrize("command", ["review", "fix"])
@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.doc", doc("避署"), "另存为 .docx"),
        ("a.wps", doc("避署"), "另存为 .docx"),
        ("a.docx", doc("避署"), "另存为 .docx"),
        ("a.doc", b"{\\rtf1 x}", "另存为 .docx"),
        ("a.docx", compound({"EncryptedPackage": b"?"}), "请先取消密码"),
        ("a.docx", b"", "文件是空的"),
        ("a.docx", b"PK", "已损坏"),
        ("a.docx", b"text", "不是 Word 文档"),
    ],
)
def test_what_cannot_be_rewritten_is_left_with_one_sentence_on_what_to_do(
    tmp_path: Path, command: str, name: str, data: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = CliRunner().invoke(cli, [command, str(path)], prog_name="speechlint")
    assert result.exit_code == 2
    assert told in result.stderr.splitlines()[0]
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [(name, data)]


def test_a_file_with_macros_keeps_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.docm").write_bytes(docx(p("避署")))
    run(tmp_path / "a.docm")
    assert (tmp_path / "a.批注.docm").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes")
def test_the_copy_may_be_read_by_whoever_may_read_a_new_file(draft: Path) -> None:
    run(draft)
    usual = draft.with_name("usual")
    usual.touch()
    assert draft.with_name("讲话.批注.docx").stat().st_mode == usual.stat().st_mode
