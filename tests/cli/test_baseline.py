"""`speechlint baseline` and `check --baseline`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from speechlint.cli import cli

A, B = "全力打造避署胜地。\n", "要把任务布署到位。\n"


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, list(map(str, args)), prog_name="speechlint")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(A, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_way_of_a_baseline(folder: Path) -> None:
    assert run("baseline", "write").exit_code == 0
    (folder / "speechlint.toml").write_text('baseline = "speechlint-baseline.json"')
    known = run("check")
    assert (known.exit_code, known.stdout) == (0, "")
    assert "已知 1 处，新增 0 处，已改 0 处" in known.stderr

    (folder / "a.txt").write_text(f"新的一段。\n{B}{A}", encoding="utf-8")
    new = run("check", "--lang", "en")
    assert new.exit_code == 1
    assert "a.txt:2:" in new.stdout
    assert "避署" not in new.stdout
    assert "1 known, 1 new, 0 fixed" in new.stderr

    grown = run("baseline", "write")
    assert grown.exit_code == 2
    assert "会增加 1 处" in grown.stderr
    assert run("baseline", "write", "--update").exit_code == 0
    assert run("check").exit_code == 0

    (folder / "a.txt").write_text(B, encoding="utf-8")
    assert "已改 1 处" in run("check").stderr
    assert "删去 1 处，还剩 1 处" in run("baseline", "prune").stdout
    shown = run("baseline", "show").stdout
    assert "a.txt  typo/misspelling" in shown
    assert "共 1 处" in shown


def test_a_baseline_that_no_setting_names_is_told_of_once(folder: Path) -> None:
    told = "以后检查时加 --baseline speechlint-baseline.json"
    assert told in run("baseline", "write").stdout
    (folder / "speechlint.toml").write_text('baseline = "speechlint-baseline.json"')
    assert "--baseline" not in run("baseline", "write", "--update").stdout


def test_a_baseline_elsewhere_counts_paths_from_its_own_folder(folder: Path) -> None:
    (folder / ".speechlint").mkdir()
    assert run("baseline", "write", "a.txt", "--baseline", ".speechlint/b.json").exit_code == 0
    assert run("check", "--baseline", folder / ".speechlint" / "b.json", folder / "a.txt").exit_code == 0


def test_a_missing_baseline_and_an_unreadable_file_end_with_2(folder: Path) -> None:
    assert run("check", "--baseline", "none.json").exit_code == 2
    (folder / "bad.txt").write_bytes(b"\0\0\0\xff")
    assert run("baseline", "write").exit_code == 2
    assert not (folder / "speechlint-baseline.json").exists()


def test_pruning_with_fewer_rules_removes_nothing_of_the_others(folder: Path) -> None:
    run("baseline", "write")
    (folder / "a.txt").write_text("请抓好落实。\n", encoding="utf-8")
    assert "删去 0 处" in run("baseline", "prune", "--select", "date").stdout
    assert "删去 1 处" in run("baseline", "prune").stdout
