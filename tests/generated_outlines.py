"""Outlines made at random: lists in items of lists, each of a lower layer, the lowest run in."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from speechlint.examples import document_of
from speechlint.language.numerals import CIRCLED, to_chinese
from speechlint.linter import lint
from speechlint.model import Document, Finding
from speechlint.rule_file import load_rules

RULES = [rule for rule in load_rules() if rule.family == "numbering" and rule.enabled]
LINES = ("一、{}", "（一）{}", "{}.", "（{}）")
RUN_IN = ("一是", "一要", "第一，", "第一件事，", "其一，", "①")
WORDS = ("夯实基础", "补齐短板", "优化服务", "改进作风", "扩大开放", "守牢底线", "培育人才", "盘活资产", "疏通渠道")


ON_LINES = (*LINES, "一是", "第一，")


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
    """A generated list: its style, the count its lead-in states (0: none), whether 一是 stands on lines of its own."""

    style: str
    items: tuple[Item, ...]
    said: int = 0
    on_lines: bool = False


def run_in(listing: Listing) -> str:
    return "".join(f"{label(listing.style, i.value)}{WORDS[n]}，见到成效。" for n, i in enumerate(listing.items))


def lines(listing: Listing) -> list[str]:
    """The lines of a list; the count it states stands in the line before it."""
    out = [f"要办好{to_chinese(listing.said)}件事。"] if listing.said else []
    if listing.style in RUN_IN and not listing.on_lines:
        return [(out[0] if out else "") + run_in(listing)]
    for number, item in enumerate(listing.items):
        out.append(label(listing.style, item.value) + WORDS[number])
        for child in item.children:
            out += lines(child)
    return out


def draft(listing: Listing) -> Document:
    """A draft around an outline, which begins in its third line."""
    return document_of("\n".join(["在会上的讲话", "同志们：", *lines(listing), "让我们一起努力。"]))


def findings(listing: Listing) -> list[Finding]:
    return lint(draft(listing), RULES)


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


Around = tuple[tuple[str, int], ...]


@st.composite
def mixed_listings(draw: st.DrawFn, depth: int = 2, around: Around = (), least: int = 4) -> Listing:
    """A list of any style with lists of any style in its items, the style of a list around them too.

    Two things are left out. （1） right under 一、 is a fault of its own. And a list in the third item of a list of its
    own style has not three items itself: the fourth that comes then would go on with either.
    """
    styles = [style for style in ON_LINES if (style, around[-1:] and around[-1][0]) != ("（{}）", "一、{}")]
    style = draw(st.sampled_from(styles))
    items = []
    for value in range(1, draw(counts(style, around, least)) + 1):
        here = (*around, (style, value))
        kind = draw(st.sampled_from(("none", "none", "none", "lines", "run-in")))
        children: tuple[Listing, ...] = ()
        if kind == "lines" and depth:
            children = (draw(mixed_listings(depth - 1, here, 2)),)
        elif kind == "run-in":
            inner = draw(st.sampled_from(RUN_IN))
            children = (Listing(inner, tuple(map(Item, range(1, draw(counts(inner, here, 2)) + 1)))),)
        items.append(Item(value, children))
    said = draw(st.sampled_from((0, len(items))))
    return Listing(style, tuple(items), said, on_lines=True)


def counts(style: str, around: Around, least: int) -> st.SearchStrategy[int]:
    taken = {value for other, value in around if other == style}
    return st.integers(least, 7).filter(lambda count: count not in taken)
