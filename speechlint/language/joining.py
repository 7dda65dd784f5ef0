"""Lists put together again that one wrong first ordinal took apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from speechlint.language.ordinals import Ordinal, Standing
from speechlint.language.series import Series

# So many items up a list is looked for; deeper, no draft is laid out.
HIGHEST = 40


def joined(found: Sequence[Series]) -> list[Series]:
    """Put together what one wrong first ordinal took apart: 一 一 二 三 or 三 二 一 四 looks like two lists, nested."""
    kept: list[Series] = []
    latest: dict[tuple[str, str], int] = {}
    parents = Parents(found)
    for series in found:
        index = latest.get(series.manner)
        if index is not None and belong(kept[index], series) and within(series, kept[index], parents):
            outer = kept[index]
            kept[index] = Series(outer.parent, in_order(outer, series))
            parents.move(series, outer)
            continue
        if sound(series):
            latest.pop(series.manner, None)
        elif series.numbered:
            latest[series.manner] = len(kept)
        kept.append(series)
    return kept


class Parents:
    """The items that hold the lists of other items, told by the offsets of the latter; read when asked for."""

    def __init__(self, found: Sequence[Series]) -> None:
        self._found = found
        self._moved: dict[int, Ordinal | None] = {}

    @cached_property
    def _known(self) -> dict[int, Ordinal | None]:
        return {item.span.start: one.parent for one in self._found for item in one.items}

    def of(self, item: Ordinal) -> Ordinal | None:
        start = item.span.start
        return self._moved[start] if start in self._moved else self._known[start]

    def move(self, series: Series, outer: Series) -> None:
        """Let the items of a list be held where those of another are."""
        self._moved |= {item.span.start: outer.parent for item in series.items}


def sound(series: Series) -> bool:
    """Whether a list has a first item in its place, and a further one: nothing is put together with it."""
    return len(series.items) > 1 and series.items[0].value == 1


def belong(outer: Series, inner: Series) -> bool:
    """Whether two lists are one in which the first item is written twice or has changed places."""
    first, second = outer.items[0], inner.items[0]
    if sound(outer):
        return False
    together = first.block == second.block and second.standing is not Standing.LINE
    if first.standing is not second.standing and not together:
        return False
    if outer.begun():
        twice = len(outer.items) == 1 and second.value == 1 and len(inner.items) > 1
        return twice and (together or first.standing is Standing.LINE)
    return sum(item.value != n for n, item in enumerate(in_order(outer, inner), 1)) == 2


def in_order(outer: Series, inner: Series) -> list[Ordinal]:
    return sorted((*outer.items, *inner.items), key=lambda item: item.span.start)


def within(series: Series, outer: Series, parents: Parents) -> bool:
    """Whether a list lies, at any depth, in an item of another."""
    starts = {item.span.start for item in outer.items}
    parent = series.parent
    for _ in range(HIGHEST):
        if parent is None:
            return False
        if parent.span.start in starts:
            return True
        parent = parents.of(parent)
    return False
