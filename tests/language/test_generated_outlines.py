"""Generated outlines: untouched they give no finding, with one wound exactly one, at the wound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.examples import document_of
from speechlint.language.numerals import CIRCLED, to_chinese
from speechlint.linter import lint
from speechlint.model import Finding
from speechlint.ruleset import load_rules

RULES = [rule for rule in load_rules() if rule.family == "numbering" and rule.enabled]
LINES = ("一、{}", "（一）{}", "{}.", "（{}）")
RUN_IN = ("一是", "一要", "第一，", "第一件事，", "其一，", "①")
WORDS = ("夯实基础", "补齐短板", "优化服务", "改进作风", "扩大开放", "守牢底线", "培育人才", "盘活资产", "疏通渠道")


def label(style: str, value: int) -> str:
    if style == "①":
        return CIRCLED[value - 1]
    if style in ("{}.", "（{}）"):
        return style.format(value)
    return style.replace("一", to_chinese(value), 1).format("")


@dataclass(frozen=True)
class Item:
    """One item of a generated list; `value` is what its ordinal says."""

    value: int
    children: tuple[Listing, ...] = ()


@dataclass(frozen=True)
class Listing:
    """A generated list: its style, and the count its lead-in states (0: none)."""

    style: str
    items: tuple[Item, ...]
    said: int = 0


def run_in(listing: Listing) -> str:
    return "".join(f"{label(listing.style, i.value)}{WORDS[n]}，见到成效。" for n, i in enumerate(listing.items))


def lines(listing: Listing) -> list[str]:
    """The lines of a list; the count it states stands in the line before it."""
    out = [f"要办好{to_chinese(listing.said)}件事。"] if listing.said else []
    if listing.style in RUN_IN:
        return [(out[0] if out else "") + run_in(listing)]
    for number, item in enumerate(listing.items):
        out.append(label(listing.style, item.value) + WORDS[number])
        for child in item.children:
            out += lines(child)
    return out


def findings(listing: Listing) -> list[Finding]:
    return lint(document_of("\n".join(["在会上的讲话", "同志们：", *lines(listing), "让我们一起努力。"])), RULES)


@st.composite
def listings(draw: st.DrawFn, styles: tuple[str, ...] = LINES, least: int = 4) -> Listing:
    """A list with lists in some of its items, each of a lower layer, the lowest run in."""
    style = styles[0]
    count = draw(st.integers(least, 7))
    said = count if draw(st.booleans()) else 0
    items = []
    for value in range(1, count + 1):
        children: tuple[Listing, ...] = ()
        if len(styles) > 1 and draw(st.integers(0, 3)) == 0:
            children = (draw(listings(styles[1:], 2)),)
        elif draw(st.integers(0, 3)) == 0:
            inner = draw(st.integers(2, 5))
            kind = draw(st.sampled_from(RUN_IN))
            children = (Listing(kind, tuple(Item(n) for n in range(1, inner + 1)), draw(st.sampled_from((0, inner)))),)
        items.append(Item(value, children))
    return Listing(style, tuple(items), said)


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
