"""The draft's own now, and what contradicts it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.language.evidence import Evidence, Sort, Voice
from speechlint.language.interval import Interval
from speechlint.language.time_clues import time_clues
from speechlint.language.timeline import Timeline, YearTold, agreement, conflicts
from speechlint.model import Span

DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
EVIDENCE = st.builds(
    lambda a, b, weight, at: Evidence(
        Span(at, at + 1), Sort.EXPECTED, Voice.PRESENT, Interval(min(a, b), max(a, b)), weight
    ),
    DAYS,
    DAYS,
    st.integers(1, 3),
    st.integers(0, 100),
)


def timeline(text: str) -> Timeline:
    return Analysis(document_of(text)).timeline


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("在2022年全县大会上的讲话\n同志们：", 2022),
        ("全县大会讲话\n（2021年3月5日）\n同志们：", 2021),
        ("全县大会讲话\n同志们：\n今年是“十四五”开局之年。", 2021),
        ("全县大会讲话\n同志们：\n明年是建党100周年。", 2020),
        ("全县大会讲话\n同志们：\n去年（2020年），成绩很大。", 2021),
        ("全县大会讲话\n同志们：\n今年是“十四五”规划的第二年。", 2022),
        ("全县大会讲话\n同志们：\n各项工作要抓紧。\n2023年6月10日", 2023),
        ("全县大会讲话\n时间：2020-06-24 00:32\n同志们：", 2020),
        ("全县大会讲话\n同志们：\n2020年，我们取得胜利。", None),
        ("关于2021—2025年规划的报告\n各位代表：", None),
        ("某条例\n（2012年4月24日通过 2018年10月26日修正）\n第一条", None),
        ("全县大会讲话\n同志们：\n今年是2013年以来最好的一年。", None),
    ],
)
def test_the_year_is_told_by_the_head_or_by_this_year(text: str, year: int | None) -> None:
    assert timeline(text).year == year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("（2022年10月12日）\n通报了前三季度运行情况。", "2022-10-12"),
        ("在2022年全县大会上的讲话\n马上就要进入9月中旬。", "2022-09-05"),
        ("在2022年全县大会上的讲话\n现在距离年底还有不到三个月。", "2022-10-15"),
        ("在2022年全县大会上的讲话\n到二季度末只剩十几天。", "2022-06-16"),
        ("在2022年全县大会上的讲话\n总结了上半年工作，力争今年9月底前完成。", "2022-07-15"),
    ],
)
def test_now_holds_the_day_of_the_speech(text: str, day: str) -> None:
    now = timeline(text).now
    assert now is not None
    assert date.fromisoformat(day) in now
    assert now.days < 200


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("在2022年全县大会上的讲话\n同志们：", ("2022-01-01", "2022-12-31")),
        ("在2022年全县大会上的讲话\n马上就要进入9月中旬。", ("2022-08-17", "2022-09-11")),
        ("全县大会讲话\n（2022年6月10日）\n同志们：", ("2022-05-26", "2022-06-13")),
        ("2022年元旦贺词\n同志们：", ("2021-11-01", "2022-12-31")),
        ("在2022年全县大会上的讲话\n再过十天就是元旦。", ("2022-12-19", "2022-12-25")),
        ("在2022年全县大会上的讲话\n今天是明年9月10日。", ("2022-01-01", "2022-12-31")),
        ("在2022年全县大会上的讲话\n再过十天就是2024年国庆节。", ("2024-09-18", "2024-09-24")),
        ("全县大会讲话\n马上就要进入9月中旬。", None),
        ("全县大会讲话", None),
    ],
)
def test_now_is_where_the_time_of_year_and_the_year_meet(text: str, now: tuple[str, str] | None) -> None:
    found = timeline(text).now
    assert (found and (str(found.start), str(found.end))) == now


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2022年元旦贺词\n同志们：", 2022),
        ("2021年度总结表彰大会讲话\n同志们：", 2021),
        ("在2022年全县大会上的讲话\n（2023年1月5日）\n同志们：", 2023),
        ("在2022年全县大会上的讲话\n同志们：\n今年是“十四五”开局之年。", 2022),
        ("全县大会讲话\n同志们：\n一、2021年工作回顾", None),
        ("全县大会讲话\n同志们：\n正在编制“十五五”规划。", None),
    ],
)
def test_a_title_tells_the_year_it_is_about(text: str, year: int | None) -> None:
    assert timeline(text).year == year


@pytest.mark.parametrize(
    ("text", "compiled"),
    [
        ("篇一：在2022年全县大会上的讲话\n大家好。\n篇二：在2023年全县大会上的讲话\n大家好。", True),
        ("【第1篇】在2022年全县大会上的讲话\n大家好。\n【第2篇】在2023年全县大会上的讲话", True),
        ("篇一：在2022年全县大会上的讲话\n大家好。\n开好篇二次", False),
        ("在2022年全县大会上的讲话\n开好篇，布好局。", False),
    ],
)
def test_a_collection_of_drafts_has_no_day(text: str, compiled: bool) -> None:
    line = timeline(text)
    assert (line.now is None, line.year is None, line.evidence == ()) == (compiled, compiled, compiled)
    assert len(line.expressions) > 0


@pytest.mark.parametrize(
    ("now", "year", "early"),
    [
        (("2022-01-05", "2022-01-23"), 2022, True),
        (("2022-01-31", "2022-03-31"), 2022, True),
        (("2022-01-30", "2022-03-31"), 2022, False),
        (("2022-03-01", "2022-04-01"), 2022, False),
        (("2022-01-05", "2022-01-23"), 2021, False),
        (None, 2022, False),
    ],
)
def test_a_draft_is_early_that_is_dated_in_the_first_quarter(
    now: tuple[str, str] | None, year: int, early: bool
) -> None:
    days = Interval(*map(date.fromisoformat, now)) if now else None
    assert YearTold((), days, year).early is early


@given(st.lists(EVIDENCE, max_size=8))
def test_evidence_with_a_common_day_never_conflicts(evidence: list[Evidence]) -> None:
    now = agreement(evidence)
    found = list(conflicts(evidence, now))
    common = [e for e in evidence if all(e.allows.start in other.allows for other in evidence)]
    if common or not evidence:
        assert found == []
    for conflict in found:
        assert all(not e.allows.meets(conflict.now) for e in conflict.against)
        assert any(e.weight > 1 for e in conflict.against)
        assert any(e.weight > 1 for e in conflict.agreed)


SHORT = st.dates(date(2022, 1, 1), date(2022, 1, 20))
CROWDED = st.builds(
    lambda a, b, weight, at, sort: Evidence(
        Span(at, at + 1), sort, Voice.PRESENT, Interval(min(a, b), max(a, b)), {Sort.TODAY: weight}.get(sort, 2)
    ),
    SHORT,
    SHORT,
    st.integers(1, 3),
    st.integers(0, 100),
    st.sampled_from([Sort.TODAY, Sort.EXPECTED, Sort.REMAINING]),
)


@given(st.lists(CROWDED, min_size=1, max_size=8))
def test_now_is_what_the_weightiest_evidence_with_a_common_day_leaves_open(evidence: list[Evidence]) -> None:
    distinct = {(e.sort, e.allows): e for e in evidence}.values()

    def weight(day: date) -> int:
        return sum(e.weight for e in distinct if day in e.allows)

    day = max((e.allows.start for e in evidence), key=weight)
    assert agreement(evidence) == Interval(day, min(e.allows.end for e in distinct if day in e.allows))


def reported(first: int, last: int, period: Interval | None, sort: Sort = Sort.REPORTED, weight: int = 2) -> Evidence:
    days = Interval(date(2022, 1, first), date(2022, 1, last))
    return Evidence(Span(first, last + 40), sort, Voice.PRESENT, days, weight, period=period)


def test_a_second_report_on_one_period_does_not_weigh_more() -> None:
    quarter, half = Interval(date(2021, 1, 1), date(2021, 3, 31)), Interval(date(2021, 1, 1), date(2021, 6, 30))
    other = reported(20, 25, None, Sort.TODAY, 3)
    twice = [reported(1, 5, quarter), reported(2, 6, quarter)]
    assert agreement([*twice, other]) == other.allows
    assert agreement([reported(1, 5, quarter), reported(2, 6, half), other]) == Interval(
        date(2022, 1, 2), date(2022, 1, 5)
    )
    # The first report is over; the second still counts.
    late = reported(6, 9, None, Sort.EXPECTED, 2)
    assert agreement([*twice, late, other]) == Interval(date(2022, 1, 6), date(2022, 1, 6))


@pytest.mark.parametrize(
    ("evidence", "sides"),
    [
        ([(1, 5, 2), (6, 9, 2)], [([6], [1])]),
        ([(1, 5, 2), (5, 9, 2)], []),
        ([(1, 5, 2), (6, 9, 1)], []),
        ([(1, 5, 3), (6, 9, 2), (10, 12, 1)], [([6, 10], [1])]),
        ([(6, 9, 3), (1, 5, 2)], [([1], [6])]),
        ([(6, 9, 3), (1, 4, 2), (12, 15, 2)], [([12], [6]), ([1], [6])]),
        ([(3, 9, 3), (5, 12, 2), (10, 11, 2)], [([10], [3])]),
        ([(1, 9, 3), (2, 3, 1), (10, 12, 2)], [([10], [1, 2])]),
        ([(5, 9, 2), (3, 12, 2), (1, 4, 2)], [([1], [5])]),
    ],
)
def test_what_lies_outside_now_is_held_against_what_it_cannot_agree_with(
    evidence: list[tuple[int, int, int]], sides: list[tuple[list[int], list[int]]]
) -> None:
    told = [reported(first, last, None, Sort.EXPECTED, weight) for first, last, weight in evidence]
    found = conflicts(told, agreement(told))
    assert [
        ([e.span.start for e in conflict.against], [e.span.start for e in conflict.agreed]) for conflict in found
    ] == sides


@given(st.lists(EVIDENCE, min_size=1, max_size=8))
def test_now_satisfies_at_least_the_weightiest_evidence(evidence: list[Evidence]) -> None:
    now = agreement(evidence)
    assert now is not None
    assert any(now.start in e.allows and now.end in e.allows for e in evidence)


def test_voices_are_kept_apart() -> None:
    document = document_of("去年投资增长。今年是关键之年。力争明年3月底前完成。")
    analysis = Analysis(document)
    clues = time_clues(analysis.setting, analysis.timeline)
    assert [clue.voice for clue in clues] == [Voice.RETROSPECTIVE, Voice.PRESENT, Voice.PROSPECTIVE]
