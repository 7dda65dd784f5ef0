"""Bars on an axis."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from speechlint.language.interval import Interval
from speechlint.reports.axis import Axis, axis_over

YEAR = Interval(date(2022, 1, 1), date(2022, 12, 31))
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@given(DAYS, DAYS, st.integers(10, 80))
def test_a_bar_is_as_wide_as_its_axis(one: date, other: date, width: int) -> None:
    axis = Axis(YEAR, width)
    assert len(axis.bar(Interval(min(one, other), max(one, other)))) == len(axis.scale()) == width


def test_what_lies_beyond_the_axis_is_an_arrow() -> None:
    axis = Axis(YEAR, 12)
    assert axis.bar(Interval(date(1999, 1, 1), date(1999, 2, 1))) == "◀" + " " * 11
    assert axis.bar(Interval(date(2030, 1, 1), date(2030, 2, 1))) == " " * 11 + "▶"
    assert axis.bar(Interval(date(2022, 1, 1), date(2022, 6, 30))) == "━" * 6 + " " * 6
    assert axis.bar(Interval(date(2021, 1, 1), date(2030, 6, 30))) == "◀" + "━" * 10 + "▶"


def test_an_axis_reaches_half_a_year_around_what_is_told() -> None:
    axis = axis_over([YEAR], 40)
    assert axis is not None
    assert axis.interval.start < date(2021, 8, 1)
    assert axis_over([], 40) is None


def test_an_axis_without_years_is_marked_by_months_and_no_wider() -> None:
    scale = Axis(YEAR, 24).scale(years=False)
    assert scale.split() == ["1月", "4月", "7月", "10月"]
    assert cell_len(scale) == 24
