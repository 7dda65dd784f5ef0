"""Lists put together again that one wrong first ordinal took apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from speechlint.language.ordinals import Ordinal, Standing
from speechlint.language.series import Series

# So many items up a list is looked for; deeper, no draft is laid out.
HIGHEST = 40


def joined(found: Iterable[Series]) -> list[Series]:
    """Put together what one wrong first ordinal took apart: 一 一 二 三 or 三 二 一 四 looks like two lists, nested."""
    kept: list[Series] = []
    latest: dict[tuple[str, str], int] = {}
    parents: dict[int, Ordinal | None] = {}
    for series in found:
        index = latest.get(series.manner) if series.numbered else None
        outer = None if index is None else kept[index]
        if index is not None and outer and belong(outer, series) and within(series, outer, parents):
            kept[index] = Series(outer.parent, in_order(outer, series))
            parents |= {id(item): outer.parent for item in series.items}
        else:
            latest[series.manner] = len(kept)
            kept.append(series)
            parents |= {id(item): series.parent for item in series.items}
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
    wrong = [n for n, item in enumerate(in_order(outer, inner), 1) if item.value != n] if 1 not in values else []
    return len(wrong) == 2


def in_order(outer: Series, inner: Series) -> list[Ordinal]:
    return sorted((*outer.items, *inner.items), key=lambda item: item.span.start)


def within(series: Series, outer: Series, parents: Mapping[int, Ordinal | None]) -> bool:
    """Whether a list lies, at any depth, in an item of another; `parents` tells which item holds an item's list."""
    parent = series.parent
    for _ in range(HIGHEST):
        if parent is None:
            return False
        if any(item is parent for item in outer.items):
            return True
        parent = parents.get(id(parent))
    return False
