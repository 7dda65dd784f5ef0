"""Time expressions and the intervals they allow."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.language.interval import Interval
from speechlint.language.openings import Openings
from speechlint.language.time_scanner import time_expressions

CASES = [
    # text, the expressions in it when 今年 is 2022
    ("2022年6月10日召开", [("2022年6月10日", "2022-06-10", "2022-06-10")]),
    ("二〇二一年六月三十日", [("二〇二一年六月三十日", "2021-06-30", "2021-06-30")]),
    ("6月28日至7月2日", [("6月28日至7月2日", "2022-06-28", "2022-07-02")]),
    ("6月28—30日", [("6月28—30日", "2022-06-28", "2022-06-30")]),
    ("今年4月，", [("今年4月", "2022-04-01", "2022-04-30")]),
    ("去年11月底", [("去年11月底", "2021-11-25", "2021-11-30")]),
    ("马上进入9月中旬", [("9月中旬", "2022-09-11", "2022-09-20")]),
    ("3月上旬", [("3月上旬", "2022-03-01", "2022-03-10")]),
    ("去年8月下旬", [("去年8月下旬", "2021-08-21", "2021-08-31")]),
    ("2月末", [("2月末", "2022-02-24", "2022-02-28")]),
    ("9月初", [("9月初", "2022-09-01", "2022-09-10")]),
    ("12月", [("12月", "2022-12-01", "2022-12-31")]),
    ("前两个月", [("前两个月", "2022-01-01", "2022-02-28")]),
    ("前11个月", [("前11个月", "2022-01-01", "2022-11-30")]),
    ("1月至11月", [("1月至11月", "2022-01-01", "2022-11-30")]),
    ("2022年3月5日至4月2日", [("2022年3月5日至4月2日", "2022-03-05", "2022-04-02")]),
    ("10月1—7日", [("10月1—7日", "2022-10-01", "2022-10-07")]),
    ("明年一季度", [("明年一季度", "2023-01-01", "2023-03-31")]),
    ("二、三季度", [("二、三季度", "2022-04-01", "2022-09-30")]),
    ("第四季度", [("第四季度", "2022-10-01", "2022-12-31")]),
    ("三季度末", [("三季度末", "2022-09-21", "2022-09-30")]),
    ("前年和后年", [("前年", "2020-01-01", "2020-12-31"), ("后年", "2024-01-01", "2024-12-31")]),
    ("“十五五”时期", [("“十五五”时期", "2026-01-01", "2030-12-31")]),
    ("1-9月份", [("1-9月份", "2022-01-01", "2022-09-30")]),
    ("今年1—5月", [("今年1—5月", "2022-01-01", "2022-05-31")]),
    ("１—５月份", [("１—５月份", "2022-01-01", "2022-05-31")]),
    ("2023年1至2月", [("2023年1至2月", "2023-01-01", "2023-02-28")]),
    ("今年前4个月", [("今年前4个月", "2022-01-01", "2022-04-30")]),
    ("前三季度", [("前三季度", "2022-01-01", "2022-09-30")]),
    ("第三季度", [("第三季度", "2022-07-01", "2022-09-30")]),
    ("一、二季度", [("一、二季度", "2022-01-01", "2022-06-30")]),
    ("到二季度末", [("二季度末", "2022-06-21", "2022-06-30")]),
    ("上半年和下半年", [("上半年", "2022-01-01", "2022-06-30"), ("下半年", "2022-07-01", "2022-12-31")]),
    ("2020年底", [("2020年底", "2020-12-01", "2020-12-31")]),
    ("今年年底", [("今年年底", "2022-12-01", "2022-12-31")]),
    ("明年的工作", [("明年", "2023-01-01", "2023-12-31")]),
    ("上年度", [("上年度", "2021-01-01", "2021-12-31")]),
    ("2018年-2020年", [("2018年-2020年", "2018-01-01", "2020-12-31")]),
    ("2021—2025年", [("2021—2025年", "2021-01-01", "2025-12-31")]),
    ("今年后4个月", [("今年后4个月", "2022-09-01", "2022-12-31")]),
    ("“十四五”规划", [("“十四五”规划", "2021-01-01", "2025-12-31")]),
    ("“十三五”规划收官之年", [("“十三五”规划收官之年", "2020-01-01", "2020-12-31")]),
    ("“十四五”开局之年", [("“十四五”开局之年", "2021-01-01", "2021-12-31")]),
    ("“八五”普法", [("“八五”普法", "2021-01-01", "2025-12-31")]),
    ("端午节后", [("端午", "2022-06-03", "2022-06-03")]),
    ("2020年中秋", [("2020年中秋", "2020-10-01", "2020-10-01")]),
    ("2022-06-11 19:24", [("2022-06-11", "2022-06-11", "2022-06-11")]),
    (
        "今年10月1日至明年3月31日",
        [("今年10月1日", "2022-10-01", "2022-10-01"), ("明年3月31日", "2023-03-31", "2023-03-31")],
    ),
    # what only looks like a time
    ("农历八月十五", []),
    ("九个月", []),
    ("30多年来", []),
    ("1980年代", []),
    ("2020年级", []),
    ("聪明年轻", []),
    ("国庆镇、中秋园", [("中秋", "2022-09-10", "2022-09-10")]),
    ("十五项工作", []),
    ("2月31日", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_an_expression_allows_its_interval(text: str, expected: list[tuple[str, str, str]]) -> None:
    seen = []
    for expression in time_expressions(Openings(text)):
        interval = expression.interval(2022)
        assert interval is not None
        words = text[expression.span.start : expression.span.end]
        seen.append((words, interval.start.isoformat(), interval.end.isoformat()))
    assert seen == expected


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_written_date_reads_back(day: date) -> None:
    (expression,) = time_expressions(Openings(f"会议于{day.year}年{day.month}月{day.day}日召开。"))
    assert expression.interval(1999) == Interval(day, day)


@given(st.integers(1950, 2098), st.integers(1, 11), st.integers(1, 11))
def test_a_range_of_months_reads_back(year: int, first: int, more: int) -> None:
    last = min(first + more, 12)
    (expression,) = time_expressions(Openings(f"{year}年{first}—{last}月份，"))
    interval = expression.interval(1999)
    assert interval is not None
    assert (interval.start.month, interval.end.month) == (first, last)
    assert interval.start.year == interval.end.year == year


@given(st.text(alphabet="今去年前一二三四季度上下半月日1290—至“”五规划底末端午", max_size=40))
def test_expressions_stand_in_order_and_never_overlap(text: str) -> None:
    expressions = time_expressions(Openings(text))
    for before, after in pairwise(expressions):
        assert before.span.end <= after.span.start
    for expression in expressions:
        expression.interval(2024)
