"""The kind `trace`."""

import re
from dataclasses import replace

import pytest
from making import draft

from speechlint.checks.kinds import Match
from speechlint.checks.trace import trace
from speechlint.model import Document, Span, Trace, TraceKind


def left(*details: str, kind: TraceKind = TraceKind.COMMENT) -> Document:
    traces = tuple(Trace(kind, Span(n, n + 1), detail) for n, detail in enumerate(details))
    return replace(draft("一" * len(details)), traces=traces)


def told(*details: str, **options: object) -> list[Match]:
    return list(trace(left(*details), of=TraceKind.COMMENT, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("details", "names", "count"),
    [
        (["张三"], "（张三）", "1"),
        (["张三", "张三", "李四"], "（张三、李四）", "3"),
        (["张三", "李四", "王五"], "（张三、李四、王五）", "3"),
        (["张三", "李四", "王五", "赵六"], "（张三、李四、王五等）", "4"),
        (["", ""], "", "2"),
    ],
)
def test_the_first_trace_tells_for_all_whose_they_are(details: list[str], names: str, count: str) -> None:
    (match,) = told(*details)
    assert (match.span, match.fields["count"], match.fields["names"]) == (Span(0, 1), count, names)
    assert match.fields["names_en"] == names.replace("（", " (").replace("）", ")")
    assert match.fields["detail"] == names.strip("（）")


def test_each_trace_may_be_told_by_itself() -> None:
    found = told("张三", "李四", each=True)
    assert [(match.span.start, match.fields["detail"], match.related) for match in found] == [
        (0, "张三", ()),
        (1, "李四", ()),
    ]


@pytest.mark.parametrize(("number", "shown"), [(1, 0), (20, 19), (25, 19)])
def test_no_more_than_twenty_places_are_shown(number: int, shown: int) -> None:
    (match,) = told(*["张三"] * number)
    assert [clue.span.start for clue in match.related] == [*range(1, shown + 1)]


@pytest.mark.parametrize(
    ("like", "unlike", "count"),
    [(None, None, "3"), ("三", None, "1"), (None, "三", "2"), ("[三四]", "四", "1"), ("赵", None, None)],
)
def test_details_choose_the_traces_meant(like: str | None, unlike: str | None, count: str | None) -> None:
    patterns = {"like": like and re.compile(like), "unlike": unlike and re.compile(unlike)}
    assert [match.fields["count"] for match in told("张三", "李四", "王五", **patterns)] == ([count] if count else [])


def test_another_kind_of_trace_is_another_matter() -> None:
    assert list(trace(left("张三", kind=TraceKind.CHANGE), of=TraceKind.COMMENT)) == []
