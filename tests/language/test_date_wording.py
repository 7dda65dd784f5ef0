"""Days in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.language.date_wording import days_in_words
from speechlint.language.interval import Interval
from speechlint.language.openings import Openings
from speechlint.language.time_scanner import time_expressions


@pytest.mark.parametrize(
    ("start", "end", "with_year", "without"),
    [
        ("2022-05-03", "2022-05-03", "2022年5月3日", "5月3日"),
        ("2022-05-03", "2022-05-21", "2022年5月3日至21日", "5月3日至21日"),
        ("2022-05-27", "2022-06-14", "2022年5月27日至6月14日", "5月27日至6月14日"),
        ("2022-09-20", "2023-07-27", "2022年9月20日至2023年7月27日", "9月20日至次年7月27日"),
        ("2022-09-20", "2024-07-27", "2022年9月20日至2024年7月27日", "9月20日至数年后的7月27日"),
        ("2022-01-01", "2022-12-31", "2022年", "1月1日至12月31日"),
    ],
)
def test_days_are_said_once(start: str, end: str, with_year: str, without: str) -> None:
    days = Interval(date.fromisoformat(start), date.fromisoformat(end))
    assert days_in_words(days) == with_year
    assert days_in_words(days, year_known=False) == without


@given(st.dates(date(1950, 1, 1), date(2099, 1, 1)), st.integers(0, 20))
def test_what_is_written_within_a_month_reads_back(start: date, more: int) -> None:
    end = start.replace(day=min(28, start.day + more)) if start.day <= 28 else start
    days = Interval(start, end)
    (expression,) = time_expressions(Openings(f"会期为{days_in_words(days)}，"))
    assert expression.interval(1999) == days
