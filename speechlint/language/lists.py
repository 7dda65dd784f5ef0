"""Lists: ordinals that belong together, found with a stack.

A first item opens a list inside the item before it; when that list ends, the list around it goes on counting.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from speechlint.language.headings import HEADING
from speechlint.language.joining import joined
from speechlint.language.ordinals import Ordinal, Standing
from speechlint.language.series import Series

# How many blocks a list within a paragraph may lie behind and still be meant by an ordinal out of order.
NEAR = 2
# The parts of a statute: each word counts for itself, articles on through chapters.
FIXED = frozenset({"条"})
# A list may begin with its second item where the first is missing.
FIRST_OR_SECOND = 2
# So many lists may be open within each other, more than in any draft: a deeper one takes the place of the innermost.
MOST_OPEN = 40
# And so many of one style an ordinal may be sent to.
MOST_WAYS = 12

Choices = Mapping[int, int]


def lists(ordinals: Iterable[Ordinal], choices: Choices | None = None) -> tuple[Series, ...]:
    """Every list of the draft in the order of their first items; headings without a number make lists of their own.

    `choices` sends the ordinal at an offset to the n-th of the lists it might belong to.
    """
    return Growing().read(ordinals, choices or {}).lists()


@dataclass(slots=True, eq=False)
class Growing:
    """The lists met so far, in the order of their first items, and those of them that may still go on.

    `unmarked` tells that some are of headings in plain text.
    """

    found: list[Series] = field(default_factory=list)
    stack: list[Series] = field(default_factory=list)
    unmarked: bool = False

    def read(self, ordinals: Iterable[Ordinal], choices: Choices) -> Growing:
        for ordinal in ordinals:
            self.take(ordinal, self.home(ordinal, choices))
        return self

    def home(self, ordinal: Ordinal, choices: Choices) -> Series | None:
        """The list an ordinal goes to; None when it begins one of its own."""
        if ordinal.style is HEADING:
            return section_of(ordinal, self.stack)
        at = ordinal.span.start
        if at in choices:
            ways = homes(ordinal, self.stack)
            if choices[at] < len(ways):
                return ways[choices[at]]
        return home_of(ordinal, self.stack)

    def take(self, ordinal: Ordinal, home: Series | None) -> None:
        if ordinal.style is HEADING:
            ordinal = ordinal._replace(value=len(home.items) + 1 if home else 1)
            self.unmarked |= ordinal.depth is None
        if home is not None:
            while self.stack[-1] is not home:
                self.stack.pop()
            home.items.append(ordinal)
            return
        del self.stack[MOST_OPEN - 1 :]
        holder = above if ordinal.style is HEADING else holder_of
        series = Series(holder(ordinal, self.stack), [ordinal])
        self.found.append(series)
        self.stack.append(series)

    def branch(self) -> Growing:
        """The same lists, to grow otherwise from here on; those that are over are shared."""
        copies = {one: Series(one.parent, [*one.items]) for one in self.stack}
        return Growing([copies.get(one, one) for one in self.found], [copies[one] for one in self.stack], self.unmarked)

    def lists(self) -> tuple[Series, ...]:
        """The lists as they are once all ordinals are taken."""
        return tuple(joined(inside(self.found) if self.unmarked else self.found))


def homes(ordinal: Ordinal, stack: Sequence[Series]) -> list[Series | None]:
    """Every list of its style, laid out as it is, an ordinal might belong to, innermost first; None for its own."""
    if ordinal.style is HEADING:
        return []
    alone, manner = ordinal.standing is Standing.LINE, ordinal.manner
    same = [one for one in reversed(stack) if one.manner == manner]
    like = [one for one in same if (one.last.standing is Standing.LINE if alone else one.last.block == ordinal.block)]
    return [*like[:MOST_WAYS], None] if ordinal.value <= FIRST_OR_SECOND else [*like[:MOST_WAYS]]


def section_of(heading: Ordinal, stack: Sequence[Series]) -> Series | None:
    """The open list of headings that a heading without a number goes on with."""
    for series in reversed(stack):
        depth = series.last.depth
        if not series.numbered and depth == heading.depth:
            return series
        if depth is not None and depth < (heading.depth or 0):
            return None
    return None


def above(heading: Ordinal, stack: Sequence[Series]) -> Ordinal | None:
    """The marked heading, numbered or not, that a lower one stands under."""
    depth = heading.depth or 0
    return next((one.last for one in reversed(stack) if one.last.depth is not None and one.last.depth < depth), None)


def holder_of(ordinal: Ordinal, stack: Sequence[Series]) -> Ordinal | None:
    """The item a new list stands in: the innermost one still open.

    An item within an earlier paragraph ended with it, and one of a lower layer never holds a higher layer.
    """
    for series in reversed(stack):
        open_still = series.last.standing is Standing.LINE or series.last.block == ordinal.block
        lower = ordinal.standing is Standing.LINE and 0 < ordinal.style.level < series.last.style.level
        if open_still and not lower:
            return series.last
    return None


def home_of(ordinal: Ordinal, stack: Sequence[Series]) -> Series | None:
    """The open list an ordinal continues, the innermost first; None when it begins one of its own."""
    if ordinal.value == 1:
        return None
    manner = ordinal.manner
    same = [series for series in reversed(stack) if series.manner == manner]
    due = [series for series in same if series.expected == ordinal.value]
    if not due:
        return out_of_order(ordinal, same, stack)
    alone = ordinal.standing is Standing.LINE
    # Among lists that wait for this ordinal, one laid out as it is comes before an inner one.
    as_it_is = next((series for series in due if (series.last.standing is Standing.LINE) == alone), None)
    if as_it_is or not alone or len(due[0].items) == 1:
        return as_it_is or due[0]
    # On a line of its own an ordinal goes on with a list begun after a lead-in (附件：1.…), not with one run in
    # to the item of another such list.
    return next((series for series in same if series.items[0].standing is Standing.LINE), due[0])


def out_of_order(ordinal: Ordinal, same: Sequence[Series], stack: Sequence[Series]) -> Series | None:
    """The list an ordinal that no list waits for is a slip in."""
    inner = [*reversed(within_section(stack))]
    same = [series for series in same if series in inner]
    if not same:
        for series in inner:
            if series.expected == ordinal.value and may_change(ordinal, series) and near(ordinal, series):
                return series
    return next((series for series in same if near(ordinal, series)), None)


def within_section(stack: Sequence[Series]) -> Sequence[Series]:
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


def inside(found: Sequence[Series]) -> list[Series]:
    """Unmarked headings put inside the numbered item that they stand in: its list goes on after them."""
    placed: list[Series] = []
    around: list[Series] = []
    for series in found:
        if series.numbered:
            if series.last.standing is Standing.LINE:
                around.append(series)
            placed.append(series)
        elif series.items[0].depth is None:
            first, last = series.items[0].block, series.last.block
            while around and around[-1].last.block <= first:
                around.pop()
            outer = next(
                (one for one in reversed(around) if one.items[0].block < first and last < one.last.block), None
            )
            held = [item for item in outer.items if item.block < first] if outer else []
            placed.append(Series(held[-1], series.items) if held else series)
        else:
            placed.append(series)
    return placed
