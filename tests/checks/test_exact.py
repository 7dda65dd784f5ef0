"""The kind `exact`."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import draft

from speechlint.checks.exact import edits, exact, parted
from speechlint.language.analysis import Analysis
from speechlint.tables import Table, read_table

LONG = "国家治理体系和治理能力现代化"
SHORT = "供给侧结构性改革"


@pytest.fixture
def names(tmp_path: Path) -> Table:
    path = tmp_path / "names.tsv"
    path.write_text(f"name\talso\n{LONG}\t国家治理体系及治理能力现代化\n{SHORT}\t\n", encoding="utf-8")
    return read_table(path)


@pytest.mark.parametrize(
    ("passage", "better"),
    [
        (LONG, None),
        ("国家治理体系与治理能力现代化", LONG),
        ("国家治理体系治理能力现代化", LONG),
        ("国家治理体系和治理治理能力现代化", None),
        ("国家治理体系及治理能力现代化", None),
        ("国家治理体制与治理能力现代化", LONG),
        ("国家治理现代化", None),
        ("供给侧结构改革", SHORT),
        ("供给侧机构性改革", SHORT),
        ("供给侧机构改革", None),
        ("供给侧的结构性改革", None),
        ("供给侧结构性该革", None),
    ],
)
def test_a_passage_is_compared_with_the_name_it_tries(names: Table, passage: str, better: str | None) -> None:
    document = draft(f"要推进{passage}，抓好落实。")
    found = [(document.text_of(match.span), match.better) for match in exact(Analysis(document), table=names)]
    assert found == ([(passage, better)] if better else [])


# Nine and ten characters.
NINE, TEN = "甲乙丙丁戊己庚辛壬", "子丑寅卯辰巳午未申酉"


@pytest.mark.parametrize(
    ("passage", "better"),
    [
        ("甲乙丙丁X己庚辛壬", NINE),
        ("甲乙丙丁XX庚辛壬", None),
        ("子丑寅卯XX午未申酉", TEN),
        ("子丑寅XXX午未申酉", None),
        ("子丑寅午未申酉", None),
        ("子丑寅卯午未申酉", TEN),
        ("子丑寅卯辰甲巳午未申酉", TEN),
        ("子丑寅卯辰甲乙巳午未申酉", None),
        ("子丑寅的卯辰巳午未申酉", None),
        ("子X寅卯辰巳午未申酉", None),
        ("子丑寅卯辰巳午未X酉", None),
        ("子丑寅卯辰巳午未申酉和子丑寅卯X巳午未申酉", TEN),
    ],
)
def test_a_longer_name_may_be_two_characters_off(tmp_path: Path, passage: str, better: str | None) -> None:
    path = tmp_path / "names.tsv"
    path.write_text(f"name\talso\n{NINE}\t\n{TEN}\t\n", encoding="utf-8")
    passage = passage.replace("X", "乾")
    document = draft(f"要推进{passage}，抓好落实。")
    assert [match.better for match in exact(Analysis(document), table=read_table(path))] == ([better] if better else [])


def test_a_name_may_be_held_to_one_character(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text(f"name\talso\n{TEN}\t\n", encoding="utf-8")
    passages = "子丑寅卯乾乾午未申酉", "子丑寅卯乾巳午未申酉"
    found = exact(Analysis(draft("，".join(passages))), table=read_table(path), distance=1)
    assert [match.span.start for match in found] == [11]


@pytest.mark.parametrize(
    ("text", "name", "distance"),
    [
        ("甲乙丙丁", "甲乙丙丁", 0),
        ("甲丙丁", "甲乙丙丁", 1),
        ("甲甲丙丁", "甲乙丙丁", 1),
        ("甲乙丙", "甲乙丙丁", 4),
        ("丙丁", "甲乙丙丁", 2),
    ],
)
def test_the_distance_between_a_passage_and_a_name(text: str, name: str, distance: int) -> None:
    assert edits(text, name) == distance


@pytest.mark.parametrize(
    ("number", "pieces"),
    [(1, ["甲乙丙丁戊"]), (2, ["甲乙", "丙丁戊"]), (3, ["甲", "乙丙", "丁戊"]), (7, [*"甲乙丙丁戊"])],
)
def test_a_name_is_cut_into_pieces_of_about_one_length(number: int, pieces: list[str]) -> None:
    assert [*parted("甲乙丙丁戊", number)] == pieces


@given(st.text("甲乙丙", max_size=6), st.text("甲乙丙", max_size=6))
def test_the_distance_is_a_metric_between_texts_of_one_ending(a: str, b: str) -> None:
    a, b = a + "丁戊", b + "丁戊"
    assert edits(a, b) == edits(b, a)
    assert (edits(a, b) == 0) is (a == b)
    assert abs(len(a) - len(b)) <= edits(a, b) <= max(len(a), len(b))


@given(
    st.text("甲乙丙丁戊", min_size=4, max_size=14),
    st.lists(st.tuples(st.integers(0, 13), st.text("己", max_size=1)), max_size=3),
)
def test_of_one_more_pieces_than_wrong_characters_one_is_right(name: str, slips: list[tuple[int, str]]) -> None:
    written = list(name)
    for at, other in slips:
        written[at % len(name)] = other
    assert any(piece in "".join(written) for piece in parted(name, len(slips) + 1))
