"""`speechlint timeline`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len

from speechlint.cli import cli

DRAFT = """\
在全县前三季度工业经济调度会上的讲话
（2022年10月12日）
同志们：
刚才，统计局通报了前三季度工业运行情况。
下一步，要确保实现“双过半”。
明年要早谋划。
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "讲话.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, ["timeline", *map(str, args)], prog_name="speechlint")


def test_the_terminal_shows_every_clue_with_its_voice_and_the_contradiction(draft: Path) -> None:
    result = run(draft)
    assert result.exit_code == 0
    assert "讲话日期：2022年9月27日至10月15日" in result.stdout
    for words in ("前三季度", "双过半", "明年", "展望", "回顾", "━", "date/clashing-periods"):
        assert words in result.stdout


@pytest.mark.parametrize("columns", [80, 120])
def test_no_row_of_the_table_is_cut_or_wider_than_the_terminal(
    draft: Path, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    rows = [line for line in run(draft).stdout.splitlines() if "━" in line]
    assert max(map(cell_len, rows)) <= columns
    assert not any(line.rstrip().endswith("…") for line in rows)
    assert any(line.split()[0] == "讲话" for line in rows)
    assert any("✗" in line and "双过半" in line for line in rows)


def test_json_holds_now_clues_and_conflicts(draft: Path) -> None:
    body = json.loads(run(draft, "--output-format", "json").stdout)
    assert body["year"] == 2022
    assert body["now"]["start"] <= "2022-10-12" <= body["now"]["end"]
    clues = {clue["text"]: clue for clue in body["clues"]}
    assert clues["明年"]["interval"] == {"start": "2023-01-01", "end": "2023-12-31"}
    assert clues["明年"]["voice"] == "prospective"
    assert clues["“双过半”"]["conflicting"]
    assert [clue["start"] for clue in body["clues"]] == sorted(clue["start"] for clue in body["clues"])
    assert [finding["rule"] for finding in body["conflicts"]] == ["date/clashing-periods"]


def test_a_draft_without_a_year_is_told_in_months_and_days(tmp_path: Path) -> None:
    path = tmp_path / "讲话.txt"
    path.write_text("马上进入9月中旬。2018年以来，成绩很大。", encoding="utf-8")
    body = json.loads(run(path, "--output-format", "json").stdout)
    assert body["now"] is None
    assert body["clues"][0]["interval"] == {"start": "09-11", "end": "09-20"}
    assert body["clues"][1]["interval"]["start"] == "2018-01-01"
    assert "看不出年份" in run(path).stdout


def test_a_draft_without_time_has_no_bars(tmp_path: Path) -> None:
    path = tmp_path / "讲话.txt"
    path.write_text("同志们，大家好。", encoding="utf-8")
    assert "没有发现时间矛盾" in run(path).stdout


def test_a_missing_file_ends_with_2(tmp_path: Path) -> None:
    result = run(tmp_path / "无.txt")
    assert result.exit_code == 2
    assert "路径不存在" in result.stderr
