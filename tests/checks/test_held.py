"""Which times said of a meeting are not those it was held at."""

import pytest
from making import analysed

from speechlint.checks.held import held
from speechlint.ruleset import builtin_folder
from speechlint.tables import read_table

MEETINGS = read_table(builtin_folder() / "date" / "congresses.tsv")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2018年召开的党的十九大提出", ["2018年召开的党的十九大"]),
        ("2017年召开的党的十九大提出", []),
        ("2017年9月胜利召开的党的十九大提出", ["2017年9月胜利召开的党的十九大"]),
        ("2017年10月18日，胜利召开的党的十九大提出", []),
        ("党的二十大于2023年10月在北京胜利召开", ["党的二十大于2023年10月在北京胜利召开"]),
        ("党的二十大于2022年10月16日至22日在北京召开", []),
        ("党的二十大以来，县里于2023年10月召开大会", []),
        ("2023年召开党的二十大精神宣讲会", []),
        ("2021年召开党的二十大筹备会", []),
        ("12017年召开的党的十八大", []),
        ("十九届六中全会于2021年10月召开", ["十九届六中全会于2021年10月召开"]),
    ],
)
def test_another_year_or_month_than_a_meeting_was_held_in(text: str, found: list[str]) -> None:
    matches = held(analysed(text), meetings=MEETINGS)
    assert [text[match.span.start : match.span.end] for match in matches] == found


def test_the_right_month_is_told() -> None:
    (match,) = held(analysed("党的二十届三中全会于2024年10月召开"), meetings=MEETINGS)
    assert match.fields == {"held": "2024年7月", "iso_held": "2024-07"}
