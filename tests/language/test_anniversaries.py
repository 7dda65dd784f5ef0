"""Which year an anniversary, a numbered day or a meeting falls in, and what it counts from."""

import re

import pytest

from speechlint.language.anniversaries import marks
from speechlint.language.bounds import Bounds, matches_around
from speechlint.model import Span


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("庆祝建党100周年。", [("建党100周年", 2021, 1921)]),
        ("庆祝建党一百周年、建军九十五周年。", [("建党一百周年", 2021, 1921), ("建军九十五周年", 2022, 1927)]),
        ("庆祝第38个教师节。", [("第38个教师节", 2022, 1984)]),
        ("庆祝第0个教师节，庆祝建党百百周年。", []),
        ("孙中山诞辰一一三三周年，孙中山诞辰一一三四周年。", [("孙中山诞辰一一三三周年", 2999, 1866)]),
        ("党的二十大胜利召开。", [("党的二十大胜利召开", 2022, 1921)]),
        ("中国共产党第十九次全国代表大会在京召开。", [("中国共产党第十九次全国代表大会在京召开", 2017, 1921)]),
        ("党的十二大召开。", [("党的十二大召开", 1982, 1921)]),
        ("党的十一大召开。", []),
        ("党的二十大召开以来，成绩很大。", []),
        ("十三届全国人大五次会议隆重召开。", [("十三届全国人大五次会议隆重召开", 2022, 1954)]),
        ("全国政协十三届一次会议在北京召开。", [("全国政协十三届一次会议在北京召开", 2018, 1954)]),
        ("六届全国人大一次会议召开。", [("六届全国人大一次会议召开", 1983, 1954)]),
        ("五届全国人大一次会议召开。", []),
        ("贯彻党的二十大精神的开局之年。", [("贯彻党的二十大精神的开局之年", 2023, 2022)]),
        ("贯彻党的十二大精神的开局之年。", [("贯彻党的十二大精神的开局之年", 1983, 1982)]),
        ("贯彻党的十一大精神的开局之年。", []),
    ],
)
def test_a_mark_falls_in_its_year(text: str, found: list[tuple[str, int, int]]) -> None:
    assert [(text[mark.span.start : mark.span.end], mark.year, mark.since) for mark in marks(text)] == found


@pytest.mark.parametrize(
    ("start", "end", "count"), [(0, 40, 2), (0, 9, 1), (0, 8, 0), (2, 9, 1), (3, 9, 0), (3, 20, 1), (3, 18, 0)]
)
def test_only_marks_wholly_inside_a_stretch_are_of_it(start: int, end: int, count: int) -> None:
    text = "庆祝建党100周年，也庆祝建军94周年。"
    assert len([*marks(text).inside(Span(start, end))]) == count


@pytest.mark.parametrize(
    ("text", "places", "words"),
    [
        ("甲1。乙2。丙3", [3], ["乙2"]),
        ("甲1。乙2。丙3", [0, 6], ["甲1", "丙3"]),
        ("甲1。乙2。丙3", [6, 0], ["甲1", "丙3"]),
        ("甲1。乙2。丙3", [0, 1], ["甲1"]),
        ("甲1。乙2。丙3", [2], ["甲1"]),
        ("甲1。乙2。丙3", [2, 3], ["甲1", "乙2"]),
        ("甲1乙2", [1], ["甲1", "乙2"]),
        ("甲1。", [], []),
    ],
)
def test_a_regex_is_tried_in_each_stretch_that_holds_a_place_once(
    text: str, places: list[int], words: list[str]
) -> None:
    found = matches_around(re.compile("[甲乙丙][0-9]"), text, places, Bounds("。"))
    assert [match.group() for match in found] == words


def test_the_mark_at_the_end_of_a_stretch_may_be_looked_at() -> None:
    assert [m.group() for m in matches_around(re.compile("甲。"), "甲。甲。", [0], Bounds("。"))] == ["甲。"]


@pytest.mark.parametrize(("reach", "around"), [(1, Span(3, 6)), (2, Span(2, 7)), (3, Span(2, 7)), (100, Span(2, 7))])
def test_a_stretch_reaches_to_the_marks_around_it_and_no_further_than_so_far(reach: int, around: Span) -> None:
    assert Bounds("。", reach).around("甲。一二三四五。乙", Span(4, 5)) == around
