"""Suppressions given by Word comments: which comments are orders, for which rules, and what they cover."""

from __future__ import annotations

import pytest
from docx_files import comment, commented, docx, extended, p, run

from speechlint.model import Document, Span
from speechlint.readers.word import read_word
from speechlint.rule_file import load_rules
from speechlint.session import Settings, findings_in
from speechlint.suppress import names_of

RULES = load_rules()
KNOWN = names_of(rule.id for rule in RULES)
SETTINGS = Settings(tuple(r for r in RULES if r.id in ("typo/misspelling", "file/unused-suppression")), known=KNOWN)
TYPO, UNUSED = "typo/misspelling", "file/unused-suppression"


def read(text: str, body: str = "", more: str = "", **others: str) -> Document:
    body = body or p(run("打造") + commented(1, run("避署")) + run("胜地"))
    return read_word("a.docx", docx(body, comments=comment(1, *text.split("\n")) + more, **others))


def found(document: Document) -> list[str]:
    return [finding.rule for finding in findings_in(document, SETTINGS)]


@pytest.mark.parametrize(
    ("text", "rules", "reason"),
    [
        ("忽略", ("ALL",), ""),
        ("忽略。", ("ALL",), "。"),
        ("忽略 引文如此", ("ALL",), "引文如此"),
        ("忽略 typo/misspelling 引文", ("typo/misspelling",), "引文"),
        ("忽略typo", ("typo",), ""),
        ("忽略：typo，date、number/range-hyphen\n引文", ("typo", "date", "number/range-hyphen"), "引文"),
        (" 忽略 ALL", ("ALL",), ""),
    ],
)
def test_a_comment_that_is_an_order_becomes_a_suppression(text: str, rules: tuple[str, ...], reason: str) -> None:
    (order,) = read(text).suppressions
    assert (order.rules, order.reason, order.covers, order.span) == (rules, reason, Span(2, 4), Span(2, 4))


@pytest.mark.parametrize("text", ["忽略了经费问题，请补充", "忽略pdf版本", "请忽略", "不要忽略 typo", ""])
def test_any_other_comment_is_none(text: str) -> None:
    assert read(text).suppressions == ()


@pytest.mark.parametrize(
    ("body", "covered"),
    [
        (p(run("打造避") + commented(1, run("署胜地"))), "署胜地\n"),
        (p("头") + p(run("打造避署胜地") + commented(1, "")) + p("尾"), "打造避署胜地\n"),
        (p(run("一") + '<w:r><w:commentReference w:id="1"/></w:r>') + p("二"), "一\n"),
        (
            p('<w:commentRangeStart w:id="1"/>' + run("甲"))
            + p(run("乙") + '<w:commentRangeEnd w:id="1"/>' + run("丙")),
            "甲\n乙",
        ),
        (
            f"<w:tbl><w:tr><w:tc>{p('格')}</w:tc><w:tc>{p(commented(1, run('表')) + run('内'))}</w:tc></w:tr></w:tbl>",
            "表",
        ),
    ],
)
def test_an_order_covers_the_words_it_stands_on_else_its_paragraph(body: str, covered: str) -> None:
    document = read("忽略", body + p("末"))
    assert [document.text_of(order.covers) for order in document.suppressions] == [covered]


def test_the_whole_draft_is_covered_by_name() -> None:
    document = read("忽略全文 typo", p("避署") + p(commented(1, run("甲"))))
    assert [order.covers for order in document.suppressions] == [Span(0, 5)]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("请核实", [TYPO]),
        ("忽略", []),
        ("忽略 typo 引文", []),
        ("忽略 date", [UNUSED, TYPO]),
        ("忽略 typo/mispelling", [UNUSED, TYPO]),
    ],
)
def test_a_comment_silences_and_complains_like_a_marker(text: str, rules: list[str]) -> None:
    settings = Settings(RULES, known=KNOWN)
    findings = findings_in(read(text), settings)
    assert sorted(f.rule for f in findings if f.rule in (TYPO, UNUSED)) == rules


def test_a_comment_not_anchored_anywhere_orders_nothing() -> None:
    assert read("忽略", p("避署")).suppressions == ()


OWN = ("“避署”应为“避暑”", "规则 typo/misspelling")


@pytest.mark.parametrize(("done", "rules"), [(False, [TYPO]), (True, [])])
def test_a_comment_of_ours_counts_as_ignored_once_resolved(done: bool, rules: list[str]) -> None:
    body = p(run("打造") + commented(1, run("避署")) + run("胜地"))
    data = docx(body, comments=comment(1, *OWN, author="speechlint"), commentsExtended=extended(1, done=done))
    assert found(read_word("a.docx", data)) == rules


@pytest.mark.parametrize(
    ("second", "covered"),
    [
        ("本段还有 1 处同样的问题：避署", "避署和避署\n"),
        ("1 more in this paragraph: 避署", "避署和避署\n"),
        ("（位置：页眉“避署处”）", "避署处"),
        ("（位置：页脚“避署处”）", ""),
    ],
)
def test_a_resolved_comment_of_ours_covers_what_it_was_about(second: str, covered: str) -> None:
    body = p(commented(1, run("避署")) + run("和避署"))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/></w:sectPr>'
    own = comment(1, OWN[0], second, OWN[1], author="speechlint")
    done = extended(1, done=True)
    document = read_word("a.docx", docx(body + section, comments=own, commentsExtended=done, header1=p("避署处")))
    assert [document.text_of(order.covers) for order in document.suppressions] == [covered]


def test_a_resolved_comment_of_ours_may_stay_when_all_is_mended() -> None:
    body = p(commented(1, run("避暑")))
    data = docx(body, comments=comment(1, *OWN, author="speechlint"), commentsExtended=extended(1, done=True))
    assert found(read_word("a.docx", data)) == []


def test_of_two_names_in_a_comment_the_idle_one_is_reported() -> None:
    settings = Settings(tuple(r for r in RULES if r.family in ("typo", "date", "file")), known=KNOWN)
    (idle,) = [f for f in findings_in(read("忽略 typo、date 引文"), settings) if f.rule == UNUSED]
    assert "“date”" in idle.message
    assert idle.span == Span(2, 4)
