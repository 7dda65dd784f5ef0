"""Lists: ordinals that belong together, found with a stack.

A first item opens a list inside the item before it; when that list ends, the list around it goes on counting.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from speechlint.language.ordinals import Ordinal, Standing

# How many blocks a list within a paragraph may lie behind and still be meant by an ordinal out of order.
NEAR = 2
# The parts of a statute: each word counts for itself, articles on through chapters.
FIXED = frozenset({"条"})


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

    def begun(self) -> bool:
        return any(item.value == 1 for item in self.items)


def lists(ordinals: Iterable[Ordinal]) -> tuple[Series, ...]:
    """Every list of the draft in the order of their first items."""
    stack: list[Series] = []
    found: list[Series] = []
    for ordinal in ordinals:
        home = home_of(ordinal, stack)
        if home is None:
            home = Series(holder_of(ordinal, stack))
            stack.append(home)
            found.append(home)
        else:
            del stack[stack.index(home) + 1 :]
        home.items.append(ordinal)
    return tuple(joined(found))


def joined(found: list[Series]) -> list[Series]:
    """Put together what one wrong first ordinal took apart: 一 一 二 三 or 三 二 一 四 looks like two lists, nested."""
    kept: list[Series] = []
    for series in found:
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
        return (together or first.standing is Standing.LINE) and len(inner.items) > 1
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
    alike = [series for series in inner if may_change(ordinal, series) and near(ordinal, series)]
    for series in alike:
        if series.expected == ordinal.value and not same:
            return series
    return next((series for series in same if near(ordinal, series)), None)


def may_change(ordinal: Ordinal, series: Series) -> bool:
    """Whether an ordinal may go on with a list in another form: 一是 with 二要, but no 第三章 with 第三条."""
    return series.manner[0] == ordinal.manner[0] and ordinal.style.series not in FIXED


def near(ordinal: Ordinal, series: Series) -> bool:
    """Whether an ordinal out of order can still belong: both on lines of their own, or close together."""
    if ordinal.standing is Standing.LINE and series.last.standing is Standing.LINE:
        return True
    return ordinal.block - series.last.block <= NEAR
