"""Headings without a number: which lines are, which only look like it, and what they do to the lists around them."""

import pytest

from speechlint.examples import document_of
from speechlint.language.analysis import Analysis

PROSE = "去年以来，各村都动了起来，路修到了组，水通到了户，乡亲们看在眼里、记在心上。"


def seen(text: str) -> list[str]:
    document = document_of(text.replace("…", PROSE).replace("/", "\n"))
    lists = [one for one in Analysis(document).lists if not one.numbered]
    return [
        document.text[item.span.start : document.blocks[item.block].span.end] for one in lists for item in one.items
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("同志们：/…/货从哪里来/…/货往哪里去/…", ["货从哪里来", "货往哪里去"]),
        ("同志们：/货从哪里来/…/货往哪里去/…", ["货从哪里来", "货往哪里去"]),
        ("同志们：/…/货从哪里来/一、抓种/二、抓养/…/货往哪里去/…", ["货从哪里来", "货往哪里去"]),
    ],
)
def test_short_lines_of_words_among_paragraphs_are_headings(text: str, expected: list[str]) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "同志们：/…/货从哪里来/…/…",  # one alone
        "同志们：/…/货从哪里来。/…/货往哪里去。/…",  # sentences
        "同志们：/…/更多资料请看/…/更多资料请看/…",  # said twice
        "同志们：/…/货从哪里来/货往哪里去/…",  # side by side: a list of names, or verse
        "同志们：/…/一是抓种/…/二是抓养/…",  # numbered
        "同志们：/…/2024年3月5日/…/2024年3月6日/…",
        "同志们：/…/记者　李某/…/编辑　王某/…",
    ],
)
def test_what_only_looks_like_a_heading_is_none(text: str) -> None:
    assert seen(text) == []


def test_a_list_begins_anew_under_each_heading() -> None:
    document = document_of(
        f"同志们：\n{PROSE}\n货从哪里来\n1.抓种\n2.抓养\n{PROSE}\n货往哪里去\n1.批发\n2.零售\n{PROSE}"
    )
    sections, first, second = Analysis(document).lists
    assert [first.parent, second.parent] == sections.items


def test_headings_inside_a_numbered_item_stay_inside() -> None:
    document = document_of(f"一、种好\n{PROSE}\n选好地块\n{PROSE}\n选好种子\n{PROSE}\n二、卖好\n{PROSE}")
    numbered, sections = Analysis(document).lists
    assert sections.parent is numbered.items[0]
    assert len(numbered.items) == 2
