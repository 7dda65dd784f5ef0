"""The kind `width`."""

import re

import pytest
from making import analysed

from speechlint.checks.kinds import Match
from speechlint.checks.width import When, width
from speechlint.model import Severity


def seen(text: str, when: When, **options: object) -> list[Match]:
    return list(width(analysed(text), half=",:;?!", full="，：；？！", when=when, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "minority", "majority"),
    [
        ("走出去,引进来，抓落实，见成效。", 1, 0),
        ("走出去,引进来,抓落实，见成效。", 0, 1),
        ("走出去，引进来，抓落实。", 0, 0),
        ("上午9:30开会，投资3,000万元，比分3:1。", 0, 0),
        ("Open, then close: done, 收工，下班，回家。", 0, 0),
        ("走出去,引进来，", 1, 0),
    ],
)
def test_the_majority_decides(text: str, minority: int, majority: int) -> None:
    assert len(seen(text, "minority")) == minority
    assert len(seen(text, "majority")) == majority
    assert len(seen(text, "either")) == minority + majority


def test_a_half_width_draft_is_told_once() -> None:
    (match,) = seen("甲,乙," * 20, "majority")
    assert match.span.start == 1
    assert match.better is None
    assert len(match.related) == 8
    assert (match.fields["half"], match.fields["full"], match.fields["total"]) == ("40", "0", "40")
    assert [clue.span.start for clue in match.related] == [3, 5, 7, 9, 11, 13, 15, 17]


def test_only_the_first_stray_mark_keeps_the_severity() -> None:
    first, second = seen("甲,乙;丙，丁，戊，己", "minority")
    assert (first.severity, first.better, len(first.related)) == (None, "，", 1)
    assert (second.severity, second.better, second.related) == (Severity.INFO, "；", ())


def test_excepted_places_do_not_count() -> None:
    assert seen("甲,乙，丙，丁", "minority", unless=re.compile("甲,")) == []
    assert seen("甲,乙，丙，丁", "minority", at_least=2) == []
