"""From matches to findings: overlaps, inert text, words, severities, related places."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from making import draft, fails, finds, rule

from speechlint.checks.kinds import Clue, Match
from speechlint.language.analysis import Analysis
from speechlint.linter import at_least, lint
from speechlint.messages import Problem
from speechlint.model import Fix, Paragraph, Related, Severity, Span, compose

TEXT = "全力打造避署胜地，切实抓好落实。"


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (("typo/a", "避署", "error"), ("typo/b", "打造避署", "error"), ["打造避署"]),
        (("typo/a", "避署", "error"), ("typo/b", "打造避署", "warning"), ["避署"]),
        (("typo/b", "避署", "error"), ("typo/a", "避署", "error"), ["避署"]),
        (("typo/a", "打造避", "error"), ("typo/b", "避署胜", "error"), ["打造避"]),
        (("typo/a", "打造", "error"), ("typo/b", "避署", "error"), ["打造", "避署"]),
        (("typo/a", "避署", "error"), ("wording/b", "避署", "error"), ["避署", "避署"]),
    ],
)
def test_of_overlapping_findings_in_one_family_one_is_kept(
    first: tuple[str, str, str], second: tuple[str, str, str], kept: list[str]
) -> None:
    rules = [rule(name, finds(word), severity=Severity(severity)) for name, word, severity in (first, second)]
    document = draft(TEXT)
    for order in (rules, rules[::-1]):
        assert [document.text_of(finding.span) for finding in lint(document, order)] == kept


def test_equal_claims_go_to_the_first_id_whatever_the_order() -> None:
    rules = [rule("typo/b", finds("避署")), rule("typo/a", finds("避署"))]
    assert [finding.rule for finding in lint(draft(TEXT), rules)] == ["typo/a"]


def test_findings_stand_in_reading_order() -> None:
    rules = [rule("typo/a", finds("落实")), rule("date/a", finds("避署")), rule("typo/b", finds("全力"))]
    assert [finding.span.start for finding in lint(draft(TEXT), rules)] == [0, 4, 13]


@pytest.mark.parametrize(
    ("inert", "expected"),
    [
        ((Span(4, 6),), []),
        ((Span(4, 5), Span(5, 6)), []),
        ((Span(3, 9),), []),
        ((Span(4, 5),), ["避署"]),
        ((Span(0, 4),), ["避署"]),
        ((), ["避署"]),
    ],
)
def test_what_is_wholly_inert_is_not_reported(inert: tuple[Span, ...], expected: list[str]) -> None:
    document = compose("a.md", [Paragraph(TEXT, inert=inert)])
    assert [document.text_of(finding.span) for finding in lint(document, [rule("typo/a", finds("避署"))])] == expected


def test_no_fix_writes_over_mark_up() -> None:
    mending = rule("typo/a", finds("避署", better="避暑"), fix="safe")
    (plain,) = lint(draft(TEXT), [mending])
    (marked,) = lint(compose("a.md", [Paragraph(TEXT, inert=(Span(4, 5),))]), [mending])
    assert plain.fix == Fix(Span(4, 6), "避暑", safe=True)
    assert marked.fix is None
    assert plain.suggestions == marked.suggestions == ("避暑",)


@pytest.mark.parametrize(("fix", "safe"), [("safe", True), ("unsafe", False)])
def test_the_rule_says_whether_its_fix_is_safe(fix: str, safe: bool) -> None:
    strength = "safe" if fix == "safe" else "unsafe"
    (finding,) = lint(draft(TEXT), [rule("typo/a", finds("避署", better="避暑"), fix=strength)])
    assert finding.fix is not None
    assert finding.fix.safe is safe


def test_a_rule_without_a_fix_only_suggests() -> None:
    (finding,) = lint(draft(TEXT), [rule("typo/a", finds("避署", better="避暑"))])
    assert (finding.fix, finding.suggestions) == (None, ("避暑",))


def count(analysis: Analysis) -> Iterator[Match]:
    clue = Clue(Span(2, 4), {"n": "4"})
    yield Match(Span(0, 2), {"n": "5"}, suggestions=("甲", "乙"), related=(clue,), severity=Severity.INFO)


def test_a_match_fills_the_messages_and_may_weaken_the_severity() -> None:
    said = rule(
        "numbering/a",
        count,
        message={"zh": "“{found}”有 {n} 项", "en": "“{found}” has {n}"},
        related={"zh": "“{text}”说 {n} 项", "en": "“{text}” says {n}"},
    )
    (chinese,), (english,) = lint(draft(TEXT), [said], "zh"), lint(draft(TEXT), [said], "en")
    assert (chinese.message, english.message) == ("“全力”有 5 项", "“全力” has 5")
    assert chinese.related == (Related(Span(2, 4), "“打造”说 4 项"),)
    assert english.related == (Related(Span(2, 4), "“打造” says 4"),)
    assert (chinese.severity, chinese.suggestions) == (Severity.INFO, ("甲", "乙"))


def test_a_related_place_without_words_of_its_own_is_quoted() -> None:
    (finding,) = lint(draft(TEXT), [rule("numbering/a", count)])
    assert finding.related == (Related(Span(2, 4), "打造"),)


@pytest.mark.parametrize("check", [fails, count], ids=["in its check", "in its message"])
def test_a_rule_that_fails_is_named(check: Callable[[Analysis], Iterator[Match]]) -> None:
    broken = rule("typo/broken", check, message={"zh": "{nothing}", "en": "{nothing}"})
    with pytest.raises(Problem, match=r"“typo/broken” failed .*--ignore typo/broken"):
        lint(draft(TEXT), [broken])


def test_a_problem_that_a_check_tells_itself_is_told_as_it_is() -> None:
    def told(analysis: Analysis) -> Iterator[Match]:
        raise Problem("no-such-path", at="model.onnx")

    with pytest.raises(Problem) as caught:
        lint(draft(TEXT), [rule("typo/told", told)])
    assert caught.value.key == "no-such-path"


@pytest.mark.parametrize(
    ("families", "kept"),
    [
        (("typo/a", "typo/b"), ["typo/b"]),
        (("typo/a", "wording/b"), ["typo/a", "wording/b"]),
    ],
)
def test_advice_gives_way_to_a_lesser_finding_of_its_family(families: tuple[str, str], kept: list[str]) -> None:
    advice = replace(rule(families[0], finds("打造避署")), kind="context")
    other = rule(families[1], finds("避署"), severity=Severity.INFO)
    for order in ([advice, other], [other, advice]):
        assert [finding.rule for finding in lint(draft(TEXT), order)] == kept


def test_two_faults_of_layout_at_one_place_are_both_told() -> None:
    rules = [rule("layout/font", finds("避署")), rule("layout/font-size", finds("打造避署"))]
    assert [finding.rule for finding in lint(draft(TEXT), rules)] == ["layout/font-size", "layout/font"]


def test_one_fault_of_layout_is_told_once() -> None:
    assert len(lint(draft(TEXT), [rule("layout/font", finds("避署", "打造避署"))])) == 1


def test_a_rule_that_reads_mark_up_reports_there() -> None:
    document = compose("a.md", [Paragraph(TEXT, inert=(Span(3, 9),))])
    reading = replace(rule("typo/a", finds("避署")), reads_inert=True)
    assert [finding.span for finding in lint(document, [reading])] == [Span(4, 6)]


@pytest.mark.parametrize(("widest_last", "spans"), [(False, [(4, 6), (4, 8)]), (True, [(4, 6), (4, 8)])])
def test_of_findings_that_begin_together_the_shorter_comes_first(
    widest_last: bool, spans: list[tuple[int, int]]
) -> None:
    rules = [rule("typo/b", finds("避署")), rule("wording/a", finds("避署胜地"))]
    found = lint(draft(TEXT), rules[:: -1 if widest_last else 1])
    assert [(finding.span.start, finding.span.end) for finding in found] == spans


def test_a_match_set_right_by_leaving_it_out_suggests_just_that() -> None:
    (finding,) = lint(draft(TEXT), [rule("typo/a", finds("避署", better=""), fix="safe")])
    assert (finding.suggestions, finding.fix) == (("",), Fix(Span(4, 6), "", safe=True))


def test_a_match_without_words_to_put_there_suggests_nothing() -> None:
    (finding,) = lint(draft(TEXT), [rule("typo/a", finds("避署"), fix="safe")])
    assert (finding.suggestions, finding.fix) == ((), None)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("“{found}”不对", "“‘四个’意识”不对"),
        ("{found}不对", "“四个”意识不对"),
        ("“{found}”不如“{better}”", "“‘四个’意识”不如“‘四个’自信”"),
    ],
)
def test_quotation_marks_inside_quotation_marks_turn_single(message: str, told: str) -> None:
    quoting = rule("typo/a", finds("“四个”意识", better="“四个”自信"), message={"zh": message, "en": message})
    assert [finding.message for finding in lint(draft("增强“四个”意识。"), [quoting])] == [told]


def test_findings_below_a_severity_are_left_out() -> None:
    rules = [rule(f"typo/{s}", finds(w), severity=s) for s, w in zip(Severity, ("避署", "全力", "落实"), strict=True)]
    findings = lint(draft(TEXT), rules)
    assert [finding.severity for finding in at_least(findings, Severity.WARNING)] == ["warning", "error"]
