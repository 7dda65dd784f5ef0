"""Generated outlines: untouched they give no finding, with one wound exactly one, at the wound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generated_outlines import LINES, RUN_IN, Item, Listing, findings, lines, listings
from hypothesis import given, settings
from hypothesis import strategies as st


def renumbered(listing: Listing, change: Callable[[list[Item]], None]) -> Listing:
    items = list(listing.items)
    change(items)
    return replace(listing, items=tuple(items))


@st.composite
def run_in_listings(draw: st.DrawFn) -> Listing:
    """A list within a paragraph."""
    count = draw(st.integers(4, 7))
    said = draw(st.sampled_from((0, count)))
    return Listing(draw(st.sampled_from(RUN_IN)), tuple(Item(n) for n in range(1, count + 1)), said)


by_layer = st.sampled_from((LINES, LINES[1:], LINES[2:])).flatmap(listings)
outlines = st.one_of(by_layer, by_layer, run_in_listings())


@settings(max_examples=60, deadline=None)
@given(outlines)
def test_an_untouched_outline_gives_no_finding(listing: Listing) -> None:
    assert findings(listing) == []


@settings(max_examples=60, deadline=None)
@given(outlines, st.data())
def test_a_deleted_middle_item_is_one_finding_at_the_next(listing: Listing, data: st.DataObject) -> None:
    index = data.draw(st.integers(1, len(listing.items) - 2))
    wounded = renumbered(listing, lambda items: items.pop(index) and None)
    (found,) = findings(wounded)
    assert found.rule == "numbering/skipped-ordinal"
    assert place(wounded, index) == found.span.start


@settings(max_examples=60, deadline=None)
@given(outlines, st.data())
def test_a_duplicated_item_is_one_finding_at_its_twin(listing: Listing, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(listing.items) - 1))
    wounded = renumbered(listing, lambda items: items.insert(index, Item(items[index].value)))
    (found,) = findings(wounded)
    assert found.rule == "numbering/repeated-ordinal"
    assert place(wounded, index + 1) == found.span.start


@settings(max_examples=60, deadline=None)
@given(outlines, st.data())
def test_two_swapped_items_are_one_finding_at_the_first(listing: Listing, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(listing.items) - 2))
    second = data.draw(st.integers(first + 1, len(listing.items) - 1))

    def swap(items: list[Item]) -> None:
        items[first], items[second] = items[second], items[first]

    wounded = renumbered(listing, swap)
    (found,) = findings(wounded)
    assert found.rule == "numbering/reversed-ordinal"
    assert place(wounded, first) == found.span.start
    assert [related.span.start for related in found.related] == [place(wounded, second)]


@settings(max_examples=60, deadline=None)
@given(outlines, st.data())
def test_a_renumbered_item_is_one_finding_there(listing: Listing, data: st.DataObject) -> None:
    index = data.draw(st.integers(1, len(listing.items) - 1))
    value = data.draw(st.integers(2, 12).filter(lambda value: value != index + 1))

    def renumber(items: list[Item]) -> None:
        items[index] = replace(items[index], value=value)

    wounded = renumbered(listing, renumber)
    (found,) = findings(wounded)
    assert place(wounded, index) == found.span.start


@settings(max_examples=60, deadline=None)
@given(outlines.filter(lambda listing: listing.said > 0), st.sampled_from((-1, 1)))
def test_a_changed_count_is_one_finding_at_the_claim(listing: Listing, change: int) -> None:
    wounded = replace(listing, said=listing.said + change)
    (found,) = findings(wounded)
    assert found.rule == "numbering/count-mismatch"
    assert len(found.related) == len(listing.items)


def place(listing: Listing, index: int) -> int:
    """Offset of the ordinal of one item of the outermost list."""
    before = lines(replace(listing, items=listing.items[:index]))
    within = listing.style in RUN_IN
    return len("\n".join(["在会上的讲话", "同志们：", *before])) + (not within)
