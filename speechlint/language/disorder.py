"""What can be wrong with the order of one list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from speechlint.language.lists import Series
from speechlint.language.ordinals import Ordinal, Standing
from speechlint.model import Document

Fault = Literal["skipped", "repeated", "reversed", "mixed", "glued", "jumped", "headless"]

UNBOUND = ("条", "①", "第一阶段")
# Whatever may be meant as the first item: 第一步, 首先, 一方面, 一类, （1）.
FIRST = re.compile(
    r"(?:(?:^|[，,。；;：:！？!?—“\s（(])(?:第[一1１]|首先|其一|[1１](?![0-9０-９])|①|一(?![年些定直起同线致切样律旦时贯度]))|(?<!统)一[是要])"
)
LOOK_BACK, FAR = 600, 5000


@dataclass(frozen=True, slots=True)
class Disorder:
    """One fault in a list: the ordinal it shows at, the value looked for there, and the ordinals it is seen against."""

    fault: Fault
    at: Ordinal
    expected: int
    others: tuple[Ordinal, ...] = ()


def disorders(document: Document, series: Series) -> Iterator[Disorder]:
    """Yield every fault of one list; a single wrong ordinal is one fault."""
    if len(series.items) > 1 and series.begun():
        yield from counting(series.items)
        yield from styling(series.items)
        yield from standing(series.items)
        yield from depth(series)
    elif headless(document, series):
        yield Disorder("headless", series.items[0], 1)


def headless(document: Document, series: Series) -> bool:
    """Whether a list counts 二, 三 … and no 一 of any form stands before it.

    Articles count on through chapters; ② ③ may be notes; 第二阶段 may go on from an earlier report; a text that begins
    with the list is an extract.
    """
    first = series.items[0]
    if first.style.series in UNBOUND or [item.value for item in series.items] != list(range(2, len(series.items) + 2)):
        return False
    text, end = document.text, first.span.start
    begin = series.parent.span.end if series.parent else 0
    opened = FIRST.search(text, max(begin, end - LOOK_BACK), end) or text.rfind("首先", max(begin, end - FAR), end) >= 0
    return bool(text[:end].strip()) and not opened and not begun_otherwise(series)


def begun_otherwise(series: Series) -> bool:
    """Whether the item that holds a run-in list is its first one, labelled otherwise: 第一步……；第二，……."""
    first, parent = series.items[0], series.parent
    if parent is None or parent.value != 1 or parent.standing is Standing.LINE:
        return False
    return first.standing is not Standing.LINE


def counting(items: list[Ordinal]) -> Iterator[Disorder]:
    """Yield what is wrong with the count: one fault when one explains it all, else fault by fault."""
    if [item.value for item in items] == list(range(1, len(items) + 1)):
        return
    whole = exchanged(items) or misnumbered(items)
    if whole:
        yield whole
    else:
        yield from miscounted(items)


def exchanged(items: list[Ordinal]) -> Disorder | None:
    """Two ordinals that each stand where the other should be."""
    wrong = [(index + 1, item) for index, item in enumerate(items) if item.value != index + 1]
    if len(wrong) != 2:
        return None
    (place, item), (other_place, other) = wrong
    if (item.value, other.value) != (other_place, place):
        return None
    return Disorder("reversed", item, place, (other,))


def misnumbered(items: list[Ordinal]) -> Disorder | None:
    """The one ordinal that is not its place in the list."""
    wrong = [index for index, item in enumerate(items) if item.value != index + 1]
    return fault_at(items, wrong[0], wrong[0] + 1) if len(wrong) == 1 else None


def fault_at(items: list[Ordinal], index: int, expected: int) -> Disorder:
    item = items[index]
    same = tuple(other for other in items if other is not item and other.value == item.value)
    if same:
        return Disorder("repeated", item, expected, same)
    return Disorder("skipped" if item.value > expected else "reversed", item, expected, tuple(items[:index][-1:]))


def miscounted(items: list[Ordinal]) -> Iterator[Disorder]:
    """Walk the list; after a wrong ordinal go on from whichever count the next one confirms."""
    expected = 1
    for index, item in enumerate(items):
        following = items[index + 1].value if index + 1 < len(items) else None
        if item.value == expected:
            expected += 1
            continue
        yield fault_at(items, index, expected)
        if following == expected + 1:
            expected += 1
        elif item.value > expected and following != expected:
            expected = item.value + 1


def styling(items: list[Ordinal]) -> Iterator[Disorder]:
    """Yield the ordinals written otherwise than the first one."""
    for item in items[1:]:
        if item.variant != items[0].variant:
            yield Disorder("mixed", item, item.value, (items[0],))


def standing(items: list[Ordinal]) -> Iterator[Disorder]:
    """Yield the ordinals glued into a paragraph when most of their brothers begin one."""
    alone = [item for item in items if item.standing is Standing.LINE]
    glued = [item for item in items if item.standing is not Standing.LINE]
    if len(alone) > max(1, len(glued)):
        # A first item may follow the sentence that announces it.
        yield from (Disorder("glued", item, item.value, tuple(alone)) for item in glued if item is not items[0])


def depth(series: Series) -> Iterator[Disorder]:
    """Yield the first ordinal of a list of the fourth layer right under one of the first."""
    first, parent = series.items[0], series.parent
    alone = first.standing is Standing.LINE and parent is not None and parent.standing is Standing.LINE
    if parent is not None and alone and (parent.style.level, first.style.level) == (1, 4):
        yield Disorder("jumped", first, first.value, (parent,))
