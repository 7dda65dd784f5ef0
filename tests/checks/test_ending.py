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


def of_length(length: int, last: str = "") -> str:
    """A paragraph of two sentences, so long, that ends in no stop of its own."""
    return "要抓实。" + "抓" * (length - 4 - len(last)) + last


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        ([STOPPED, of_length(40)], [of_length(40)[4:]]),
        ([STOPPED, of_length(39)], []),
        ([STOPPED, " " + of_length(39)], []),
        ([STOPPED, " " + of_length(40)], [of_length(40)[4:]]),
        ([STOPPED] * 4 + [PROSE] + [STOPPED], ["才能做到心中有数、手上有招、脚下有路"]),
        ([STOPPED, PROSE, STOPPED, PROSE, STOPPED], []),
        ([STOPPED, PROSE, STOPPED, STOPPED, PROSE, STOPPED], ["才能做到心中有数、手上有招、脚下有路"] * 2),
        ([STOPPED] * 4 + [PROSE, STOPPED, PROSE] + [STOPPED] * 4, ["才能做到心中有数、手上有招、脚下有路"] * 2),
        ([STOPPED] * 4 + [PROSE, PROSE] + [STOPPED] * 4, []),
        ([STOPPED] * 4 + ["抓" * 60, STOPPED, PROSE], ["才能做到心中有数、手上有招、脚下有路"]),
        ([STOPPED, of_length(50, "日报）"), STOPPED], []),
        ([STOPPED, of_length(50, "A"), STOPPED], []),
        ([STOPPED, PROSE, "雄安新区", "，认真抓好落实。", STOPPED], []),
        ([STOPPED, PROSE, STOPPED, "，认真抓好落实。", STOPPED], []),
        ([STOPPED, PROSE, STOPPED, STOPPED, "，认真抓好落实。"], ["才能做到心中有数、手上有招、脚下有路"]),
        ([STOPPED, PROSE, "雄" * 39, STOPPED], []),
        ([STOPPED, PROSE, "雄安新区。", STOPPED], ["才能做到心中有数、手上有招、脚下有路"]),
    ],
)
def test_only_long_prose_among_paragraphs_that_stop_must_stop(paragraphs: list[str], found: list[str]) -> None:
    assert seen("missing", *paragraphs) == found


@pytest.mark.parametrize(
    ("first", "second", "broken"),
    [
        (of_length(30, "，"), "社会大局稳定。", [of_length(30, "，")[4:]]),
        (of_length(29, "，"), "社会大局稳定。", []),
        (" " + of_length(29, "，"), "社会大局稳定。", []),
        (of_length(40, "A，"), "社会大局稳定。", []),
        (of_length(40, "要抓早，要抓小，"), "社会大局稳定。", ["要抓小，"]),
    ],
)
def test_a_line_as_short_as_one_of_verse_may_end_in_a_comma(first: str, second: str, broken: list[str]) -> None:
    assert seen("broken", first, second, STOPPED) == broken


@pytest.mark.parametrize(
    ("second", "shown"),
    [
        ("社会大局稳定，群众安居乐业。", "社会大局稳定，群众安"),
        ("　　社会大局稳定，群众安居乐业。", "社会大局稳定，群众安"),
        ("稳定。", "稳定。"),
    ],
)
def test_a_broken_sentence_points_at_how_it_goes_on(second: str, shown: str) -> None:
    document = draft(PROSE + "，", second, STOPPED)
    (match,) = ending(Analysis(document), fault="broken")
    assert [document.text_of(clue.span) for clue in match.related] == [shown]


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (["抓" * 10, "，推进优化。"], ["，"]),
        (["抓" * 9, "，推进优化。"], []),
        ([" " + "抓" * 9, "，推进优化。"], []),
        (["抓" * 12, "）推进优化。"], []),
        (["会议。", "抓" * 12, "，推进优化。"], ["，"]),
        (["会议", "抓" * 12, "，推进优化。"], []),
        (["会议", STOPPED, "抓" * 12, "；推进优化。", STOPPED, "抓" * 12, "。好。"], ["；", "。"]),
    ],
)
def test_what_stands_before_a_mark_tells_whether_it_was_parted_from_it(paragraphs: list[str], found: list[str]) -> None:
    assert seen("start", *paragraphs) == found


@pytest.mark.parametrize(
    ("headings", "after", "found"),
    [
        (["一、加强领导。"], "抓" * 41, ["。"]),
        (["一、加强领导。"], "抓" * 40, []),
        (["　　一、加强领导；"], STOPPED, ["；"]),
        (["一、加强领导。", "二、突出重点。", "三、强化督查", "四、抓好落实"], STOPPED, ["。", "。"]),
        (["一、加强领导。", "二、突出重点。", "三、强化督查"], STOPPED, []),
        (["一、加强领导。抓好落实。", "二、突出重点"], STOPPED, []),
        (["加强领导。", "二、突出重点"], STOPPED, []),
    ],
)
def test_headings_before_prose_end_alike(headings: list[str], after: str, found: list[str]) -> None:
    assert seen("heading", *(line for heading in headings for line in (heading, after))) == found


def test_a_heading_that_stops_is_put_right_without_its_stop() -> None:
    (match,) = ending(Analysis(draft("一、加强领导。", STOPPED)), fault="heading")
    assert match.better == ""


def test_every_white_space_may_follow_a_stop() -> None:
    assert set(SPACES) == {character for character in map(chr, range(sys.maxunicode + 1)) if character.isspace()}
