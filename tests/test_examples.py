"""A rule's own examples: marks read and written, and failures shown where they are."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import finds, rule

from speechlint.checks.kinds import Match
from speechlint.examples import Failure, failures, mark, spoken, traced, unmark
from speechlint.language.analysis import Analysis
from speechlint.model import Span, Trace, TraceKind


@pytest.mark.parametrize(
    ("marked", "plain", "spans"),
    [
        ("打造⟦避署⟧胜地。", "打造避署胜地。", (Span(2, 4),)),
        ("⟦一⟧二⟦三⟧", "一二三", (Span(0, 1), Span(2, 3))),
        ("落实⟦⟧", "落实", (Span(2, 2),)),
        ("⟦一\n二⟧\n", "一\n二", (Span(0, 3),)),
        ("没有", "没有", ()),
    ],
)
def test_marks_are_spans(marked: str, plain: str, spans: tuple[Span, ...]) -> None:
    assert unmark(marked) == (plain, spans)
    assert mark(plain, spans) == marked.rstrip("\n")


@given(st.lists(st.tuples(st.text("甲乙。", max_size=4), st.text("丙丁", min_size=1, max_size=3))))
def test_marking_undoes_unmarking(pieces: list[tuple[str, str]]) -> None:
    marked = "".join(f"{before}⟦{inside}⟧" for before, inside in pieces)
    assert mark(*unmark(marked)) == marked


FAULTY = finds("避署", better="避暑")


@pytest.mark.parametrize(
    ("bad", "good", "expected"),
    [
        (("打造⟦避署⟧。",), ("避暑",), []),
        (("⟦打造⟧避署。",), (), [("⟦打造⟧避署。", "打造⟦避署⟧。")]),
        (("打造⟦避暑⟧。",), (), [("打造⟦避暑⟧。", "打造避暑。")]),
        (("⟦避署⟧避署",), (), [("⟦避署⟧避署", "⟦避署⟧⟦避署⟧")]),
        ((), ("避署",), [("避署", "⟦避署⟧")]),
        (("一\n⟦避署⟧\n",), (), []),
    ],
)
def test_a_failing_example_shows_what_was_wanted_and_seen(
    bad: tuple[str, ...], good: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    seen = failures(rule("typo/a", FAULTY, bad=bad, good=good))
    assert list(seen) == [Failure("typo/a", *pair) for pair in expected]


def test_a_fix_that_leaves_the_fault_is_a_failure() -> None:
    useless = rule("typo/a", finds("避署", better="避署"), fix="safe", bad=("打造⟦避署⟧。",))
    assert list(failures(useless)) == [Failure("typo/a", "打造⟦避署⟧。", "打造⟦避署⟧。")]


def test_traces_are_read_out_of_an_example() -> None:
    text, traces = traced("一⟪comment 张三⟫⟦二三⟧⟪/⟫四⟪change⟫⟪/⟫")
    assert text == "一⟦二三⟧四"
    assert traces == (Trace(TraceKind.COMMENT, Span(1, 3), "张三"), Trace(TraceKind.CHANGE, Span(4, 4)))


def test_a_rule_is_heard_on_its_first_bad_example() -> None:
    said = {"zh": "“{found}”应为“{better}”", "en": "write “{better}” for “{found}”"}
    spoken_of = rule("typo/a", FAULTY, message=said, bad=("打造⟦避署⟧。", "⟦避署⟧胜地"))
    assert (spoken(spoken_of, "zh"), spoken(spoken_of, "en")) == ("“避署”应为“避暑”", "write “避暑” for “避署”")


def test_a_rule_that_is_silent_or_fails_is_shown_by_its_bare_message() -> None:
    def fails(analysis: Analysis) -> Iterator[Match]:
        raise ValueError

    assert spoken(rule("typo/a", FAULTY, bad=("打造避暑。",)), "zh") == "“{found}”"
    assert spoken(rule("typo/a", fails, bad=("打造⟦避署⟧。",)), "zh") == "“{found}”"
