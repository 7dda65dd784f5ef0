"""The kind `pairs`."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from making import analysed, draft

from speechlint.checks.pairs import Fault, nothing_astray, pairs
from speechlint.fixes import applied, wanted_fixes
from speechlint.language.analysis import Analysis
from speechlint.linter import lint
from speechlint.model import BlockKind, Document, Paragraph, compose
from speechlint.rule_file import load_rules

# A quotation may run on for so many paragraphs.
REACH = 12
ITEM = re.compile(r"[(（][一二三\d]{1,3}[)）]")
WIDTHS = ("punctuation/stray-half-width-bracket", "punctuation/mixed-width-bracket")
WIDTH_RULES = sorted((rule for rule in load_rules() if rule.id in WIDTHS), key=lambda rule: WIDTHS.index(rule.id))


def seen(document: Document, opens: str, closes: str, fault: Fault = "unmatched", **options: object) -> list[int]:
    return [match.span.start for match in pairs(Analysis(document), opens=opens, closes=closes, fault=fault, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "lonely"),
    [
        ("落实“一链一策”制度", []),
        ("落实“一链一策制度", [2]),
        ("落实一链一策”制度", [6]),
        ("落实“一链“一策”制度", [2]),
        ("落实“一链”一策”制度", [8]),
        ("把“六稳“六保”工作”抓实", []),
        ("”一链一策“", [0, 5]),
    ],
)
def test_a_mark_without_a_partner_in_one_paragraph(text: str, lonely: list[int]) -> None:
    assert seen(draft(text), "“", "”") == lonely


@pytest.mark.parametrize(
    ("text", "fault", "at_once"),
    [
        ("落实“一链一策”制度", "unmatched", True),
        ("落实“一链一策”“一企一员”", "nested", True),
        ("落实一链一策制度", "unmatched", True),
        ("落实“一链一策制度", "unmatched", False),
        ("落实”一链一策“制度", "unmatched", False),
        ("他说：“路通了。\n心也通了。”", "unmatched", True),
        ("他说：“路通了。" + "\n" * REACH + "心也通了。”", "unmatched", True),
        ("他说：“路通了。" + "\n" * (REACH + 1) + "心也通了。”", "unmatched", False),
        ("“学习“老黄牛”精神”", "unmatched", True),
        ("“学习“老黄牛”精神”", "mixed", True),
        ("“学习“老黄牛”精神”", "nested", False),
    ],
)
def test_marks_closed_in_their_order_are_seen_at_once(text: str, fault: Fault, at_once: bool) -> None:
    assert nothing_astray(analysed(*text.split("\n")), fault, "“", "”", None) is at_once


@pytest.mark.parametrize(
    ("text", "unless", "at_once"),
    [
        ("（一）抓落实（县政府）", None, True),
        ("（县政府\n）", None, True),
        ("（县政府\n）主要有：1（甲）", None, True),
        ("（县政府\n见表1、2）", None, False),
        ("（县（市）政府）", None, True),
        ("（县政府）", "县政府", False),
        ("（县政府）", "市政府", True),
    ],
)
def test_brackets_that_may_number_an_item_are_looked_at(text: str, unless: str | None, at_once: bool) -> None:
    pattern = re.compile(unless) if unless else None
    assert nothing_astray(analysed(*text.split("\n")), "unmatched", "（(", "）)", pattern) is at_once


@pytest.mark.parametrize(("text", "at_once"), [("‘六稳’", True), ("‘It’s’", False), ("It’s", False), ("‘Its’", True)])
def test_an_apostrophe_may_hide_what_is_astray(text: str, at_once: bool) -> None:
    assert bool(nothing_astray(analysed(text), "unmatched", "‘", "’", None)) is at_once


@pytest.mark.parametrize(
    ("paragraphs", "lonely"),
    [
        (["他说：“路通了。", "心也通了。”"], []),
        ([*["要抓实。"] * REACH, "他说：“路通了。", "心也通了。”", "“六保要抓实。"], [5 * REACH + 16]),
        (["他写道：", "“路通了。", "“心也通了。", "“日子好了。”"], []),
        (["他写道：“路通了。", "“心也通了”"], []),
        (["要把“六稳抓实。", "“六保”也要抓实。"], [2]),
        (["他说：“路通了。", "要抓实。"], [3]),
        (["路通了。”", "他说：“好。"], [4, 9]),
        (["他说：“路通了。", *["要抓实。"] * (REACH + 1), "心也通了。”"], [3, 14 + 5 * (REACH + 1)]),
    ],
)
def test_a_quotation_may_run_over_paragraphs(paragraphs: list[str], lonely: list[int]) -> None:
    assert seen(draft(*paragraphs), "“", "”") == lonely


@pytest.mark.parametrize(
    ("first", "second", "lonely"),
    [
        (BlockKind.BODY, BlockKind.BODY, []),
        (BlockKind.BODY, BlockKind.CODE, [0]),
        (BlockKind.WATERMARK, BlockKind.BODY, [4]),
        (BlockKind.WATERMARK, BlockKind.CODE, []),
    ],
)
def test_marks_of_watermarks_and_code_pair_with_none(first: BlockKind, second: BlockKind, lonely: list[int]) -> None:
    document = compose("a.docx", [Paragraph("“甲", first), Paragraph("乙”", second)])
    assert seen(document, "“", "”") == lonely


def test_paragraphs_without_marks_hide_none_behind_them() -> None:
    assert seen(draft("甲", "1）甲", "（乙", "丙", "丁）", "戊）"), "（", "）") == [15]


@pytest.mark.parametrize("text", ["1）摸清底数", "主要有：1)摸底；2)分类；a）建档", "一）加强领导", "　　12）督查"])
def test_an_item_number_opens_nothing(text: str) -> None:
    assert seen(draft(text), "（(", "）)") == []


@pytest.mark.parametrize("text", ["（ 1）课程", "set(int id)", "主要有（ 2 ）类"])
def test_brackets_round_numbers_and_latin_are_pairs(text: str) -> None:
    assert seen(draft(text), "（(", "）)") == []


@pytest.mark.parametrize(
    "text", ["引进 L’Avenir 公司", "It’s ready", "’98音乐会", "“’97—’98赛季”", "’97年会", "‘双减’98问"]
)
def test_an_apostrophe_is_no_quotation_mark(text: str) -> None:
    assert seen(draft(text), "‘", "’") == []


def test_marks_inside_unless_are_left_out() -> None:
    document = draft("2018年12月29日修正）")
    assert seen(document, "（", "）") == [len(document.text) - 1]
    assert seen(document, "（", "）", unless=re.compile("修正）")) == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("“学习“老黄牛”精神”", ["‘老黄牛’"]),
        ("“学习‘老黄牛’精神”", []),
        ("“一链一策”“一企一员”", []),
        ("“以“甲”促“乙””", ["‘甲’", "‘乙’"]),
        ("“学习“老黄牛”精神", []),
    ],
)
def test_a_pair_inside_a_pair_of_its_kind(text: str, better: list[str]) -> None:
    found = pairs(analysed(text), opens="“", closes="”", fault="nested", inner="‘’")
    assert [match.better for match in found] == better


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("（县政府)", [(4, "）")]),
        ("(县政府）", [(0, "（")]),
        ("（县政府）(街道)", []),
        ("（一)抓落实", [(2, "）")]),
        ("(一）抓落实", [(2, ")")]),
        ("县(市)、镇(乡)、村(社区）", [(14, ")")]),
        ("县(市)、镇(乡)、村（社区)", [(11, "(")]),
    ],
)
def test_of_brackets_of_two_widths_the_unusual_one_is_wrong(text: str, better: list[tuple[int, str]]) -> None:
    found = pairs(analysed(text), opens="（(", closes="）)", fault="mixed", aside=ITEM)
    assert [(match.span.start, match.better) for match in found] == better


@given(st.lists(st.text("（()）一甲乙1、。", max_size=12), min_size=1, max_size=4))
@example(["各镇(街道）县委（县政府)村（社区）"])
@settings(max_examples=150, deadline=None)
def test_the_rules_on_the_width_of_brackets_never_undo_each_other(paragraphs: list[str]) -> None:
    seen = ["\n".join(paragraphs)]
    while (text := after_a_pass(seen[-1])) != seen[-1]:
        assert text not in seen
        seen.append(text)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("各镇(街道）、各村（社区）", "各镇（街道）、各村（社区）"),
        ("县委（县政府)，各镇（街道）", "县委（县政府），各镇（街道）"),
        ("各镇(街道）、各村(社区)、各局(办)", "各镇(街道)、各村(社区)、各局(办)"),
    ],
)
def test_one_pass_is_enough(text: str, better: str) -> None:
    assert after_a_pass(text) == better
    assert after_a_pass(better) == better


def after_a_pass(text: str) -> str:
    return applied(text, wanted_fixes(lint(draft(*text.split("\n")), WIDTH_RULES)))


def test_the_two_rules_leave_the_same_brackets_aside() -> None:
    stray, mixed = WIDTH_RULES
    assert stray.options["unless"] == mixed.options["aside"]


@given(st.lists(st.text("“”路通了。：", max_size=8), min_size=1, max_size=6))
@settings(max_examples=80, deadline=None)
def test_every_mark_is_paired_or_lonely_once(paragraphs: list[str]) -> None:
    document = draft(*paragraphs)
    lonely = seen(document, "“", "”")
    assert len(set(lonely)) == len(lonely)
    assert all(document.text[at] in "“”" for at in lonely)


@given(st.recursive(st.just("路"), lambda inner: st.lists(inner, max_size=3).map("".join).map("（{}）".format)))
@settings(max_examples=80, deadline=None)
def test_balanced_text_has_no_lonely_mark(text: str) -> None:
    assert seen(draft(text), "（", "）") == []


@settings(max_examples=400)
@given(
    st.lists(st.text("（()）“”‘’1一，；：a 。", max_size=8), min_size=1, max_size=3),
    st.sampled_from([("（(", "）)"), ("“", "”"), ("‘", "’")]),
    st.sampled_from(["unmatched", "nested", "mixed"]),
    st.sampled_from([None, ITEM]),
)
def test_marks_that_are_closed_at_once_are_never_found_fault_with(
    lines: list[str], marks: tuple[str, str], fault: Fault, unless: re.Pattern[str] | None
) -> None:
    def found() -> list[int]:
        inner = "‘’" if fault == "nested" else ""
        return (
            seen(draft(*lines), *marks, fault, inner=inner, unless=unless)
            if len(marks[0]) > 1 or fault != "mixed"
            else []
        )

    quick = found()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("speechlint.checks.pairs.nothing_astray", lambda *_: False)
        assert quick == found()
