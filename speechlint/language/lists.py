"""Lists: ordinals that belong together, found with a stack.

A first item opens a list inside the item before it; when that list ends, the list around it goes on counting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from speechlint.language.headings import HEADING
from speechlint.language.ordinals import Ordinal, Standing

# How many blocks a list within a paragraph may lie behind and still be meant by an ordinal out of order.
NEAR = 2
# The parts of a statute: each word counts for itself, articles on through chapters.
FIXED = frozenset({"条"})
# A list may begin with its second item where the first is missing.
FIRST_OR_SECOND = 2


Choices = dict[int, int]


@dataclass(slots=True, eq=False)
class Series:
    """One list while it grows: its ordinals in reading order, and the ordinal whose item holds it."""

    parent: Ordinal | None
    items: list[Ordinal] = field(default_factory=list)

    @property
    def last(self) -> Ordinal:
        return self.items[-1]

    @property
    def manner(self) -> tuple[str, str]:
        return self.items[0].manner

    @property
    def expected(self) -> int:
        return self.last.value + 1

    @property
    def numbered(self) -> bool:
        return self.items[0].style is not HEADING

    def begun(self) -> bool:
        return any(item.value == 1 for item in self.items)


def lists(
    ordinals: Iterable[Ordinal], choices: Choices | None = None, open_to: Choices | None = None
) -> tuple[Series, ...]:
    """Every list of the draft in the order of their first items; headings without a number make lists of their own.

    `choices` sends the ordinal at an offset to the n-th of the lists it might belong to; `open_to` takes up how many
    there are wherever there is a choice.
    """
    stack: list[Series] = []
    found: list[Series] = []
    for ordinal in ordinals:
        bare = ordinal.style is HEADING
        home = section_of(ordinal, stack) if bare else home_of(ordinal, stack)
        ways = [] if bare else homes(ordinal, stack)
        at = ordinal.span.start
        if len(ways) > 1 and open_to is not None:
            open_to[at] = len(ways)
        if choices and at in choices and choices[at] < len(ways):
            home = ways[choices[at]]
        if home is None:
            home = Series(above(ordinal, stack) if bare else holder_of(ordinal, stack))
            stack.append(home)
            found.append(home)
        else:
            del stack[stack.index(home) + 1 :]
        home.items.append(replace(ordinal, value=len(home.items) + 1) if bare else ordinal)
    inside(found)
    return tuple(joined(found))


def homes(ordinal: Ordinal, stack: list[Series]) -> list[Series | None]:
    """Every list of its style, laid out as it is, an ordinal might belong to, innermost first; None for its own."""
    alone = ordinal.standing is Standing.LINE
    same = [one for one in reversed(stack) if one.manner == ordinal.manner]
    like = [one for one in same if (one.last.standing is Standing.LINE if alone else one.last.block == ordinal.block)]
    return [*like, None] if ordinal.value <= FIRST_OR_SECOND else [*like]


def section_of(heading: Ordinal, stack: list[Series]) -> Series | None:
    """The open list of headings that a heading without a number goes on with."""
    for series in reversed(stack):
        depth = series.last.depth
        if not series.numbered and depth == heading.depth:
            return series
        if depth is not None and depth < (heading.depth or 0):
            return None
    return None


def above(heading: Ordinal, stack: list[Series]) -> Ordinal | None:
    """The marked heading, numbered or not, that a lower one stands under."""
    depth = heading.depth or 0
    return next((one.last for one in reversed(stack) if one.last.depth is not None and one.last.depth < depth), None)


def inside(found: list[Series]) -> None:
    """Put unmarked headings inside the numbered item that they stand in: its list goes on after them."""
    numbered = [one for one in found if one.numbered and one.last.standing is Standing.LINE]
    for series in found:
        if not series.numbered and series.items[0].depth is None:
            first, last = series.items[0].block, series.last.block
            around = [one for one in numbered if one.items[0].block < first and last < one.last.block]
            if around:
                series.parent = [item for item in around[-1].items if item.block < first][-1]


def joined(found: list[Series]) -> list[Series]:
    """Put together what one wrong first ordinal took apart: 一 一 二 三 or 三 二 一 四 looks like two lists, nested."""
    kept: list[Series] = []
    for series in found:
        if not series.numbered:
            kept.append(series)
            continue
        outer = next((other for other in reversed(kept) if other.manner == series.manner), None)
        if outer and belong(outer, series) and within(series, outer, kept):
            outer.items = in_order(outer, series)
        else:
            kept.append(series)
    return kept


def belong(outer: Series, inner: Series) -> bool:
    """Whether two lists are one in which the first item is written twice or has changed places."""
    first, second = outer.items[0], inner.items[0]
    together = first.block == second.block and second.standing is not Standing.LINE
    if first.standing is not second.standing and not together:
        return False
    values = [item.value for item in outer.items]
    if values == [1]:
        return second.value == 1 and (together or first.standing is Standing.LINE) and len(inner.items) > 1
    wrong = [n for n, item in enumerate(in_order(outer, inner), 1) if item.value != n]
    return 1 not in values and len(wrong) == 2


def in_order(outer: Series, inner: Series) -> list[Ordinal]:
    return sorted((*outer.items, *inner.items), key=lambda item: item.span.start)


def within(series: Series, outer: Series, found: list[Series]) -> bool:
    """Whether a list lies, at any depth, in the last item of another."""
    holder = {id(item): one for one in found for item in one.items}
    parent = series.parent
    while parent is not None:
        if parent in outer.items:
            return True
        parent = holder[id(parent)].parent if id(parent) in holder else None
    return False


def holder_of(ordinal: Ordinal, stack: list[Series]) -> Ordinal | None:
    """The item a new list stands in: the innermost one still open.

    An item within an earlier paragraph ended with it, and one of a lower layer never holds a higher layer.
    """
    for series in reversed(stack):
        open_still = series.last.standing is Standing.LINE or series.last.block == ordinal.block
        lower = ordinal.standing is Standing.LINE and 0 < ordinal.style.level < series.last.style.level
        if open_still and not lower:
            return series.last
    return None


def home_of(ordinal: Ordinal, stack: list[Series]) -> Series | None:
    """The open list an ordinal continues, the innermost first; None when it begins one of its own."""
    inner = list(reversed(stack))
    same = [series for series in inner if series.manner == ordinal.manner]
    if ordinal.value == 1:
        return None
    due = [series for series in same if series.expected == ordinal.value]
    alone = ordinal.standing is Standing.LINE
    like = [series for series in same if (series.items[0].standing is Standing.LINE) == alone]
    if due:
        # Among lists that wait for this ordinal, one laid out as it is comes before an inner one.
        as_it_is = next((series for series in due if (series.last.standing is Standing.LINE) == alone), None)
        # On a line of its own an ordinal goes on with a list begun after a lead-in (附件：1.…), not with one run in
        # to the item of another such list.
        return as_it_is or (like[0] if alone and like and len(due[0].items) > 1 else due[0])
    inner = list(reversed(within_section(stack)))
    same = [series for series in same if series in inner]
    alike = [series for series in inner if may_change(ordinal, series) and near(ordinal, series)]
    for series in alike:
        if series.expected == ordinal.value and not same:
            return series
    return next((series for series in same if near(ordinal, series)), None)


def within_section(stack: list[Series]) -> list[Series]:
    """The lists an ordinal out of order may belong to: a marked heading without a number parts those before it off."""
    marked = [n for n, one in enumerate(stack) if not one.numbered and one.last.depth is not None]
    if not marked:
        return stack
    depth = stack[marked[-1]].last.depth or 0
    over = [one for one in stack[: marked[-1]] if one.last.depth is not None and one.last.depth < depth]
    return [*over, *stack[marked[-1] :]]


def may_change(ordinal: Ordinal, series: Series) -> bool:
    """Whether an ordinal may go on with a list in another form: 一是 with 二要, but no 第三章 with 第三条."""
    return series.numbered and series.manner[0] == ordinal.manner[0] and ordinal.style.series not in FIXED


def near(ordinal: Ordinal, series: Series) -> bool:
    """Whether an ordinal out of order can still belong: both on lines of their own, or close together."""
    if ordinal.standing is Standing.LINE and series.last.standing is Standing.LINE:
        return True
    return ordinal.block - series.last.block <= NEAR
