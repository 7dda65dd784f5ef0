"""One wound in any list of a generated outline, however deep, is exactly one finding there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import zip_longest

from generated_outlines import LINES, RULES, Item, Listing, draft, lines, listings
from hypothesis import given, settings
from hypothesis import strategies as st

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


@st.composite
def wounds(draw: st.DrawFn, least: int) -> tuple[Listing, Path, Listing]:
    """An outline and one of its lists with at least so many items, the inner ones first."""
    whole = draw(st.sampled_from((LINES, LINES[1:])).flatmap(listings))
    fit = [(path, one) for path, one in listings_of(whole) if len(one.items) >= least]
    path, chosen = draw(st.sampled_from(fit[::-1]))
    return whole, path, chosen


def told(whole: Listing, wounded: Listing) -> list[str]:
    """The rules that find something; each finding must stand where the outlines first differ."""
    document = draft(wounded)
    found = lint(document, RULES)
    assert {document.position(one.span.start).line for one in found} <= {wounded_line(whole, wounded)}
    return [one.rule.removeprefix("numbering/") for one in found]


@settings(max_examples=60, deadline=None)
@given(wounds(4), st.data())
def test_a_middle_item_deleted_anywhere(wound: tuple[Listing, Path, Listing], data: st.DataObject) -> None:
    whole, path, chosen = wound
    index = data.draw(st.integers(1, len(chosen.items) - 2))
    assert told(whole, changed(whole, path, lambda one: without(one, index))) == [SKIPPED]


@settings(max_examples=60, deadline=None)
@given(wounds(3))
def test_a_first_item_deleted_anywhere(wound: tuple[Listing, Path, Listing]) -> None:
    whole, path, chosen = wound
    wounded = changed(whole, path, lambda one: without(one, 0))
    assert told(whole, wounded) == ([] if chosen.style == "①" else [HEADLESS])


@settings(max_examples=60, deadline=None)
@given(wounds(3), st.data())
def test_an_item_doubled_anywhere(wound: tuple[Listing, Path, Listing], data: st.DataObject) -> None:
    whole, path, chosen = wound
    index = data.draw(st.integers(0, len(chosen.items) - 1))
    assert told(whole, changed(whole, path, lambda one: twice(one, index))) == [REPEATED]


@settings(max_examples=60, deadline=None)
@given(wounds(4), st.data())
def test_two_items_swapped_anywhere(wound: tuple[Listing, Path, Listing], data: st.DataObject) -> None:
    whole, path, chosen = wound
    index = data.draw(st.integers(0, len(chosen.items) - 2))
    assert told(whole, changed(whole, path, lambda one: swapped(one, index))) == [REVERSED]


@settings(max_examples=60, deadline=None)
@given(wounds(4), st.data())
def test_an_item_renumbered_anywhere(wound: tuple[Listing, Path, Listing], data: st.DataObject) -> None:
    whole, path, chosen = wound
    index = data.draw(st.integers(1, len(chosen.items) - 1))
    value = data.draw(st.integers(2, 12).filter(lambda value: value != index + 1))

    def renumbered(one: Listing) -> Listing:
        items = list(one.items)
        items[index] = replace(items[index], value=value)
        return replace(one, items=tuple(items))

    assert len(told(whole, changed(whole, path, renumbered))) == 1


@settings(max_examples=60, deadline=None)
@given(wounds(2), st.sampled_from((-1, 1)))
def test_a_count_changed_anywhere(wound: tuple[Listing, Path, Listing], change: int) -> None:
    whole, path, chosen = wound
    said = len(chosen.items) + change
    if said < 2:
        return
    wounded = changed(whole, path, lambda one: replace(one, said=said))
    assert told(whole, wounded) == [COUNT]
