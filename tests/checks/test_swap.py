"""Wrong forms of a table, and ordinary words that only seem to hold one."""

from pathlib import Path

import pytest

from speechlint.checks.swap import swap
from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.tables import read_table

ROWS = (
    "wrong\tright\tguard",
    "防犯\t防范\t",
    "坚难\t艰难\t",
    "座落\t坐落\t",
    "组职\t组织\t",
    "时侯\t时候\t",
    "布署\t部署\t",
    "形式任务\t形势任务\t",
    "形式\t形势\t形式(?=严)",
)


def forms(folder: Path, text: str) -> list[str]:
    path = folder / "table.tsv"
    path.write_text("\n".join(ROWS) + "\n", encoding="utf-8")
    found = swap(Analysis(document_of(text)), table=read_table(path))
    return [text[match.span.start : match.span.end] for match in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("切实加强防犯。", ["防犯"]),
        ("有效预防犯罪。", []),
        ("提高攻坚难度。", []),
        ("这是一座落后的村庄。", []),
        ("第一组职责明确。", []),
        ("创业的时侯很苦。", ["时侯"]),
        ("请尽快发布署名文章。", []),
        ("分析当前形式任务。", ["形式任务"]),
        ("形式严峻，形式多样。", ["形式"]),
    ],
)
def test_a_form_that_two_words_make_between_them_is_left_alone(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert forms(tmp_path, text) == expected
