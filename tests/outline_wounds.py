"""Wounds made in generated outlines, and where they show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import zip_longest

from generated_outlines import RULES, Item, Listing, draft, lines

from speechlint.linter import lint

Path = tuple[tuple[int, int], ...]
SKIPPED, REPEATED, REVERSED = "skipped-ordinal", "repeated-ordinal", "reversed-ordinal"
COUNT, HEADLESS = "count-mismatch", "first-item-missing"


def listings_of(listing: Listing, path: Path = ()) -> Iterator[tuple[Path, Listing]]:
    """Every list of an outline with the way to it: item by item, child by child."""
    yield path, listing
    for index, item in enumerate(listing.items):
        for number, child in enumerate(item.children):
            yield from listings_of(child, (*path, (index, number)))


def changed(listing: Listing, path: Path, change: Callable[[Listing], Listing]) -> Listing:
    if not path:
        return change(listing)
    (index, number), *rest = path
    items = list(listing.items)
    children = list(items[index].children)
    children[number] = changed(children[number], tuple(rest), change)
    items[index] = replace(items[index], children=tuple(children))
    return replace(listing, items=tuple(items))


def without(listing: Listing, index: int) -> Listing:
    return replace(listing, items=listing.items[:index] + listing.items[index + 1 :])


def twice(listing: Listing, index: int) -> Listing:
    return replace(listing, items=(*listing.items[:index], Item(index + 1), *listing.items[index:]))


def swapped(listing: Listing, index: int) -> Listing:
    items = list(listing.items)
    items[index], items[index + 1] = items[index + 1], items[index]
    return replace(listing, items=tuple(items))


def wounded_line(whole: Listing, wounded: Listing) -> int:
    """The 1-based line of the draft at which two outlines first differ; two lines stand before the outline."""
    pairs = enumerate(zip_longest(lines(whole), lines(wounded)), 3)
    return next(number for number, (before, after) in pairs if before != after)


def told(whole: Listing, wounded: Listing) -> list[str]:
    """The rules that find something; each finding must stand where the outlines first differ."""
    document = draft(wounded)
    found = lint(document, RULES)
    assert {document.position(one.span.start).line for one in found} <= {wounded_line(whole, wounded)}
    return [one.rule.removeprefix("numbering/") for one in found]
