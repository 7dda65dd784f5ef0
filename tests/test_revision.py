"""`--diff-from`: only what touches paragraphs changed since a git revision."""

import subprocess
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from speechlint.cli import cli

A, B = "全力打造避署胜地。", "要把任务布署到位。"


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, ["check", *map(str, args)], prog_name="speechlint")


def git(folder: Path, *args: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *args], cwd=folder, check=True, capture_output=True)


def word(path: Path, *paragraphs: str) -> None:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    (tmp_path / "讲话.txt").write_text(f"{A}\n请抓好落实。\n", encoding="utf-8")
    word(tmp_path / "a.docx", A, "请抓好落实。")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


def test_only_changed_paragraphs_are_reported(repository: Path) -> None:
    assert run("--diff-from", "HEAD").exit_code == 0
    (repository / "讲话.txt").write_text(f"请抓好落实。\n{B}\n{A}\n", encoding="utf-8")
    shown = run("--diff-from", "HEAD").stdout
    assert "讲话.txt:2:" in shown
    assert "避署" not in shown


def test_word_files_are_compared_by_their_paragraphs(repository: Path) -> None:
    word(repository / "a.docx", "新的一段。", A, B)
    shown = run("--diff-from", "HEAD", "a.docx").stdout
    assert "a.docx:3:" in shown
    assert "避署" not in shown


def test_a_new_file_is_reported_whole(repository: Path) -> None:
    (repository / "b.txt").write_text(f"{A}\n", encoding="utf-8")
    assert "b.txt:1:" in run("--diff-from", "HEAD").stdout


def test_an_unknown_revision_and_a_folder_without_git_end_with_2(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (repository / "b.txt").write_text(f"{A}\n", encoding="utf-8")
    unknown = run("--diff-from", "nowhere")
    assert unknown.exit_code == 2
    assert "nowhere" in unknown.stderr
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "a.txt").write_text(f"{A}\n", encoding="utf-8")
    assert run("--diff-from", "HEAD", elsewhere).exit_code == 2
