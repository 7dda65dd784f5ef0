"""Characters of another script or look-alike code points."""

from pathlib import Path

import pytest

from speechlint.checks.glyph import glyph
from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.tables import read_table


def found(folder: Path, text: str) -> list[tuple[str, str | None]]:
    path = folder / "table.tsv"
    path.write_text("wrong\tright\n贏\t赢\n們\t们\n", encoding="utf-8")
    return [
        (text[match.span.start : match.span.end], match.better)
        for match in glyph(Analysis(document_of(text)), table=read_table(path), native=0.05)
    ]


def test_strays_near_each_other_are_one_finding(tmp_path: Path) -> None:
    assert found(tmp_path, "我們要打贏这一仗。") == [("們要打贏", "们要打赢")]


@pytest.mark.parametrize(("between", "findings"), [("一" * 10, 1), ("一" * 11, 2), ("一。", 2), ("\n", 2)])
def test_strays_up_to_ten_characters_apart_came_together(tmp_path: Path, between: str, findings: int) -> None:
    assert len(found(tmp_path, f"我們{between}贏这一仗。")) == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("贏" * 5, 1),
        ("贏" * 6, 0),
        ("贏" * 10 + "打" * 190, 1),
        ("贏" * 11 + "打" * 189, 0),
        ("《我》們", 1),
        ("們《我》", 1),
        ("《打》上映，《我們》上映，打贏了。", 1),
        ("《我們》" + "打" * 9 + "贏", 1),
    ],
)
def test_a_draft_mostly_in_that_script_and_titles_are_left_alone(tmp_path: Path, text: str, findings: int) -> None:
    assert len(found(tmp_path, text)) == findings


def test_a_title_and_a_draft_in_that_script_are_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, "影片《我們》上映。") == []
    assert found(tmp_path, "贏們" * 20) == []
