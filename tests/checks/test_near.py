"""Fixed phrases with one wrong character."""

from pathlib import Path

import pytest

from speechlint.checks.near import near
from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.tables import Table, read_table


def table(folder: Path, name: str, *rows: str) -> Table:
    path = folder / f"{name}.tsv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return read_table(path)


def slips(folder: Path, text: str, *, rare: bool = False) -> list[tuple[str, str | None]]:
    phrases = table(folder, "phrases", "phrase\tattested", "实事求是\t", "一鼓作气\t一股做气", "基础设施\t")
    sounds = table(folder, "sounds", "sound\tcharacters", "shi\t事实是势施失", "gu\t鼓股古", "zuo\t作做")
    lookalikes = table(folder, "lookalikes", "character\talike", "施\t旋", "旋\t施")
    found = near(Analysis(document_of(text)), phrases=phrases, sounds=sounds, lookalikes=lookalikes, rare=rare)
    return [(text[match.span.start : match.span.end], match.better) for match in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要实势求是。", [("实势求是", "实事求是")]),
        ("要一股作气。", [("一股作气", "一鼓作气")]),
        ("建好基础设旋。", [("基础设旋", "基础设施")]),
        ("要实事求是。", []),
        ("要实干求是。", []),
        ("要势势求是。", []),
        ("“一股作气”行动", []),
        ("要实势", []),
    ],
)
def test_one_like_sounding_character_makes_a_slip(
    tmp_path: Path, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert slips(tmp_path, text) == expected


def test_a_wrong_character_that_belongs_to_a_word_is_no_rare_slip(tmp_path: Path) -> None:
    assert slips(tmp_path, "建好基础设失。", rare=True) == [("基础设失", "基础设施")]
    assert slips(tmp_path, "写成一股作气。", rare=True) == []
