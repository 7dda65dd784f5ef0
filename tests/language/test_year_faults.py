"""A year in figures beside what can only be true of another."""

import pytest

from speechlint.language.anniversaries import marks
from speechlint.language.openings import Openings
from speechlint.language.time_scanner import time_expressions
from speechlint.language.year_faults import wrong_anniversaries, wrong_plan_years

Told = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2022年是建党100周年。", [("2022年是建党100周年", "2021", "2022")]),
        ("2021年是建党100周年。", []),
        ("2022年7月1日，是建党100周年。", [("2022年7月1日，是建党100周年", "2021", "2022")]),
        ("2022年是建军95周年，也是建党100周年。", []),
        (
            "2023年是建军95周年；2022年是建党100周年。",
            [("2023年是建军95周年", "2022", "2023"), ("2022年是建党100周年", "2021", "2022")],
        ),
        ("2022年是贯彻党的二十大精神的开局之年。", [("2022年是贯彻党的二十大精神的开局之年", "2023", "2022")]),
        ("2023年10月，党的二十大胜利召开。", [("2023年10月，党的二十大胜利召开", "2022", "2023")]),
        ("2023年10月16日党的二十大胜利召开。", [("2023年10月16日党的二十大胜利召开", "2022", "2023")]),
        ("2022年10月，党的二十大胜利召开。", []),
        ("2023年，大家都来了，党的二十大胜利召开。", []),
        (
            "2023年党的二十大胜利召开，2023年党的十九大胜利召开。",
            [("2023年党的二十大胜利召开", "2022", "2023"), ("2023年党的十九大胜利召开", "2017", "2023")],
        ),
    ],
)
def test_an_anniversary_or_a_meeting_beside_another_year(text: str, found: Told) -> None:
    faults = wrong_anniversaries(text, marks(text))
    assert [(text[fault.span.start : fault.span.end], fault.expected, fault.said) for fault in faults] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2022年是“十四五”开局之年，任务很重。", [("2022年是“十四五”开局之年", "2021", "2022")]),
        ("2021年是“十四五”开局之年。", []),
        ("2024年是“十四五”规划的第三年、关键一年。", [("2024年是“十四五”规划的第三年", "2023", "2024")]),
        ("2022年是“十四五”时期的关键一年。", []),
        ("“十四五”规划（2021—2026年）", [("“十四五”规划（2021—2026年）", "2021—2025", "2021—2026")]),
        ("“十四五”（2020年—2025年）", [("“十四五”（2020年—2025年）", "2021—2025", "2020—2025")]),
        ("“十四五”规划（2021—2025年）", []),
    ],
)
def test_a_plan_beside_other_years(text: str, found: Told) -> None:
    faults = wrong_plan_years(text, time_expressions(Openings(text)))
    assert [(text[fault.span.start : fault.span.end], fault.expected, fault.said) for fault in faults] == found
