"""What the kind `timeline` says of evidence that cannot agree."""

from datetime import date

import pytest
from making import analysed

from speechlint.checks.timeline import Question, apart, bare, days_of, severity_of, timeline
from speechlint.language.evidence import Evidence, Sort, Voice
from speechlint.language.interval import Interval
from speechlint.language.timeline import Conflict
from speechlint.model import Severity, Span


def days(first: str, last: str) -> Interval:
    return Interval(date.fromisoformat(first), date.fromisoformat(last))


def told(
    first: str, last: str, sort: Sort = Sort.THIS_YEAR, at: int = 0, weight: int = 2, voice: Voice = Voice.PRESENT
) -> Evidence:
    return Evidence(Span(at, at + 2), sort, voice, days(first, last), weight)


NOW = days("2022-01-01", "2022-12-31")
AGREED = told("2022-01-01", "2022-12-31", Sort.TITLE, 2)


@pytest.mark.parametrize(
    ("evidence", "number"),
    [
        (told("2023-01-01", "2023-12-31"), 1),
        (told("2021-01-01", "2021-12-31"), 1),
        (told("2024-01-02", "2024-12-31"), 367),
        (told("2020-01-01", "2020-12-30"), 367),
        (told("2024-01-02", "2024-12-31", Sort.REPORTED), 0),
        (told("2024-01-02", "2024-12-31", Sort.SUBTITLE), 367),
    ],
)
def test_what_tells_a_year_lies_so_many_days_off(evidence: Evidence, number: int) -> None:
    assert apart(evidence, Conflict((evidence,), (AGREED,), NOW)) == number


@pytest.mark.parametrize(
    ("against", "agreed", "severity"),
    [
        ([told("2024-01-02", "2024-12-31")], [AGREED], Severity.ERROR),
        ([told("2024-01-01", "2024-12-31")], [AGREED], Severity.WARNING),
        (
            [told("2024-01-02", "2024-12-31"), told("2023-01-01", "2023-12-31", weight=1)],
            [AGREED],
            Severity.ERROR,
        ),
        ([told("2023-01-01", "2023-12-31")], [AGREED, told("2022-01-01", "2022-12-31", at=4)], Severity.ERROR),
        ([told("2023-01-01", "2023-12-31")], [AGREED, told("2022-01-01", "2022-12-31", at=6)], Severity.WARNING),
        (
            [told("2023-01-01", "2023-12-31")],
            [AGREED, told("2022-01-01", "2022-12-31", at=4, weight=1)],
            Severity.WARNING,
        ),
        (
            [told("2023-01-01", "2023-12-31")],
            [AGREED, told("2022-01-01", "2022-12-31", at=4, voice=Voice.RETROSPECTIVE)],
            Severity.WARNING,
        ),
    ],
)
def test_two_statements_of_the_present_or_a_year_between_make_an_error(
    against: list[Evidence], agreed: list[Evidence], severity: Severity
) -> None:
    analysis = analysed("甲乙丙丁戊己丙丁")
    assert severity_of(analysis, Conflict(tuple(against), tuple(agreed), NOW)) is severity


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“双过半”", "双过半"),
        ("“甲”和“乙”", "“甲”和“乙”"),
        ("‘甲’", "甲"),
        ("今年是“甲”年", "今年是“甲”年"),
        ("前三季度", "前三季度"),
    ],
)
def test_quotation_marks_around_all_words_are_left_out(text: str, words: str) -> None:
    assert bare(analysed(text), Span(0, len(text))) == words


@pytest.mark.parametrize(
    ("evidence", "year_known", "words", "figures"),
    [
        (told("2022-05-03", "2022-05-21"), True, "（2022年5月3日至21日）", "(2022-05-03—2022-05-21)"),
        (told("2022-05-03", "2022-05-21"), False, "（5月3日至21日）", "(05-03—05-21)"),
        (told("2022-05-03", "2022-05-03"), True, "（2022年5月3日）", "(2022-05-03)"),
    ],
)
def test_the_days_left_open_are_told_in_words_and_figures(
    evidence: Evidence, year_known: bool, words: str, figures: str
) -> None:
    assert days_of(evidence, year_known) == {"days": words, "iso_days": figures}


@pytest.mark.parametrize(
    ("question", "lines", "found"),
    [
        ("years", ["在2022年全县大会上的讲话", "同志们：", "今年是“十五五”开局之年。"], ["今年是“十五五”开局之年"]),
        ("seasons", ["在2022年全县大会上的讲话", "同志们：", "今年是“十五五”开局之年。"], []),
        ("seasons", ["会议总结了上半年工作。现在距离一季度末还有20天，要抓紧冲刺。"], ["上半年"]),
        ("years", ["会议总结了上半年工作。现在距离一季度末还有20天，要抓紧冲刺。"], []),
        ("order", ["确保“二季度少下降、一季度正增长”。"], ["二季度少下降、一季度正增长"]),
        ("seasons", ["确保“二季度少下降、一季度正增长”。"], []),
    ],
)
def test_each_question_is_asked_alone(question: Question, lines: list[str], found: list[str]) -> None:
    analysis = analysed(*lines)
    matches = timeline(analysis, question=question)
    assert [analysis.document.text_of(match.span) for match in matches] == found
