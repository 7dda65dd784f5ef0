"""Names and phrases met in a draft of another time."""

import re
from datetime import date

import pytest

from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.language.lifetimes import Lifetime, Side, dated_by, strays

NAME = Lifetime(re.compile("旧称"), date(2015, 3, 1), date(2020, 3, 31))


def head(year: int, day: str = "6月10日") -> str:
    return f"在全县工作会议上的讲话\n（{year}年{day}）\n同志们：\n"


def found(text: str, side: Side, grace: int = 0) -> list[int]:
    analysis = Analysis(document_of(text))
    return [stray.span.start for stray in strays(analysis.timeline, analysis.setting, (NAME,), side, grace)]


@pytest.mark.parametrize(
    ("text", "over", "not_yet"),
    [
        (head(2022) + "请旧称来。", True, False),
        (head(2018) + "请旧称来。", False, False),
        (head(2014) + "请旧称来。", False, True),
        (head(2022) + "当年请旧称来。", False, False),
        (head(2022) + "2019年请旧称来。", False, False),
        (head(2022) + "2019年成绩大。请旧称来。", True, False),
        (head(2022) + "今年请旧称来。", True, False),
        (head(2022) + "一、2019年工作\n请旧称来。", False, False),
        (head(2014) + "当年请旧称来。", False, True),
        ("在全县工作会议上的讲话\n同志们：\n请旧称来。", False, False),
        ("全县大会讲话\n时间：2022-06-24 00:32\n同志们：\n请旧称来。", False, False),
    ],
)
def test_a_name_is_met_outside_its_time(text: str, over: bool, not_yet: bool) -> None:
    assert (bool(found(text, "over")), bool(found(text, "not-yet"))) == (over, not_yet)


@pytest.mark.parametrize(
    ("day", "grace", "over"), [("4月20日", 0, True), ("4月15日", 0, False), ("4月20日", 30, False)]
)
def test_a_name_is_over_once_its_last_day_and_the_grace_are(day: str, grace: int, over: bool) -> None:
    assert bool(found(head(2020, day) + "请旧称来。", "over", grace)) is over


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (head(2022), ["2022年6月10日"]),
        ("在2022年全县工作会议上的讲话\n（2022年6月10日）\n同志们：", ["2022年", "2022年6月10日"]),
        ("在2022年全县工作会议上的讲话\n（2023年6月10日）\n同志们：", ["2023年6月10日"]),
        ("全县大会讲话\n时间：2022-06-24 00:32\n同志们：", []),
        (head(2022) + "今年是2022年，任务重。今年是2022年，压力大。", ["2022年6月10日", "今年是2022年，"]),
        (head(2022) + "刚刚过去的一季度，成绩很好。", ["2022年6月10日"]),
    ],
)
def test_the_year_rests_on_what_tells_it_plainly_each_once(text: str, told: list[str]) -> None:
    document = document_of(text)
    assert [document.text_of(e.span) for e in dated_by(Analysis(document).timeline)] == told
