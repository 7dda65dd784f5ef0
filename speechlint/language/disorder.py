"""What can be wrong with the order of one list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from speechlint.language.ordinals import Ordinal, Standing
from speechlint.language.series import Series
from speechlint.model import Document

Fault = Literal["skipped", "repeated", "reversed", "mixed", "glued", "jumped", "headless"]

UNBOUND = ("条", "①", "第一阶段")
# Whatever may be meant as the first item: 第一步, 首先, 一方面, 一类, （1）; then that behind a mark, 一是 or 这是一。,
# begun with one set of characters, which the engine looks for fast.
FIRST = r"(?:第[一1１]|首先|其一|[1１](?![0-9０-９])|①|一(?![年些定直起同线致切样律旦时贯度]))"
AT_ONCE = re.compile(FIRST)
MARKS = r"，,。；;：:！？!?—“\s（("
LATER = re.compile(rf"[{MARKS}一](?:(?<!一){FIRST}|(?<=一)(?<!统一)[是要]|(?<=[是其]一)[。；，])")
LOOK_BACK, FAR = 600, 5000
ANYTHING = re.compile(r"\S")
# What a list begins with whose first item is missing.
FIRST_MISSED = 2
# So many headings in a row that all say 一、 belong together; two may open two texts in one file.
STUCK = 3
# So many ordinals of one list are told beside a fault.
MOST_OTHERS = 20

Alike = Mapping[int, Sequence[Ordinal]]


class Disorder(NamedTuple):
    """One fault in a list: the ordinal it shows at, the value looked for there, and the ordinals it is seen against."""

    fault: Fault
    at: Ordinal
    expected: int
    others: tuple[Ordinal, ...] = ()


class Faults:
    """What is wrong with the lists of one draft, told but once for each list."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._known: dict[Series, tuple[Disorder, ...]] = {}
        self._costs: dict[Series, int] = {}
        self._unopened: dict[tuple[int, int], bool] = {}

    def of(self, series: Series) -> tuple[Disorder, ...]:
        known = self._known.get(series)
        if known is None:
            known = self._known[series] = tuple(disorders(series, self.unopened))
        return known

    def cost(self, series: Series) -> int:
        """How much is wrong; a list of one item, or without a first, is never taken for a sound one."""
        known = self._costs.get(series)
        if known is None:
            doubtful = len(series.items) == 1 or not series.begun()
            # Only the second item alone, of all, may lack a first.
            clean = len(series.items) == 1 and series.items[0].value != FIRST_MISSED
            known = self._costs[series] = (0 if clean else len(self.of(series))) or int(doubtful)
        return known

    def unopened(self, begin: int, end: int) -> bool:
        """Whether something, but no 一 of any form, stands before `end`, in the item from `begin` on."""
        if (begin, end) not in self._unopened:
            text = self.document.text
            self._unopened[begin, end] = not opened(text, begin, end) and ANYTHING.search(text, 0, end) is not None
        return self._unopened[begin, end]


def opened(text: str, begin: int, end: int) -> bool:
    """Whether a first item of any form stands in an item from `begin` on, not too far before `end`."""
    near, far = max(begin, end - LOOK_BACK), max(begin, end - FAR)
    if (near == 0 and AT_ONCE.match(text, 0, end)) or LATER.search(text, near, end):
        return True
    return text.rfind("首先", far, end) >= 0


def disorders(series: Series, unopened: Callable[[int, int], bool]) -> Iterator[Disorder]:
    """Yield every fault of one list; a single wrong ordinal is one fault."""
    values = [item.value for item in series.items]
    if len(values) > 1 and 1 in values:
        yield from counting(series.items)
        yield from styling(series.items)
        yield from standing(series.items)
        yield from depth(series)
    elif values == list(range(2, len(values) + 2)) and headless(series, unopened):
        yield Disorder("headless", series.items[0], 1)


def headless(series: Series, unopened: Callable[[int, int], bool]) -> bool:
    """Whether no 一 of any form stands before a list that counts 二, 三 ….

    Articles count on through chapters; ② ③ may be notes; 第二阶段 may go on from an earlier report; a text that begins
    with the list is an extract.
    """
    first = series.items[0]
    if first.style.series in UNBOUND or begun_otherwise(series):
        return False
    return unopened(series.parent.span.end if series.parent else 0, first.span.start)


def begun_otherwise(series: Series) -> bool:
    """Whether the item that holds a run-in list is its first one, labelled otherwise: 第一步……；第二，……."""
    first, parent = series.items[0], series.parent
    if parent is None or parent.value != 1 or parent.standing is Standing.LINE:
        return False
    return first.standing is not Standing.LINE


def counting(items: Sequence[Ordinal]) -> Iterator[Disorder]:
    """Yield what is wrong with the count: one fault when one explains it all, else fault by fault."""
    wrong = [index for index, item in enumerate(items) if item.value != index + 1]
    if len(wrong) == 1:
        yield fault_at(items, wrong[0], wrong[0] + 1, by_value(items))
    elif len(wrong) == 2 and exchanged(items, *wrong):
        yield Disorder("reversed", items[wrong[0]], wrong[0] + 1, (items[wrong[1]],))
    else:
        yield from miscounted(items)


def exchanged(items: Sequence[Ordinal], one: int, other: int) -> bool:
    """Whether two ordinals each stand where the other should be."""
    return (items[one].value, items[other].value) == (other + 1, one + 1)


def by_value(items: Sequence[Ordinal]) -> Alike:
    alike: dict[int, list[Ordinal]] = {}
    for item in items:
        alike.setdefault(item.value, []).append(item)
    return alike


def fault_at(items: Sequence[Ordinal], index: int, expected: int, alike: Alike) -> Disorder:
    item = items[index]
    same = tuple(other for other in alike[item.value][: MOST_OTHERS + 1] if other is not item)[:MOST_OTHERS]
    if same:
        return Disorder("repeated", item, expected, same)
    before = tuple(items[max(index - 1, 0) : index])
    return Disorder("skipped" if item.value > expected else "reversed", item, expected, before)


def miscounted(items: Sequence[Ordinal]) -> Iterator[Disorder]:
    """Walk the list; after a wrong ordinal go on from whichever count the next one confirms."""
    alike = by_value(items)
    expected = 1
    for index, item in enumerate(items):
        following = items[index + 1].value if index + 1 < len(items) else None
        if item.value == expected:
            expected += 1
            continue
        yield fault_at(items, index, expected, alike)
        if following == expected + 1:
            expected += 1
        elif item.value > expected and following != expected:
            expected = item.value + 1


def styling(items: Sequence[Ordinal]) -> Iterator[Disorder]:
    """Yield the ordinals written otherwise than the first one."""
    for item in items[1:]:
        if item.variant != items[0].variant:
            yield Disorder("mixed", item, item.value, (items[0],))


def standing(items: Sequence[Ordinal]) -> Iterator[Disorder]:
    """Yield the ordinals glued into a paragraph when most of their brothers begin one."""
    glued = [item for item in items if item.standing is not Standing.LINE]
    if glued and len(items) - len(glued) > max(1, len(glued)):
        alone = tuple(islice((item for item in items if item.standing is Standing.LINE), MOST_OTHERS))
        # A first item may follow the sentence that announces it.
        yield from (Disorder("glued", item, item.value, alone) for item in glued if item is not items[0])


def stuck(lists: Iterable[Series]) -> Iterator[Disorder]:
    """Yield the headings after the first of those that all say 一、, as automatic numbers do that lost their list."""
    chains: dict[Ordinal, tuple[Ordinal, ...]] = {}
    for series in lists:
        first = series.items[0]
        if len(series.items) == first.value == first.style.level == 1 and first.standing is Standing.LINE:
            before = chains.pop(series.parent, ()) if series.parent else ()
            chains[first] = (*before, first)
    for chain in chains.values():
        if len(chain) >= STUCK:
            for number, item in enumerate(chain[1:], 2):
                yield Disorder("repeated", item, number, chain[: number - 1][-MOST_OTHERS:])


def depth(series: Series) -> Iterator[Disorder]:
    """Yield the first ordinal of a list of the fourth layer right under one of the first."""
    first, parent = series.items[0], series.parent
    alone = first.standing is Standing.LINE and parent is not None and parent.standing is Standing.LINE
    if parent is not None and alone and (parent.style.level, first.style.level) == (1, 4):
        yield Disorder("jumped", first, first.value, (parent,))
