"""Which ordinals make one list, what holds it, and what headings do to the lists between them."""

import pytest

from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.language.lists import homes, lists
from speechlint.language.ordinals import ordinals
from speechlint.language.series import Series
from speechlint.model import BlockKind, Document, Paragraph, compose

PROSE = "去年以来，各村都动了起来，路修到了组，水通到了户，乡亲们看在眼里、记在心上。"


def read(text: str, choices: dict[int, int] | None = None) -> tuple[list[list[int]], list[int | None]]:
    """The values of every list, and the value of the item that holds it."""
    found = lists(ordinals(document_of(text.replace("/", "\n"))), choices)
    return [[item.value for item in one.items] for one in found], [one.parent and one.parent.value for one in found]


@pytest.mark.parametrize(
    ("text", "values", "holders"),
    [
        ("一、甲/一、乙/二、丙/三、丁", [[1, 1, 2, 3]], [None]),
        ("一、甲/一、乙", [[1], [1]], [None, 1]),
        ("一、甲/一、乙/一、丙/二、丁", [[1], [1, 1, 2]], [None, 1]),
        ("三、甲/二、乙/一、丙/四、丁", [[3, 2, 1, 4]], [None]),
        ("二、甲/一、乙/三、丙", [[2, 1, 3]], [None]),
        ("二、甲/一、乙", [[2, 1]], [None]),
        ("三、甲/一、乙/二、丙", [[3], [1, 2]], [None, 3]),
        ("二、甲/三、乙/一、丙/四、丁", [[2, 3, 4], [1]], [None, 3]),
        ("一、甲/二、乙/一、丙/二、丁", [[1, 2], [1, 2]], [None, 2]),
        ("要讲。一是甲。一是乙。二是丙。", [[1, 1, 2]], [None]),
        ("要讲。一是甲。/一是乙。二是丙。", [[1, 2], [1]], [None, None]),
        ("一是甲。一是乙。二是丙。", [[1, 1, 2]], [None]),
        ("一是甲。/要讲。一是乙。二是丙。", [[1], [1, 2]], [None, 1]),
        ("二是甲。一是乙。三是丙。", [[2, 1, 3]], [None]),
        ("二是甲。/要讲。一是乙。三是丙。", [[2, 3], [1]], [None, 2]),
        ("一、甲/（一）子/一、乙/二、丙", [[1, 1, 2], [1]], [None, 1]),
        ("一、甲/（一）子/1.丑/一、乙/二、丙", [[1, 1, 2], [1], [1]], [None, 1, 1]),
        ("一、甲/一、乙/（一）子/（二）丑/二、丙", [[1, 1, 2], [1, 2]], [None, 1]),
        ("1.甲/1.乙/2.丙/一、丁/1.戊/1.己/2.庚", [[1, 1, 2], [1], [1, 1, 2]], [None, None, 1]),
    ],
)
def test_a_wrong_first_ordinal_does_not_take_a_list_apart(
    text: str, values: list[list[int]], holders: list[int | None]
) -> None:
    assert read(text) == (values, holders)


@pytest.mark.parametrize(
    ("choices", "values"),
    [
        ({}, [[1, 2], [1, 2]]),
        ({12: 0}, [[1, 1, 2, 2]]),
        ({12: 1}, [[1, 2], [1, 2]]),
        ({12: 2}, [[1, 1, 2], [2]]),
        ({12: 3}, [[1, 2], [1, 2]]),
    ],
)
def test_a_choice_sends_an_ordinal_to_one_of_its_lists(choices: dict[int, int], values: list[list[int]]) -> None:
    assert read("一、甲/一、乙/二、丙/二、丁", choices)[0] == values


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("一、甲/二、乙", [1, None]),
        ("一、甲/一、乙/二、丙", [1, 1, None]),
        ("一、甲/二、乙/三、丙", [2]),
        ("一、甲/（一）子/（二）丑", [1, None]),
        ("一、甲/要讲。二、乙", [None]),
        ("要讲。一、甲。二、乙", [1, None]),
        ("要讲。一、甲。/要说。二、乙", [None]),
        ("一、甲/二是乙", [None]),
        ("一、甲/一、乙", [1, None]),
        ("/".join(["一、甲"] * 14) + "/二、乙", [1] * 12 + [None]),
        ("/".join(["一、甲"] * 14) + "/三、乙", [1] * 12),
    ],
)
def test_the_lists_an_ordinal_might_belong_to(text: str, ways: list[int | None]) -> None:
    *before, last = ordinals(document_of(text.replace("/", "\n")))
    stack: list[Series] = []
    for ordinal in before:
        if ordinal.value == 1:
            stack.append(Series(None, [ordinal]))
        else:
            stack[-1].items.append(ordinal)
    assert [one and one.last.value for one in homes(last, stack)] == ways


def test_no_more_than_forty_lists_are_open_within_each_other() -> None:
    def depth(number: int) -> int:
        found = lists(ordinals(document_of("\n".join([*["一、甲"] * number, "2.乙"]))))
        parents = {item.span.start: one.parent for one in found for item in one.items}
        at, deep = found[-1].parent, 0
        while at is not None:
            at, deep = parents[at.span.start], deep + 1
        return deep

    assert (depth(38), depth(39), depth(40), depth(45)) == (38, 39, 39, 39)


def headed(text: str) -> Document:
    """Lines of which those that begin with # are marked headings, one # for each level."""
    lines = []
    for line in text.split("/"):
        words = line.lstrip("#")
        level = len(line) - len(words)
        lines.append(Paragraph(words, BlockKind.HEADING if level else BlockKind.BODY, level or None))
    return compose("a.docx", lines)


def told(document: Document) -> list[tuple[str, str | None]]:
    """The labels of every list, headings by their words, and that of the item that holds it."""
    words = {block.span.start: document.text_of(block) for block in document.blocks}
    found = Analysis(document).lists
    labels = {item: document.text_of(item.span) or words[item.span.start] for one in found for item in one.items}
    return [(" ".join(labels[item] for item in one.items), one.parent and labels[one.parent]) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#题目/##货源/1.甲/2.乙/##货路/1.丙/2.丁", [("货源 货路", None), ("1. 2.", "货源"), ("1. 2.", "货路")]),
        ("#题目/##货源/1.甲/2.乙/##货路/3.丙/4.丁", [("货源 货路", None), ("1. 2.", "货源"), ("3. 4.", "货路")]),
        ("#题目/##货源/1.甲/2.乙/##货路/4.丙/5.丁", [("货源 货路", None), ("1. 2.", "货源"), ("4. 5.", "货路")]),
        ("#题目/##货源/###远/###近/##货路/###中", [("货源 货路", None), ("远 近", "货源"), ("中", "货路")]),
        ("###远/##货源/###近", [("远", None), ("货源", None), ("近", "货源")]),
        ("##货源/##一、甲/##二、乙/##货路", [("货源 货路", None), ("一、 二、", "货源")]),
        (
            "##一、甲/###货源/###货路/##二、乙/###货价",
            [("一、 二、", None), ("货源 货路", "一、"), ("货价", "二、")],
        ),
        (
            "##一、甲/###货源/1.子/2.丑/###货路/##二、乙",
            [("一、 二、", None), ("货源 货路", "一、"), ("1. 2.", "货源")],
        ),
        ("##货源/1.子/（1）早/##货路/2.丑", [("货源 货路", None), ("1.", "货源"), ("（1）", "1."), ("2.", "货路")]),
        (
            "#题目/##货源/1.甲/###远/2.乙/##货路/1.丙/3.丁",
            [("货源 货路", None), ("1. 2.", "货源"), ("远", "货源"), ("1. 3.", "货路")],
        ),
        ("#题目/##货源/一是甲。/##货路/三是乙。", [("货源 货路", None), ("一是", "货源"), ("三是", "货路")]),
        (
            "#题目/1.甲/##货源/2.乙/4.丙/##货路/3.丁",
            [("1.", None), ("货源 货路", None), ("2. 4.", "货源"), ("3.", "货路")],
        ),
        ("##货源/#货路/##货价/#货物", [("货源", None), ("货路 货物", None), ("货价", "货路")]),
    ],
)
def test_marked_headings_hold_the_lists_below_them(text: str, found: list[tuple[str, str | None]]) -> None:
    assert told(headed(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一、种好/…/选好地块/…/选好种子/…/二、卖好/…", [("一、 二、", None), ("选好地块 选好种子", "一、")]),
        ("一、种好/…/选好地块/…/选好种子/…", [("一、", None), ("选好地块 选好种子", None)]),
        (
            "一、种好/…/选好地块/…/二、卖好/…/选好种子/…",
            [("一、 二、", None), ("选好地块", "一、"), ("选好种子", None)],
        ),
        (
            "同志们：/选好地块/…/选好种子/…/一、种好/…/二、卖好/…",
            [("选好地块 选好种子", None), ("一、 二、", "选好种子")],
        ),
        (
            "一、种好/…/（一）下地/…/选好地块/…/选好种子/…/（二）回家/…/二、卖好/…",
            [("一、 二、", None), ("（一） （二）", "一、"), ("选好地块 选好种子", "（一）")],
        ),
        (
            "一、种好/（一）下地/（二）回家/…/选好地块/…/选好种子/…/二、卖好/…",
            [("一、 二、", None), ("（一） （二）", "一、"), ("选好地块 选好种子", "一、")],
        ),
        (
            "一、种好/…/二、卖好/…/选好地块/…/选好种子/…/三、吃好/…",
            [("一、 二、 三、", None), ("选好地块 选好种子", "二、")],
        ),
        (
            "一、种好/一是早。二是小。/…/选好地块/…/选好种子/…/二、卖好/…",
            [("一、 二、", None), ("一是 二是", "一、"), ("选好地块 选好种子", "一、")],
        ),
    ],
)
def test_headings_of_plain_text_stand_in_the_item_whose_list_goes_on_after_them(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    assert told(document_of(text.replace("…", PROSE).replace("/", "\n"))) == found
