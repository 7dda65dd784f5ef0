"""What `speechlint fix` does to files."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from speechlint.cli import cli

FAULT = "全力打造避署胜地，\r\n布署工作。\r\n"
FIXED = "全力打造避暑胜地，\r\n部署工作。\r\n"


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, ["fix", *map(str, args)], prog_name="speechlint")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_bytes(FAULT.encode("gb18030"))
    return path


def test_safe_fixes_keep_encoding_and_line_ends(draft: Path) -> None:
    result = run(draft)
    assert draft.read_bytes() == FIXED.encode("gb18030")
    assert result.exit_code == 0
    assert "改了 1 个文件，共 2 处" in result.stderr


def test_the_original_is_kept_beside_the_file(draft: Path) -> None:
    assert "原文件存为 draft.txt.bak" in run(draft).stderr
    assert draft.with_name("draft.txt.bak").read_bytes() == FAULT.encode("gb18030")


def test_an_older_copy_is_never_overwritten(draft: Path) -> None:
    older = draft.with_name("draft.txt.bak")
    older.write_text("旧")
    run(draft)
    assert older.read_text() == "旧"
    assert draft.with_name("draft.txt.bak1").is_file()


def test_a_git_work_tree_needs_no_copy(draft: Path) -> None:
    (draft.parent / ".git").mkdir()
    run(draft)
    assert not draft.with_name("draft.txt.bak").exists()


def test_a_second_run_changes_nothing(draft: Path) -> None:
    run(draft)
    before = draft.stat().st_mtime_ns
    assert "没有可自动修改之处" in run(draft).stderr
    assert draft.stat().st_mtime_ns == before


def test_diff_shows_and_changes_nothing(draft: Path) -> None:
    result = run(draft, "--diff")
    assert "-全力打造避署胜地，" in result.stdout
    assert "+全力打造避暑胜地，" in result.stdout
    assert draft.read_bytes() == FAULT.encode("gb18030")
    assert result.exit_code == 1


def test_unfixable_rules_are_left_alone(draft: Path) -> None:
    run(draft, "--unfixable", "typo/misspelling")
    assert draft.read_bytes() == FAULT.encode("gb18030")


def test_the_mode_of_the_file_is_kept(draft: Path) -> None:
    draft.chmod(0o640)
    run(draft)
    assert draft.stat().st_mode & 0o777 == 0o640


def test_a_missing_file_ends_with_2_and_the_others_are_fixed(draft: Path, tmp_path: Path) -> None:
    result = run(tmp_path / "no.txt", draft)
    assert result.exit_code == 2
    assert draft.read_bytes() == FIXED.encode("gb18030")


def test_a_file_that_was_not_read_is_not_called_free_of_faults(tmp_path: Path) -> None:
    (tmp_path / "空.docx").touch()
    result = run(tmp_path / "空.docx")
    assert result.exit_code == 2
    assert "文件是空的" in result.stderr
    assert "没有可自动修改" not in result.stderr


def test_one_run_mends_a_fault_made_many_times(tmp_path: Path) -> None:
    path = tmp_path / "brackets.txt"
    lines = [f"第{n}个（镇）和（村）要抓好水利(县水利局)建设（乡）、农业（村）。" for n in range(40)]
    path.write_text("\n".join(lines), encoding="utf-8")
    run(path, "--select", "punctuation/stray-half-width-bracket")
    once = path.read_text(encoding="utf-8")
    assert "(" not in once
    assert "没有可自动修改之处" in run(path, "--select", "punctuation/stray-half-width-bracket").stderr
