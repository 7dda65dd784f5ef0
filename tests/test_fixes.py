"""Which fixes are applied and what the draft reads afterwards."""

import pytest

from speechlint.fixes import applied, wanted_fixes, whole_lines
from speechlint.model import Document, Finding, Fix, Paragraph, Severity, Span, compose


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
    ],
)
def test_a_line_emptied_by_a_fix_leaves_no_blank_line(lines: tuple[str, ...], span: tuple[int, int], left: str) -> None:
    document = draft(*lines)
    assert applied(document.text, whole_lines(document, [Fix(Span(*span), "", True)])) == left


def test_fixes_of_other_lengths_do_not_shift_each_other() -> None:
    fixes = [Fix(Span(0, 1), "甲甲", True), Fix(Span(2, 4), "", True), Fix(Span(5, 5), "丙", True)]
    assert applied("abcdef", fixes) == "甲甲be丙f"
