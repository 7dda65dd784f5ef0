"""Stretches of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.language.interval import Interval, year_of

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
INTERVALS = st.tuples(DAYS, DAYS).map(lambda pair: Interval(min(pair), max(pair)))


@given(INTERVALS, INTERVALS)
def test_two_stretches_meet_exactly_when_they_have_days_in_common(one: Interval, other: Interval) -> None:
    common = one.common(other)
    assert one.meets(other) == other.meets(one) == (common is not None)
    if common:
        assert common.start in one
        assert common.end in other


@given(INTERVALS, st.integers(0, 400))
def test_a_widened_stretch_holds_the_first(interval: Interval, days: int) -> None:
    wider = interval.widened(days, days)
    assert wider.days == interval.days + 2 * days
    assert interval.start in wider


def test_a_stretch_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="after"):
        Interval(date(2022, 1, 2), date(2022, 1, 1))


def test_a_year_has_all_its_days() -> None:
    assert year_of(2024).days == 366
