"""Periods told with months that are not theirs, school years of a wrong length, goals whose quarters run backwards."""

import pytest

from speechlint.language.openings import Openings
from speechlint.language.period_faults import wrong_months, wrong_school_years
from speechlint.language.sequence_of_periods import later_first
from speechlint.language.time_scanner import time_expressions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("下半年（1—6月）抓紧。", [("下半年（1—6月）", "7—12月")]),
        ("下半年(1—6月)抓紧。", [("下半年(1—6月)", "7—12月")]),
        ("下半年（也就是1—6月）抓紧。", [("下半年（也就是1—6月）", "7—12月")]),
        ("下半年（7—12月）抓紧。", []),
        (
            "一季度（1—4月）、二季度（4—6月）、三季度（7—8月）抓紧。",
            [("一季度（1—4月）", "1—3月"), ("三季度（7—8月）", "7—9月")],
        ),
        ("1—4月（一季度）抓紧。", [("1—4月（一季度）", "1—3月")]),
        ("1—3月（一季度）抓紧。", []),
        ("下半年（1—6月抓紧。", []),
        ("下半年1—6月）抓紧。", []),
        ("下半年（去年1—6月）抓紧。", [("下半年（去年1—6月）", "7—12月")]),
        ("下半年（特别是1—6月）抓紧。", []),
        ("下半年（今年）抓紧。", []),
        ("今年（1—6月）抓紧。", []),
        ("去年（今年）和下半年（1—6月）", [("下半年（1—6月）", "7—12月")]),
    ],
)
def test_a_period_has_months_of_its_own(text: str, found: list[tuple[str, str]]) -> None:
    faults = wrong_months(text, time_expressions(Openings(text)))
    assert [(text[fault.span.start : fault.span.end], fault.expected) for fault in faults] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024—2025学年", []),
        ("2024—2026学年第一学期", [("2024—2026学年", "2024—2025学年")]),
        ("2024—2026学年", []),
        ("2024—2024学年", [("2024—2024学年", "2024—2025学年")]),
        ("2025—2024学年", [("2025—2024学年", "2025—2026学年")]),
        ("2024/2026学年度的校历", [("2024/2026学年度", "2024—2025学年")]),
        ("2023—2024学年和2024—2026学年即将开始", [("2024—2026学年", "2024—2025学年")]),
    ],
)
def test_a_school_year_runs_from_one_year_into_the_next(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[f.span.start : f.span.end], f.expected) for f in wrong_school_years(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("确保“二季度少下降、一季度正增长”。", [("二季度", "一季度正增长")]),
        ("确保“一季度少下降、二季度正增长”。", []),
        ("确保“二季度少下降、二季度正增长”。", []),
        ("确保二季度少下降、一季度正增长。", []),
        ("确保“二季度少下降、一季度正增长。", []),
        ("“二季度少下降、一季度正增长”", [("二季度", "一季度正增长")]),
        ("二季度少下降、一季度正增长”", []),
        ("确保“二季度打基础、一季度正增长”。", []),
        ("确保“二季度少下降、一季度打基础”。", []),
        ("确保“二季度降、一季度正增长”。", []),
        ("确保“二季度少下降少下降少下、一季度正增长”。", [("二季度", "一季度正增长")]),
        ("确保“二季度少下降少下降少下降、一季度正增长”。", []),
        ("确保“去年二季度少下降、一季度正增长”。", []),
        ("确保“前二季度少下降、一季度正增长”。", []),
        ("三季度好，确保“二季度少下降、一季度正增长”。", [("二季度", "一季度正增长")]),
    ],
)
def test_goals_side_by_side_follow_their_quarters(text: str, found: list[tuple[str, str]]) -> None:
    pairs = later_first(text, time_expressions(Openings(text)))
    assert [(text[a.start : a.end], text[b.start : b.end]) for a, b in pairs] == found
