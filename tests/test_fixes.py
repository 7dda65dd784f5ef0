"""Which fixes are applied and what the draft reads afterwards."""

import pytest

from speechlint.fixes import applied, shown_with_others, wanted_fixes, whole_lines
from speechlint.model import Document, Finding, Fix, Paragraph, Related, Severity, Span, compose


def finding(start: int, end: int, text: str = "", *, safe: bool = True) -> Finding:
    span = Span(start, end)
    return Finding("typo/x", span, "", Severity.ERROR, Fix(span, text, safe))


def draft(*lines: str) -> Document:
    return compose("a.txt", map(Paragraph, lines))


@pytest.mark.parametrize(
    ("findings", "unsafe", "spans"),
    [
        ([finding(0, 2), finding(4, 6)], False, [(0, 2), (4, 6)]),
        ([finding(4, 6), finding(0, 2)], False, [(0, 2), (4, 6)]),
        ([finding(0, 4), finding(2, 6)], False, [(0, 4)]),
        ([finding(0, 2, safe=False)], False, []),
        ([finding(0, 2, safe=False)], True, [(0, 2)]),
        ([Finding("typo/x", Span(0, 1), "", Severity.ERROR)], True, []),
    ],
)
def test_disjoint_fixes_are_chosen_in_reading_order(
    findings: list[Finding], unsafe: bool, spans: list[tuple[int, int]]
) -> None:
    chosen = wanted_fixes(findings, unsafe=unsafe)
    assert [(fix.span.start, fix.span.end) for fix in chosen] == spans


@pytest.mark.parametrize(
    ("lines", "span", "left"),
    [
        (("广告", "正文"), (0, 2), "正文"),
        (("正文", "广告"), (3, 5), "正文"),
        (("一", "广告", "二"), (2, 4), "一\n二"),
        (("广告",), (0, 2), ""),
        (("一广告", "二"), (1, 3), "一\n二"),
        (("一", "", "二"), (2, 2), "一\n\n二"),
        (("一", "广告", "", "二"), (2, 4), "一\n\n二"),
    ],
)
def test_a_line_emptied_by_a_fix_leaves_no_blank_line(lines: tuple[str, ...], span: tuple[int, int], left: str) -> None:
    document = draft(*lines)
    assert applied(document.text, whole_lines(document, [Fix(Span(*span), "", True)])) == left


def test_a_line_written_anew_stays_a_line() -> None:
    document = draft("一", "广告", "二")
    assert applied(document.text, whole_lines(document, [Fix(Span(2, 4), "正文", True)])) == "一\n正文\n二"


@pytest.mark.parametrize("safe", [True, False])
def test_a_fix_that_takes_a_whole_line_is_as_safe_as_before(safe: bool) -> None:
    document = draft("广告", "正文", "广告")
    fixes = [Fix(Span(0, 2), "", safe), Fix(Span(6, 8), "", safe)]
    assert whole_lines(document, fixes) == (Fix(Span(0, 3), "", safe), Fix(Span(5, 8), "", safe))


def test_unsafe_fixes_are_not_chosen_unasked() -> None:
    assert wanted_fixes([finding(0, 2, safe=False)]) == ()


def graded(rule: str, at: int, severity: Severity, *points_at: int) -> Finding:
    related = tuple(Related(Span(other, other + 1), "") for other in points_at)
    return Finding(rule, Span(at, at + 1), "", severity, related=related)


@pytest.mark.parametrize(
    ("findings", "shown"),
    [
        ([graded("typo/x", 0, Severity.ERROR), graded("typo/x", 4, Severity.INFO)], [0]),
        ([graded("typo/x", 0, Severity.ERROR, 4), graded("typo/x", 4, Severity.INFO)], [0, 4]),
        ([graded("typo/x", 0, Severity.ERROR, 4), graded("typo/y", 4, Severity.INFO)], [0]),
        ([graded("typo/x", 0, Severity.WARNING), graded("typo/x", 4, Severity.ERROR)], [0, 4]),
        ([graded("typo/x", 0, Severity.WARNING, 4), graded("typo/x", 4, Severity.INFO)], [0, 4]),
        ([graded("typo/x", 0, Severity.INFO, 4), graded("typo/x", 4, Severity.INFO)], []),
    ],
)
def test_a_lesser_finding_is_shown_where_a_shown_one_of_its_rule_points_at_it(
    findings: list[Finding], shown: list[int]
) -> None:
    assert [finding.span.start for finding in shown_with_others(findings, Severity.WARNING)] == shown


def test_fixes_of_other_lengths_do_not_shift_each_other() -> None:
    fixes = [Fix(Span(0, 1), "甲甲", True), Fix(Span(2, 4), "", True), Fix(Span(5, 5), "丙", True)]
    assert applied("abcdef", fixes) == "甲甲be丙f"
