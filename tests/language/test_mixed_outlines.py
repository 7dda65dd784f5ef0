"""Outlines of any depth and mix of styles, inner lists in the style of outer ones: one wound, one finding, there."""

from __future__ import annotations

from dataclasses import replace

from generated_outlines import LINES, RULES, Listing, draft, findings, mixed_listings
from hypothesis import assume, given, settings
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
    wounded_line,
)

from speechlint.linter import lint

Wound = tuple[Listing, Path, Listing]
# A count announced before the list is tested apart: with it, a list that is cut short is told at the count.
SILENT_COUNTS = settings(max_examples=60, deadline=None)


def quiet(listing: Listing) -> Listing:
    """The same outline without stated counts."""
    items = tuple(replace(item, children=tuple(map(quiet, item.children))) for item in listing.items)
    return replace(listing, items=items, said=0)


def along(whole: Listing, path: Path) -> list[tuple[Listing, int]]:
    """The lists around the one at `path`, each with the number of the item it lies in."""
    found = []
    for index, number in path:
        found.append((whole, index + 1))
        whole = whole.items[index].children[number]
    return found


def mistakable(whole: Listing, path: Path, wounded: Listing) -> bool:
    """Whether the draft reads as well another way: a wrong ordinal is one that a list of its style waits for.

    一、二、[一、二、] with the last 二 written as 三: the third item of the outer list. The same where a list of its
    style lies between the ordinals that are wrong, for its own count stands beside theirs.
    """
    wrong = [n for n, item in enumerate(wounded.items) if item.value != n + 1]
    values = {wounded.items[n].value for n in wrong} | {n + 1 for n in wrong}
    for around, number in along(whole, path):
        if alike(around, wounded) and values & {number, number + 1}:
            return True
    before, after = max(min(wrong, default=0) - 1, 0), max(wrong, default=0)
    for index, item in enumerate(wounded.items):
        for one in (inner for child in item.children for _, inner in listings_of(child)):
            if alike(one, wounded) and (before <= index <= after or len(one.items) + 1 in values):
                return True
    return False


def alike(one: Listing, other: Listing) -> bool:
    """Whether two lists count in one style; 二要 may go on from 一是, as a fault of style."""
    return one.style == other.style or {one.style, other.style} == {"一是", "一要"}


@st.composite
def wounds(draw: st.DrawFn, least: int) -> Wound:
    whole = quiet(draw(mixed_listings()))
    fit = [(path, one) for path, one in listings_of(whole) if len(one.items) >= least]
    path, chosen = draw(st.sampled_from(fit[::-1]))
    return whole, path, chosen


def told_of(wound: Wound, wounded: Listing) -> list[str]:
    whole, path, _ = wound
    assume(not mistakable(whole, path, wounded))
    return told(whole, changed(whole, path, lambda _: wounded))


@SILENT_COUNTS
@given(mixed_listings())
def test_an_untouched_outline_gives_no_finding(listing: Listing) -> None:
    assert findings(listing) == []


@SILENT_COUNTS
@given(wounds(4), st.data())
def test_a_middle_item_deleted(wound: Wound, data: st.DataObject) -> None:
    index = data.draw(st.integers(1, len(wound[2].items) - 2))
    assert told_of(wound, without(wound[2], index)) == [SKIPPED]


@SILENT_COUNTS
@given(wounds(3))
def test_a_first_item_deleted(wound: Wound) -> None:
    """① may be a note, and 二、 inside （三） or 3. may go on with a list around: neither need have a first item."""
    whole, path, chosen = wound
    layers = [LINES.index(one.style) for one, _ in along(whole, path) if one.style in LINES]
    higher = chosen.style in LINES and any(layer > LINES.index(chosen.style) for layer in layers)
    assume(not higher and chosen.style != "①")
    assert told_of(wound, without(chosen, 0)) == [HEADLESS]


@SILENT_COUNTS
@given(wounds(3), st.data())
def test_an_item_doubled(wound: Wound, data: st.DataObject) -> None:
    """A first item that holds lists of its own may be an item by itself, with a list of its style inside."""
    index = data.draw(st.integers(0, len(wound[2].items) - 1))
    assume(index or not wound[2].items[0].children)
    assert told_of(wound, twice(wound[2], index)) == [REPEATED]


@SILENT_COUNTS
@given(wounds(4), st.data())
def test_two_items_swapped(wound: Wound, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(wound[2].items) - 2))
    assert told_of(wound, swapped(wound[2], index)) == [REVERSED]


@SILENT_COUNTS
@given(wounds(4), st.data())
def test_an_item_renumbered(wound: Wound, data: st.DataObject) -> None:
    index = data.draw(st.integers(1, len(wound[2].items) - 1))
    value = data.draw(st.integers(2, 12).filter(lambda value: value != index + 1))
    items = list(wound[2].items)
    items[index] = replace(items[index], value=value)
    assert len(told_of(wound, replace(wound[2], items=tuple(items)))) == 1


@SILENT_COUNTS
@given(wounds(2), st.sampled_from((-1, 1)))
def test_a_count_changed(wound: Wound, change: int) -> None:
    whole, path, chosen = wound
    said = len(chosen.items) + change
    assume(said >= 2)
    assert told(whole, changed(whole, path, lambda one: replace(one, said=said))) == [COUNT]


@SILENT_COUNTS
@given(wounds(3))
def test_a_last_item_deleted_shows_through_its_count_alone(wound: Wound) -> None:
    """Without its last item a list still counts in order, so only the count announced before it can tell."""
    whole, path, chosen = wound
    short = replace(chosen, items=chosen.items[:-1])
    assume(not waited_for(whole, path, chosen))
    assert lint(draft(changed(whole, path, lambda _: short)), RULES) == []
    announced = changed(whole, path, lambda _: replace(chosen, said=len(chosen.items)))
    wounded = changed(whole, path, lambda _: replace(short, said=len(chosen.items)))
    (found,) = lint(draft(wounded), RULES)
    assert found.rule.endswith(COUNT)
    place = draft(wounded).position(found.span.start).line
    line = next(n for n, text in enumerate(draft(wounded).text.split("\n"), 1) if text.startswith("要办好"))
    assert place == line < wounded_line(announced, wounded) + 1


def waited_for(whole: Listing, path: Path, chosen: Listing) -> bool:
    """Whether a list of the same style around goes on with the very number that was cut off."""
    return any(one.style == chosen.style and number + 1 == len(chosen.items) for one, number in along(whole, path))
