"""`speechlint outline`: the tree and its JSON, against golden files read by a person."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from golden import compare

from speechlint.cli import cli

FIXTURES = Path(__file__).parents[2] / "fixtures" / "outlines"


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["outline", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def golden_of(draft: Path) -> Path:
    return draft.with_suffix(".outline") if draft.suffix == ".txt" else draft.with_suffix(f"{draft.suffix}.outline")


@pytest.mark.parametrize("draft", sorted({*FIXTURES.glob("*.txt"), *FIXTURES.glob("*.md")}), ids=lambda path: path.name)
def test_the_outline_is_what_a_person_read(draft: Path, update_golden: bool) -> None:
    compare(golden_of(draft), run(str(draft)), update=update_golden)


def test_json_holds_every_claim_with_what_was_counted() -> None:
    (outline,) = json.loads(run(str(FIXTURES / "nested.txt"), "--output-format", "json"))["files"]
    (claim,) = outline["claims"]
    assert (claim["count"], claim["counted"], claim["holds"]) == (4, 4, True)
    assert [member["text"] for member in claim["members"]] == ["一、", "二、", "三、", "四、"]
    assert outline["title"]["text"] == "在全县春季工作推进会上的讲话"
    assert outline["salutation"]["line"] == 6


def test_json_marks_faults_at_their_items() -> None:
    (outline,) = json.loads(run(str(FIXTURES / "wounded.txt"), "--output-format", "json"))["files"]
    third = outline["lists"][0]["items"][2]
    assert [item["faults"] for item in third["lists"][0]["items"]] == [[], ["mixed"], [], ["skipped"]]


def test_a_missing_file_ends_with_two() -> None:
    result = CliRunner().invoke(cli, ["outline", "no-such-draft.txt"])
    assert result.exit_code == 2
    assert "no-such-draft.txt" in result.output


def test_headings_without_a_number_hold_the_lists_below_them() -> None:
    (outline,) = json.loads(run(str(FIXTURES / "sections.md"), "--output-format", "json"))["files"]
    (sections,) = outline["lists"]
    assert sections["style"] == "标题"
    assert [item["heading"]["text"] for item in sections["items"]] == ["建设进展", "主要做法", "下步打算"]
    inner = sections["items"][1]["lists"][1]["items"]
    assert [(item["label"], item["heading"]["text"]) for item in inner] == [("", "统一标准"), ("", "盘活人手")]


def test_a_long_line_keeps_the_fault_at_its_end(tmp_path: Path) -> None:
    long = "把群众反映的每一件小事都当作自己的事来办好办实办出让人满意的成效来"
    draft = tmp_path / "draft.txt"
    draft.write_text(f"在会上的讲话\n一、{long}\n二、{long}\n四、{long}\n", encoding="utf-8")
    assert "✗ 跳号" in run(str(draft))


def test_headings_of_markdown_are_shown_as_a_page_shows_them(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("# 工作要点\n\n**一、抓 _春耕_**\n\n二、抓[项目](https://example.org/a)。\n", encoding="utf-8")
    assert run(str(draft)).splitlines() == ["工作要点", "├── 一、抓 春耕", "└── 二、抓项目"]
