"""The calendar: days, weekdays, festivals, plans."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.language.calendar import festival, is_date, last_day, plan_years, weekday
from speechlint.language.calendar_faults import (
    Fault,
    impossible_dates,
    impossible_months,
    impossible_times,
    reversed_years,
    written_dates,
    wrong_weekdays,
)
from speechlint.language.festivals import wrong_festivals
from speechlint.language.openings import Openings

DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))
CHINESE = "〇一二三四五六七八九"


def in_chinese(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else CHINESE[tens] + "十") + (CHINESE[ones] if ones else "")


def forms(day: date) -> list[str]:
    """One date in every way a draft may write it."""
    row = "".join(CHINESE[int(digit)] for digit in str(day.year))
    return [
        f"{day.year}年{day.month}月{day.day}日",
        f"{row}年{in_chinese(day.month)}月{in_chinese(day.day)}日",
        f"{day.month}月{day.day}号",
        f"{day.year}-{day.month:02}-{day.day:02}",
    ]


def faults_in(text: str) -> list[Fault]:
    openings = Openings(text)
    return list(impossible_dates(openings, written_dates(openings)))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        *(("元旦", "2022-01-01"), ("三八", "2022-03-08"), ("植树节", "2022-03-12"), ("劳动节", "2022-05-01")),
        *(("五一", "2022-05-01"), ("青年节", "2022-05-04"), ("五四", "2022-05-04"), ("儿童节", "2022-06-01")),
        *(("六一", "2022-06-01"), ("七一", "2022-07-01"), ("建党节", "2022-07-01"), ("八一", "2022-08-01")),
        *(("建军节", "2022-08-01"), ("教师节", "2022-09-10"), ("国庆", "2022-10-01"), ("春节", "2022-02-01")),
        *(("元宵", "2022-02-15"), ("端午", "2022-06-03"), ("七夕", "2022-08-04"), ("中秋", "2022-09-10")),
        ("重阳", "2022-10-04"),
    ],
)
def test_every_festival_falls_on_its_day(name: str, day: str) -> None:
    assert festival(name, 2022) == date.fromisoformat(day)


@given(DAYS)
def test_a_real_date_is_never_reported(day: date) -> None:
    for form in forms(day):
        assert faults_in(f"会议于{form}召开。") == []


@given(st.integers(1950, 2099), st.integers(1, 12), st.integers(1, 10))
def test_a_day_past_the_end_of_its_month_is_reported(year: int, month: int, past: int) -> None:
    day = last_day(month, year) + past
    faults = faults_in(f"会议于{year}年{month}月{day}日召开。")
    assert len(faults) == 1
    assert faults[0].expected == f"{month}月{last_day(month, year)}日"


@given(DAYS, st.sampled_from("一二三四五六日"))
def test_only_the_right_weekday_is_silent(day: date, said: str) -> None:
    faults = list(wrong_weekdays(f"{day.year}年{day.month}月{day.day}日（星期{said}）"))
    assert bool(faults) == (said != weekday(day))
    for fault in faults:
        assert fault.better is not None
        assert list(wrong_weekdays(fault.better)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("于2月30日召开。", ["2月30日"]),
        ("于13月5日召开，6月31日结束。", ["6月31日"]),
        ("于0月5日召开，6月31日结束。", ["6月31日"]),
        ("时间：2023-00-05；2023-02-29；2023-13-40", ["2023-02-29"]),
        ("于6月30—31日召开。", ["6月30—31日"]),
        ("于6月31日—7月2日召开。", ["6月31日"]),
    ],
)
def test_only_a_day_of_a_month_that_exists_is_reported_as_no_day(text: str, told: list[str]) -> None:
    assert [text[fault.span.start : fault.span.end] for fault in faults_in(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("于12月5日召开，1月1日结束。", []),
        ("于0月5日召开，13月5日结束。", ["0月5日", "13月5日"]),
        ("力争13月底完成。", ["13月底"]),
    ],
)
def test_a_month_that_does_not_exist_is_reported(text: str, told: list[str]) -> None:
    openings = Openings(text)
    faults = impossible_months(openings, written_dates(openings))
    assert [text[fault.span.start : fault.span.end] for fault in faults] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("上午9时59分", []),
        ("上午9时60分", ["9时60分"]),
        ("晚上24时", []),
        ("晚上25时", ["25时"]),
        ("晚上25时10分", ["25时10分"]),
        ("上午9时61分，下午3时62分", ["9时61分", "3时62分"]),
        ("上午9时—25时", ["25时"]),
        ("25时前报送", ["25时"]),
    ],
)
def test_a_time_that_no_clock_shows_is_reported_once(text: str, told: list[str]) -> None:
    assert [text[fault.span.start : fault.span.end] for fault in impossible_times(text)] == told


@pytest.mark.parametrize(
    ("text", "this_year", "better"),
    [
        ("2024年5月1日（星期四）", None, ["2024年5月1日（星期三"]),
        ("2024年5月1日（星期三）", None, []),
        ("2024年13月1日（星期三），2024年5月1日（周二）", None, ["2024年5月1日（周三"]),
        ("2024年2月30日（星期三），2024年5月5日（星期天）、2024年5月5日（星期六）", None, ["2024年5月5日（星期日"]),
        ("5月1日（星期四）", None, []),
        ("5月1日（星期四）", 2024, ["5月1日（星期三"]),
    ],
)
def test_a_wrong_weekday_is_put_right(text: str, this_year: int | None, better: list[str]) -> None:
    assert [fault.better for fault in wrong_weekdays(text, this_year)] == better


def test_years_from_one_to_the_same_are_not_backwards() -> None:
    assert list(reversed_years(Openings("2021—2021年"))) == []


@given(st.integers(1950, 2098), st.integers(1, 30))
def test_a_range_of_years_is_reported_only_backwards(year: int, more: int) -> None:
    later = min(year + more, 2099)
    assert list(reversed_years(Openings(f"{year}—{later}年"))) == []
    assert len(list(reversed_years(Openings(f"{later}—{year}年")))) == 1


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("春节", 2023, date(2023, 1, 22)),
        ("除夕", 2024, date(2024, 2, 9)),
        ("元宵节", 2022, date(2022, 2, 15)),
        ("清明", 2024, date(2024, 4, 4)),
        ("端午节", 2020, date(2020, 6, 25)),
        ("端午", 2022, date(2022, 6, 3)),
        ("中秋节", 2020, date(2020, 10, 1)),
        ("重阳", 2021, date(2021, 10, 14)),
        ("国庆", 2021, date(2021, 10, 1)),
        ("教师节", 2021, date(2021, 9, 10)),
        ("端午", 1800, None),
        ("春节", 1900, None),
        ("春节", 1901, date(1901, 2, 19)),
        ("除夕", 1901, date(1901, 2, 18)),
        ("清明", 2099, date(2099, 4, 4)),
        ("重阳", 2100, None),
        ("除夕", 2100, None),
        ("清明", 1900, None),
        ("国庆", 1900, date(1900, 10, 1)),
        ("泼水节", 2021, None),
    ],
)
def test_a_festival_falls_on_its_day(name: str, year: int, day: date | None) -> None:
    assert festival(name, year) == day


@given(st.integers(1950, 2098), st.sampled_from(["端午节", "中秋节", "春节", "元宵节", "重阳节"]))
def test_a_lunar_festival_on_its_own_day_is_silent(year: int, name: str) -> None:
    day = festival(name, year)
    assert day is not None
    assert list(wrong_festivals(f"{year}年{day.month}月{day.day}日{name}")) == []


def test_february_of_an_unknown_year_may_have_29_days() -> None:
    assert is_date(2, 29)
    assert not is_date(2, 29, 2023)
    assert not is_date(13, 1)
    assert not is_date(0, 1)
    assert not is_date(1, 0)
    assert is_date(12, 31)


@pytest.mark.parametrize(("ordinal", "years"), [(6, (1981, 1985)), (10, (2001, 2005)), (14, (2021, 2025))])
def test_a_plan_has_its_five_years(ordinal: int, years: tuple[int, int]) -> None:
    assert plan_years(ordinal) == years
