"""What each place of a draft leaves open about the day of the speech: which words tell it, which days, how surely."""

from datetime import date

import pytest

from speechlint.examples import document_of, mark, unmark
from speechlint.language.analysis import Analysis
from speechlint.language.evidence import Evidence, Sort, Voice
from speechlint.language.interval import Interval

HEAD = "在2022年全县工作会议上的讲话\n同志们：\n"

# Under HEAD: the sentence with the words that tell, the sort, the first and the last day left open, the weight.
SENTENCES = """
通报了⟦前三季度⟧运行情况。 reported 2022-09-20 2023-07-27 2
⟦上半年⟧，全县工业增加值增长5%。 reported 2022-06-20 2023-04-26 2
已经实现⟦“双过半”⟧。 reported 2022-06-15 2023-03-31 1
要确保圆满完成⟦“双过半”⟧。 halfway 2022-01-01 2022-07-05 2
努力实现⟦“双过半”⟧。 halfway 2022-01-01 2022-07-05 2
⟦上半年⟧要增长8%。 expected 2021-09-01 2022-06-30 1
力争⟦今年9月底⟧前完成。 expected 2021-09-01 2022-09-30 2
马上就要进入⟦9月中旬⟧。 approaching 2022-08-17 2022-09-11 3
⟦三季度⟧即将过去。 approaching 2022-09-05 2022-09-30 3
⟦再过三天就是国庆⟧节。 remaining 2022-09-25 2022-10-01 3
⟦再过十天就是元旦⟧。 remaining 2022-12-19 2022-12-25 3
⟦再过三天就是春节⟧。 remaining 2023-01-16 2023-01-22 3
⟦还有两个月就到年底⟧。 remaining 2022-10-07 2022-11-06 3
⟦距离年底还有不到三个月⟧。 remaining 2022-09-29 2022-11-16 3
⟦到二季度末只剩十几天⟧。 remaining 2022-06-08 2022-06-22 3
⟦今年仅剩下100天左右⟧。 remaining 2022-08-23 2022-10-22 2
⟦今年有效工作时间只剩下60天⟧， remaining 2022-09-11 2022-11-25 2
⟦今年后三个月⟧任务重。 remaining 2022-09-06 2022-10-26 2
⟦离一季度末还有十天⟧。 remaining 2022-03-18 2022-03-24 3
⟦离二季度末还有十天⟧。 remaining 2022-06-17 2022-06-23 3
⟦离三季度末还有十天⟧。 remaining 2022-09-17 2022-09-23 3
⟦离半年盘点还有十天⟧。 remaining 2022-06-17 2022-06-23 3
⟦离年中还有十天⟧。 remaining 2022-06-17 2022-06-23 3
⟦离上半年结束还有十天⟧。 remaining 2022-06-17 2022-06-23 3
⟦离年终还有十天⟧。 remaining 2022-12-18 2022-12-24 3
⟦一季度⟧经济运行调度会召开了。 reported 2022-01-01 2023-01-25 2
⟦前两个月⟧经济运行调度会召开了。 reported 2022-01-01 2022-12-25 2
⟦前五个月⟧经济运行调度会召开了。 reported 2022-03-01 2023-03-27 2
⟦前三季度⟧经济运行分析会开得很好。 reported 2022-09-20 2023-07-27 2
通报了⟦前三季度⟧运行情况，要求再加力。 reported 2022-09-20 2023-07-27 2
工程已完工，力争⟦三季度⟧投产。 expected 2021-09-01 2022-09-30 1
2月29日以来有了进展。马上就要进入⟦9月中旬⟧。 approaching 2022-08-17 2022-09-11 3
马上就要进入⟦3月中旬⟧。 approaching 2022-02-14 2022-03-11 3
马上就要进入⟦今年2月中旬⟧。 approaching 2022-01-17 2022-02-11 3
⟦今天是9月10日⟧。 today 2022-09-10 2022-09-10 3
还有三天今年就过去了。⟦今天是9月10日⟧。 today 2022-09-10 2022-09-10 3
他说：“再过三天就是国庆节。”⟦今天是9月10日⟧。 today 2022-09-10 2022-09-10 3
再过三天就是去年国庆节。⟦今天是9月10日⟧。 today 2022-09-10 2022-09-10 3
⟦再过三天就是去年国庆⟧节。 remaining 2021-09-25 2021-10-01 3
⟦再过三天就是3月8日⟧。 remaining 2022-03-02 2022-03-08 3
⟦再过三天就是2月8日⟧。 remaining 2023-02-02 2023-02-08 3
⟦再过三天就是今年2月8日⟧。 remaining 2022-02-02 2022-02-08 3
⟦今天正是教师节⟧。 today 2022-09-10 2022-09-10 3
⟦刚刚过去的国庆⟧节，大家都很辛苦。 just-over 2022-09-28 2023-01-09 2
在⟦刚刚过去的一季度⟧，成绩很好。 just-over 2022-03-28 2022-07-09 2
⟦刚刚过去的2021年⟧，成绩很好。 reviewed 2021-09-01 2022-12-31 2
⟦一、2021年工作回顾⟧ reviewed 2021-09-01 2022-12-31 2
⟦今年是“十四五”开局之年⟧。 this-year 2021-01-01 2021-12-31 2
⟦今年是“十四五”规划的第二年⟧。 this-year 2022-01-01 2022-12-31 2
⟦明年是“十四五”收官之年⟧。 this-year 2024-01-01 2024-12-31 2
⟦明年是建党100周年⟧。 this-year 2020-01-01 2020-12-31 2
⟦去年，正值建党100周年⟧，向大家问好。 this-year 2022-01-01 2022-12-31 2
⟦去年（2021年）⟧，成绩很大。 this-year 2022-01-01 2022-12-31 2
⟦前年（2020年）⟧，成绩很大。 this-year 2022-01-01 2022-12-31 2
⟦明年（2023年）⟧要开好局。 this-year 2022-01-01 2022-12-31 2
⟦后年（2024年）⟧要收好官。 this-year 2022-01-01 2022-12-31 2
⟦今年是“十四五”规划的第一年⟧。 this-year 2021-01-01 2021-12-31 2
⟦今年是“十四五”规划的第五年⟧。 this-year 2025-01-01 2025-12-31 2
⟦今年是“十四五”规划实施的收官之年⟧，任务很重；要抓紧。 this-year 2025-01-01 2025-12-31 2
⟦今年是“十四五”规划的起步之年⟧；任务很重，要抓紧。 this-year 2021-01-01 2021-12-31 2
⟦今年是“十四五”规划的最后一年⟧。 this-year 2025-01-01 2025-12-31 2
⟦今年是关键之年，也是“十四五”开局之年⟧ this-year 2021-01-01 2021-12-31 2
各项工作要抓紧。/⟦2023年6月10日⟧ subtitle 2023-05-11 2023-06-13 2
各项工作要抓紧。/（⟦2023年6月10日⟧） subtitle 2023-05-11 2023-06-13 2
⟦2023年6月10日⟧/抓紧。/抓好。/抓实。 subtitle 2023-05-11 2023-06-13 2
⟦今年是2022年，⟧任务很重。 this-year 2022-01-01 2022-12-31 2
今天，我们迎来了⟦建党101周年⟧。 this-year 2022-01-01 2022-12-31 2
今天，我们迎来了⟦第38个教师节⟧，向大家问好。 this-year 2022-01-01 2022-12-31 2
正值⟦建党101周年⟧，向大家问好。 this-year 2022-01-01 2022-12-31 2
大家好，⟦建党101周年即将到来之际⟧，向大家问好。 this-year 2022-01-01 2022-12-31 2
大家好，⟦建党101周年的重要日子里⟧，向大家问好。 this-year 2022-01-01 2022-12-31 2
值此⟦建党101周年之际⟧，向大家问好。 this-year 2022-01-01 2022-12-31 2
⟦正在编制“十五五”规划⟧。 plan 2024-01-01 2027-06-30 2
⟦抢抓“十五五”规划开局之年的政策机遇⟧。 plan 2025-07-01 2026-12-31 2
"""
VOICES = {Sort.REPORTED: Voice.RETROSPECTIVE, Sort.JUST_OVER: Voice.RETROSPECTIVE, Sort.REVIEWED: Voice.RETROSPECTIVE}
VOICES |= {Sort.EXPECTED: Voice.PROSPECTIVE, Sort.HALFWAY: Voice.PROSPECTIVE}

# The same for lines of the head.
HEADS = f"""
⟦6月15日⟧在全县大会上的讲话 title 2097-05-31 2097-06-18 2
在⟦6月15日⟧全县大会上的讲话 title 2097-05-31 2097-06-18 2
全县大会讲话/（⟦6月15日⟧） subtitle 2097-05-31 2097-06-18 3
全县大会讲话/——⟦6月15日⟧ subtitle 2097-05-31 2097-06-18 3
全县大会讲话/（2月30日）/（⟦6月15日⟧） subtitle 2097-05-31 2097-06-18 3
6月15日至16日在全县大会上的讲话/⟦6月15日⟧ subtitle 2097-05-31 2097-06-18 3
全县大会讲话。/⟦2021年6月10日⟧ subtitle 2021-05-26 2021-06-13 3
在⟦2021年6月10日⟧全县大会上的讲话 title 2021-01-01 2021-12-31 2
全县大会讲话/发布时间：⟦2021年6月10日⟧（2021年6月） posting 2020-05-06 2021-06-13 1
全县大会讲话/⟦2021年6月10日⟧（2021年6月） subtitle 2021-05-26 2021-06-13 3
⟦2021年1月⟧全县大会讲话 subtitle 2020-12-17 2021-02-03 3
县政府/⟦2023年6月10日⟧ subtitle 2023-05-26 2023-06-13 3
全县大会讲话/⟦2021年6月10日⟧ 来源：县政府网 posting 2020-05-06 2021-06-13 1
全县大会讲话/⟦二〇二一年六月十日⟧ subtitle 2021-05-26 2021-06-13 3
全县大会讲话/⟦2021年6月⟧ subtitle 2021-05-17 2021-07-03 3
全县大会讲话/⟦2021年6月10日至12日⟧ subtitle 2021-05-26 2021-06-15 3
全县大会讲话/——⟦2022年1月1日⟧在全县大会上 subtitle 2022-01-01 2022-01-04 3
全县大会讲话/(⟦2022年1月1日⟧) subtitle 2022-01-01 2022-01-04 3
⟦2022年元旦⟧贺词 title 2021-11-01 2022-12-31 2
⟦2022年⟧工作报告 title 2022-01-01 2023-06-30 2
⟦2022年⟧全县经济工作会议总结讲话 title 2021-11-01 2023-06-30 2
全县大会讲话/发布于{"县" * 106}⟦2021年6月10日⟧ posting 2020-05-06 2021-06-13 1
全县大会讲话/（⟦2022年6月10日⟧） subtitle 2022-05-26 2022-06-13 3
全县大会讲话/⟦2022年6月10日⟧ subtitle 2022-05-26 2022-06-13 3
全县大会讲话/（⟦2022年1月10日⟧） subtitle 2022-01-01 2022-01-13 3
全县大会讲话/⟦2022年1月10日⟧ subtitle 2021-12-26 2022-01-13 3
全县大会讲话/时间：⟦2022-06-10⟧ posting 2021-05-06 2022-06-13 1
⟦2022年6月10日⟧在全县大会上的讲话 subtitle 2022-05-26 2022-06-13 3
在⟦2022年⟧全县大会上的讲话 title 2022-01-01 2022-12-31 2
在⟦2022年春节⟧团拜会上的讲话 title 2021-11-01 2022-12-31 2
⟦2021年度⟧总结表彰大会讲话 title 2021-01-01 2022-06-30 2
在⟦2022年⟧全县2022年6月大会上的讲话 title 2022-01-01 2022-12-31 2
在庆祝⟦第38个教师节⟧暨表彰大会上的讲话 title 2022-01-01 2022-12-31 2
在庆祝⟦第38个教师节⟧大会上的讲话 title 2022-01-01 2022-12-31 2
"""

SILENT_HEADS = f"""
学习在庆祝第38个教师节大会上的讲话精神
于6月15日全县大会上的讲话
全县大会讲话/（6月15日至16日）
全县大会讲话/6月15日开会
全县大会讲话/发布时间：2021年6月
全县大会讲话/发布于{"县" * 107}2021年6月10日，
2021年6月10日通过/全县大会讲话
在2021年和2022年全县大会上的讲话
在2021年全县规划大会上的讲话
2022年是不平凡的一年。
"""

SILENT = """
大家好，建党101周年要办好。
早在2021年，值此建党100周年之际，向大家问好。
回顾建党101周年之际，向大家问好。
值此建党101周年之际，当时大家都来了。
他说：“值此建党101周年之际，向大家问好。”
前年是孙中山诞辰八一三二周年。
今年是关键之年，明年是“十四五”开局之年。
今年是攻坚之年，明年是建党100周年。
他说：“今年是‘十四五’开局之年。”
今年是2019年以来最好的一年。
2023年6月10日/抓紧。/抓好。/抓实。/抓细。
抓紧。/2023年6月
抓紧。/2023年6月10日印发
9月底已经完成。
即将进入9月中后期。
端午节后，要组织一次检查。
他说：“今天是9月10日。”
马上就要进入1月中旬。
马上就要进入2月中旬。
要求通报前三季度运行情况。
已力争三季度投产。
去年的今天，我们迎来了建党100周年。
总书记指出，今天是建党100周年。
"""


def rows(table: str) -> list[tuple[str, Sort, Interval, int]]:
    found = []
    for line in table.strip().splitlines():
        marked, sort, first, last, weight = line.rsplit(" ", 4)
        days = Interval(date.fromisoformat(first), date.fromisoformat(last))
        found.append((marked.replace("/", "\n"), Sort(sort), days, int(weight)))
    return found


def told(text: str) -> list[tuple[str, Evidence]]:
    """Every place that tells something, marked, with what it tells."""
    document = document_of(text)
    return [(mark(document.text, (e.span,)), e) for e in Analysis(document).timeline.evidence]


@pytest.mark.parametrize(("marked", "sort", "allows", "weight"), rows(SENTENCES))
def test_a_sentence_leaves_open_these_days(marked: str, sort: Sort, allows: Interval, weight: int) -> None:
    (found,) = [e for place, e in told(HEAD + unmark(marked)[0]) if place == HEAD + marked and e.sort is sort]
    assert (found.allows, found.weight) == (allows, weight)
    assert found.voice is VOICES.get(sort, Voice.PRESENT)


@pytest.mark.parametrize(("marked", "sort", "allows", "weight"), rows(HEADS))
def test_a_line_of_the_head_leaves_open_these_days(marked: str, sort: Sort, allows: Interval, weight: int) -> None:
    end = "\n同志们：\n大家好。"
    ((place, found),) = told(unmark(marked)[0] + end)
    assert (place, found.sort, found.allows, found.weight) == (marked + end, sort, allows, weight)


@pytest.mark.parametrize("head", SILENT_HEADS.strip().splitlines())
def test_a_line_of_the_head_that_tells_nothing_of_the_day(head: str) -> None:
    assert told(head.replace("/", "\n") + "\n同志们：\n大家好。") == []


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_a_sentence_that_tells_nothing_of_the_day(text: str) -> None:
    assert [place for place, e in told(HEAD + text.replace("/", "\n")) if e.span.start >= len(HEAD)] == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("再过十天就是元旦。", ["2021-12-19"]),
        ("再过三天就是春节。", ["2022-01-26"]),
        ("刚刚过去的国庆节，大家都很辛苦。", []),
        ("刚刚过去的一季度，成绩很好。", ["2022-03-28"]),
        ("刚刚过去的4月，成绩很好。", []),
    ],
)
def test_a_speech_of_january_may_mean_a_day_of_the_year_before(text: str, days: list[str]) -> None:
    head = "在全县会议上的讲话\n（2022年1月20日）\n同志们：\n"
    assert [str(e.allows.start) for _, e in told(head + text) if e.span.start >= len(head)] == days


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("通报了一季度运行情况。", True),
        ("通报了前三个月运行情况。", True),
        ("通报了前四个月运行情况。", False),
        ("通报了今年前四个月运行情况。", True),
    ],
)
def test_a_speech_of_january_may_report_on_the_year_before(text: str, reported: bool) -> None:
    head = "在全县会议上的讲话\n（2022年1月20日）\n同志们：\n"
    assert bool([e for _, e in told_of(head, text) if e.sort is Sort.REPORTED]) is reported


def told_of(head: str, text: str) -> list[tuple[str, Evidence]]:
    return [(place, e) for place, e in told(head + text) if e.span.start >= len(head)]


def test_without_a_year_a_day_of_january_or_february_tells_nothing() -> None:
    assert told_of("在全县工作会议上的讲话\n同志们：\n", "再过三天就是2月8日。") == []


@pytest.mark.parametrize(("before", "told"), [(397, True), (398, False)])
def test_only_near_the_beginning_is_an_anniversary_the_occasion_without_today(before: int, told: bool) -> None:
    document = document_of("话" * (before - 1) + "。正值建党101周年，向大家问好。")
    assert bool(Analysis(document).timeline.evidence) is told


TITLES = """
⟦2022年前三季度⟧经济运行分析会讲话 2022-09-20 2022-12-19
⟦2022年前三季度⟧经济运行调度会讲话 2022-07-01 2023-07-27
"""


@pytest.mark.parametrize("line", TITLES.strip().splitlines())
def test_a_meeting_that_sums_a_period_up_is_held_soon_after_it(line: str) -> None:
    marked, first, last = line.split(" ")
    end = "\n同志们：\n大家好。"
    (found,) = [e for place, e in told(unmark(marked)[0] + end) if place == marked + end and e.sort is Sort.REPORTED]
    assert (str(found.allows.start), str(found.allows.end)) == (first, last)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("再过三天就是3月8日。", ("2097-03-02", "2097-03-08")),
        ("马上就要迎来端午节。", ("2097-04-30", "2097-05-25")),
        ("今天正是端午节。", ("2097-05-25", "2097-07-04")),
        ("再过三天就是端午节。", ("2097-05-19", "2097-07-04")),
        ("刚刚过去的端午节，大家都很辛苦。", ("2097-05-22", "2097-10-12")),
    ],
)
def test_where_no_year_is_told_a_lunar_festival_may_fall_on_many_days(text: str, days: tuple[str, str]) -> None:
    ((_, found),) = told_of("在全县工作会议上的讲话\n同志们：\n", text)
    assert (str(found.allows.start), str(found.allows.end)) == days


@pytest.mark.parametrize(
    ("before", "own"),
    [
        ("一、2021年工作回顾\n", False),
        ("一、过去的工作\n", False),
        ("一、2021年工作已经完成。\n", True),
        ("一、2021年" + "工" * 33 + "\n", False),
        ("一、2021年" + "工" * 34 + "\n", True),
        ("一、2021年工作：\n", True),
        ("2021年工作\n", False),
        ("一、2021年工作\n2022年工作\n", True),
        ("一、2021年工作\n二、重点\n", True),
        ("一、2021年工作\n抓重点\n", False),
        ("2021—2022年工作\n", False),
        ("去年成绩很大，今年更大，", True),
        ("2021—2025年成绩很大，", True),
        ("一、2021年工作回顾\n成绩很大。\n二、今年任务\n", True),
        ("去年成绩很大，", False),
        ("去年成绩很大。", True),
    ],
)
def test_a_period_belongs_to_the_year_of_its_section_and_its_sentence(before: str, own: bool) -> None:
    found = [e for _, e in told(f"{HEAD}{before}上半年，全县工业增加值增长5%。") if e.sort is Sort.REPORTED]
    assert bool(found) is own
