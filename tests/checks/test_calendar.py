"""The kind `calendar`: whose year judges a day that names none."""

import pytest
from making import draft

from speechlint.checks.calendar import Question, calendar
from speechlint.language.analysis import Analysis

TITLE = "在2024年全县教育工作会议上的讲话"
DATED = "（2024年3月5日）"


def seen(question: Question, *lines: str) -> list[tuple[str, tuple[str, ...]]]:
    """What is found, and what it points at."""
    document = draft(*lines)
    found = calendar(Analysis(document), question=question)
    return [(document.text_of(m.span), tuple(document.text_of(clue.span) for clue in m.related)) for m in found]


@pytest.mark.parametrize(
    ("head", "clue"),
    [
        ([TITLE], "2024年"),
        ([TITLE, DATED], "2024年"),
        (["全县教育大会讲话", DATED], "2024年3月5日"),
        (["2021年度总结表彰大会讲话"], None),
        (["全县教育大会讲话"], None),
        (["在2022年全县教育工作会议上的讲话", "同志们：", "今年是“十四五”开局之年。"], None),
        (["在2022年全县教育工作会议上的讲话", DATED, "同志们："], "2024年3月5日"),
    ],
)
def test_a_day_without_a_year_is_judged_by_the_year_the_draft_is_sure_of(head: list[str], clue: str | None) -> None:
    found = seen("weekday", *head, "3月8日（星期六）前要全部到位。")
    assert found == ([("3月8日（星期六", (clue,))] if clue else [])


def test_a_day_with_its_year_needs_no_other_to_judge_it() -> None:
    assert seen("weekday", "2024年3月8日（星期六）前要全部到位。") == [("2024年3月8日（星期六", ())]


@pytest.mark.parametrize(("question", "found"), [("festival", ["6月22日端午节"]), ("weekday", []), ("date", [])])
def test_each_question_is_asked_alone(question: Question, found: list[str]) -> None:
    told = seen(question, TITLE, "同志们：", "6月22日端午节就要到了。")
    assert [words for words, _ in told] == found


@pytest.mark.parametrize(
    ("day", "text", "found"),
    [
        ("2024年3月5日", "10月2日国庆节很热闹。", ["10月2日国庆节"]),
        ("2024年3月5日", "10月1日国庆节很热闹。", []),
        ("2024年3月5日", "去年6月22日端午节很热闹。", []),
        ("2024年3月5日", "去年6月10日端午节很热闹。", ["6月10日端午节"]),
        ("2024年3月5日", "6月10日端午节很热闹。", []),
        ("2024年3月5日", "国庆节（10月2日）放假，6月22日端午节很热闹。", ["国庆节（10月2日", "6月22日端午节"]),
        ("2024年10月8日", "1月29日春节很热闹。", []),
        ("2024年10月8日", "2月1日春节很热闹。", ["2月1日春节"]),
        ("2024年10月8日", "2月10日春节很热闹。", []),
        ("2025年3月28日", "4月5日是清明节。", ["4月5日是清明节"]),
        ("2025年3月28日", "4月4日是清明节。", []),
    ],
)
def test_a_festival_is_judged_by_the_year_it_is_said_of(day: str, text: str, found: list[str]) -> None:
    told = seen("festival", "在全县节日安全工作会上的讲话", f"（{day}）", "同志们：", text)
    assert sorted(words.rstrip("）") for words, _ in told) == sorted(found)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("2024年3月8日（星期六）开会", "2024年3月8日（星期六）"),
        ("2024年3月8日(星期六)开会", "2024年3月8日(星期六)"),
        ("2024年3月8日星期六开会", "2024年3月8日星期六"),
    ],
)
def test_a_bracket_opened_in_a_fault_is_closed_in_the_message(text: str, quoted: str) -> None:
    (match,) = calendar(Analysis(draft(text)), question="weekday")
    assert (match.fields["found"], match.fields["expected"], match.fields["said"]) == (quoted, "五", "六")
