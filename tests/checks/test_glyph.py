"""Characters of another script or look-alike code points."""

from pathlib import Path

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


def test_a_title_and_a_draft_in_that_script_are_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, "影片《我們》上映。") == []
    assert found(tmp_path, "贏們" * 20) == []
