"""Headings without a number: which lines are, which only look like it, and what they do to the lists around them."""

import pytest

from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.language.headings import headings
from speechlint.model import BlockKind, Paragraph, Span, compose

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


def prose(length: int, end: str = "。") -> str:
    return ("各村都动了起来" * length)[: length - len(end)] + end


@pytest.mark.parametrize(
    ("before", "after", "headed"),
    [
        (prose(25), prose(25), True),
        (prose(24), prose(25), False),
        (prose(25), prose(24), False),
        (prose(25, "。”"), prose(25, "！"), True),
        (prose(25, "，"), prose(25), False),
        (prose(25), prose(25, "，"), False),
        ("同志们:", prose(25), True),
    ],
)
def test_a_heading_in_plain_text_stands_between_paragraphs_of_prose(before: str, after: str, headed: bool) -> None:
    text = f"{before}/货从哪里来/{after}/{prose(30)}/货往哪里去/{prose(30)}"
    assert seen(text) == (["货从哪里来", "货往哪里去"] if headed else [])


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (
            ["货从哪里来", "货往哪里去呢", "货的事由谁来管才算数呢"],
            ["货从哪里来", "货往哪里去呢", "货的事由谁来管才算数呢"],
        ),
        (["货从哪里来", "货往哪里去", "货的事由谁来管才能算数呢"], ["货从哪里来", "货往哪里去"]),
        (["货源", "货往哪里去", "货由谁来管"], ["货往哪里去", "货由谁来管"]),
        (["货源地", "货往哪里去", "货由谁来管"], ["货源地", "货往哪里去", "货由谁来管"]),
        (["货源地", "货往哪里去呢", "货由谁来管呢"], ["货源地", "货往哪里去呢", "货由谁来管呢"]),
        (["货源地", "货要往哪里去呢", "货要由谁来管呢"], ["货要往哪里去呢", "货要由谁来管呢"]),
        (["货从哪里来", "货从哪里来", "货往哪里去", "货由谁来管"], ["货往哪里去", "货由谁来管"]),
        (["货从哪里来", "货从哪里来", "货往哪里去"], []),
        (["货从哪里来", "“货”往哪里去"], ["货从哪里来", "“货”往哪里去"]),
        (["货" * 22, "来" * 22], ["货" * 22, "来" * 22]),
        (["货" * 23, "来" * 23], []),
    ],
)
def test_headings_in_plain_text_are_of_about_one_length(headings: list[str], expected: list[str]) -> None:
    assert seen("/".join(["同志们：", *(line for heading in headings for line in ("…", heading)), "…"])) == expected


def marked(*lines: tuple[str, int | None]) -> list[tuple[str, int | None]]:
    """The marked headings of a draft of such lines, with their levels; None marks a paragraph."""
    kinds = {True: BlockKind.BODY, False: BlockKind.HEADING}
    paragraphs = [Paragraph(text, kinds[level is None], level) for text, level in lines]
    document = compose("a.docx", paragraphs)
    found = headings(document, frozenset(), frozenset())
    return [(document.text_of(document.blocks[one.block]), one.depth) for one in found]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([("题目", 1), ("货源", 2), ("货路", 2)], ["货源", "货路"]),
        ([("货源", 1), ("货路", 1)], ["货源", "货路"]),
        ([("货源", 2), ("货路", 1)], ["货源", "货路"]),
        ([("货源", 1), ("正文。", None), ("货路", 1), ("远近", 2)], ["货源", "货路", "远近"]),
        ([("题目", 1), ("货" * 40, 2), ("货路", 2)], ["货" * 40, "货路"]),
        ([("题目", 1), ("货" * 41, 2), ("货路", 2)], ["货路"]),
        ([("题目", 1), ("货有来源。", 2), ("货路", 2)], ["货路"]),
        ([("题目", 1), ("目录", 2), ("货路", 2)], ["货路"]),
        ([("题目", 1), ("", 2), ("　", 2), ("货路", 2)], ["货路"]),
        ([("题目", 1)], []),
    ],
)
def test_a_marked_heading_is_a_short_line_below_the_title(
    lines: list[tuple[str, int | None]], expected: list[str]
) -> None:
    assert [text for text, _ in marked(*lines)] == expected


def test_a_marked_heading_has_the_depth_of_its_mark() -> None:
    assert marked(("题目", 1), ("货源", 2), ("远近", 3)) == [("货源", 2), ("远近", 3)]


def test_listed_and_numbered_lines_are_no_headings_of_their_own() -> None:
    document = compose("a.docx", [Paragraph(text, BlockKind.HEADING, 1) for text in ("货源", "货路", "货价")])
    assert [one.block for one in headings(document, {0}, {2})] == [1]


def test_a_heading_begins_after_its_margin() -> None:
    document = compose("a.md", [Paragraph(f"　{text}", BlockKind.HEADING, 1) for text in ("货源", "货路")])
    assert [one.span for one in headings(document, (), ())] == [Span(1, 1), Span(5, 5)]
