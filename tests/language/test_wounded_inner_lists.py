"""One wound in any list of a generated outline, however deep, is exactly one finding there."""

from __future__ import annotations

from dataclasses import replace

from generated_outlines import LINES, Listing, listings
from hypothesis import given, settings
from hypothesis import strategies as st
from outline_wounds import (
    COUNT,
    HEADLESS,
    REPEATED,
    REVERSED,
    SKIPPED,
    Path,
    changed,
    listings_of,
    swapped,
    told,
    twice,
    without,
)


@st.composite
def wounds(draw: st.DrawFn, least: int) -> tuple[Listing, Path, Listing]:
    """An outline and one of its lists with at least so many items, the inner ones first."""
    whole = draw(st.sampled_from((LINES, LINES[1:])).flatmap(listings))
    fit = [(path, one) for path, one in listings_of(whole) if len(one.items) >= least]
    path, chosen = draw(st.sampled_from(fit[::-1]))
    return whole, path, chosen


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
