"""What a person sees on a terminal."""

import pytest
from rich.cells import cell_len
from rich.console import Console

from speechlint.model import Document, Finding, Fix, Paragraph, Related, Severity, Span, compose
from speechlint.reports.excerpt import excerpt
from speechlint.reports.terminal import terminal
from speechlint.session import Checked


def shown(document: Document, *findings: Finding, width: int = 60, per_rule: int = 3) -> list[str]:
    console = Console(width=200, color_system=None)
    with console.capture() as capture:
        for line in terminal(Checked("a.txt", document, findings), "zh", width=width, per_rule=per_rule):
            console.print(line, highlight=False, soft_wrap=True)
    return capture.get().splitlines()


def finding(start: int, end: int, **more: object) -> Finding:
    return Finding("typo/x", Span(start, end), "错了", Severity.ERROR, **more)  # type: ignore[arg-type]


def test_the_caret_stands_under_wide_characters() -> None:
    document = compose("a.txt", [Paragraph("打造避署胜地")])
    assert shown(document, finding(2, 4)) == [
        "a.txt",
        "1:3  错误  错了  typo/x",
        "    │ 打造避署胜地",
        "    │     ^^^^",
        "",
    ]


def test_half_width_characters_before_the_fault_take_one_cell() -> None:
    document = compose("a.txt", [Paragraph("5G与3+X避署")])
    assert shown(document, finding(6, 8))[3] == "    │ " + " " * 7 + "^^^^"


def test_an_empty_span_still_gets_a_caret() -> None:
    document = compose("a.txt", [Paragraph("打造")])
    assert shown(document, finding(2, 2))[3] == "    │     ^"


def test_a_suggestion_the_message_does_not_hold_is_shown() -> None:
    document = compose("a.txt", [Paragraph("避署")])
    lines = shown(document, finding(0, 2, suggestions=("避暑",), fix=Fix(Span(0, 2), "避暑", True)))
    assert lines[4] == "    │ 建议：避暑"


def test_related_places_are_listed_and_the_many_counted() -> None:
    document = compose("a.txt", [Paragraph("一二三四五六")])
    places = tuple(Related(Span(n, n + 1), f"第{n}处") for n in range(6))
    lines = shown(document, finding(0, 1, related=places))
    assert lines[4:] == [f"    │ 1:{n + 1}  第{n}处" for n in range(4)] + ["    │ 另有 2 处相关", ""]


@pytest.mark.parametrize(("per_rule", "listed"), [(3, 3), (1, 1), (0, 5)])
def test_findings_of_one_rule_are_folded(per_rule: int, listed: int) -> None:
    document = compose("a.txt", [Paragraph("甲甲甲甲甲")])
    lines = shown(document, *(finding(n, n + 1) for n in range(5)), per_rule=per_rule)
    assert sum("错了" in line for line in lines) == listed
    assert any(f"另有 {5 - listed} 处 typo/x 未列出" in line for line in lines) == (per_rule > 0)


@pytest.mark.parametrize("at", [0, 100, 199])
@pytest.mark.parametrize("cells", [20, 41, 80])
def test_an_excerpt_fits_its_width_and_holds_the_span(at: int, cells: int) -> None:
    document = compose("a.txt", [Paragraph("避暑" * 100)])
    part = excerpt(document, Span(at, at + 1), cells)
    assert cell_len(part.before + part.marked + part.after) <= cells
    assert part.marked == document.text[at]


def test_control_characters_do_not_reach_the_terminal() -> None:
    document = compose("a.txt", [Paragraph("甲\x1b[31m乙\t丙")])
    assert "\x1b" not in "".join(shown(document, finding(0, 1)))


@pytest.mark.parametrize(
    ("width", "head"),
    [
        (23, ["1:3  错误  错了  typo/x"]),
        (22, ["1:3  错误  错了", "      typo/x"]),
    ],
)
def test_a_rule_is_named_on_a_line_of_its_own_where_it_would_be_broken(width: int, head: list[str]) -> None:
    document = compose("a.txt", [Paragraph("打造避署胜地")])
    assert shown(document, finding(2, 4), width=width)[1 : 1 + len(head)] == head
