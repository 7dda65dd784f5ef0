"""The kind `ending`."""

import sys

import pytest
from making import draft

from speechlint.checks.ending import LONG, SPACES, Fault, ending
from speechlint.language.analysis import Analysis

PROSE = "要坚持问题导向，一项一项过筛子。只有把底数摸清了，才能做到心中有数、手上有招、脚下有路"
STOPPED = PROSE + "。"


def seen(fault: Fault, *paragraphs: str) -> list[str]:
    document = draft(*paragraphs)
    return [document.text_of(match.span) for match in ending(Analysis(document), fault=fault)]


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        ([STOPPED, PROSE, STOPPED], ["才能做到心中有数、手上有招、脚下有路"]),
        ([STOPPED, PROSE], ["才能做到心中有数、手上有招、脚下有路"]),
        ([STOPPED, PROSE + "：", STOPPED], []),
        ([STOPPED, PROSE + "”", STOPPED], ["才能做到心中有数、手上有招、脚下有路”"]),
        ([STOPPED, PROSE + "。”", STOPPED], []),
        ([PROSE, PROSE, PROSE], []),
        ([PROSE], []),
        ([STOPPED, "全县高质量发展观摩会" * 5, STOPPED], []),
        ([STOPPED, PROSE, "安全生产法", "，认真抓好落实。", STOPPED], []),
        ([STOPPED, PROSE, "二、突出重点", STOPPED], ["才能做到心中有数、手上有招、脚下有路"]),
        ([STOPPED, PROSE, "雄安新区", STOPPED], []),
    ],
)
def test_a_paragraph_of_prose_without_a_stop(paragraphs: list[str], found: list[str]) -> None:
    assert len(PROSE) >= LONG
    assert seen("missing", *paragraphs) == found


@pytest.mark.parametrize(
    ("first", "second", "broken"),
    [
        (PROSE + "，", "社会大局稳定。", True),
        (PROSE + "；", "就会毁于一旦。", True),
        (PROSE + ";", "从而形成合力。", True),
        (PROSE + "；", "抓好项目建设。", False),
        (PROSE + "，", "（一）抓好项目。", False),
        (PROSE + "。", "就会毁于一旦。", False),
        ("山一程，", "水一程。", False),
    ],
)
def test_a_sentence_that_goes_on_in_the_next_paragraph(first: str, second: str, broken: bool) -> None:
    assert bool(seen("broken", first, second)) is broken


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (["要抓好项目建设和招商引资", "，推进营商环境优化。"], ["，"]),
        (["要抓好项目建设和招商引资。", "，推进营商环境优化。"], []),
        (["会议学习了新修订的", "安全生产法实施办法（试行）", "，并研究意见。"], []),
        (["二、突出重点", "要抓好项目建设和招商引资", "　　，推进优化。"], ["，"]),
        (["，推进营商环境优化。"], []),
    ],
)
def test_a_paragraph_that_begins_with_a_mark(paragraphs: list[str], found: list[str]) -> None:
    assert seen("start", *paragraphs) == found


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (["一、加强领导。"], ["。"]),
        (["一、加强领导", "二、突出重点，", "三、强化督查"], ["，"]),
        (["一、加强领导。", "二、突出重点。", "三、强化督查。"], []),
        (["一、加强领导"], []),
    ],
)
def test_a_heading_that_ends_in_a_mark(headings: list[str], found: list[str]) -> None:
    assert seen("heading", *(line for heading in headings for line in (heading, STOPPED))) == found


def test_every_white_space_may_follow_a_stop() -> None:
    assert set(SPACES) == {character for character in map(chr, range(sys.maxunicode + 1)) if character.isspace()}
