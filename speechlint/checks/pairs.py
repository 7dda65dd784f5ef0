"""Are quotes, brackets and book-title marks balanced, nested by the rules and of one width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.checks.width import is_mostly_half
from speechlint.language.analysis import Analysis
from speechlint.language.marks import APOSTROPHE, MARKS, follow_one_another, nest, own_marks, skeleton
from speechlint.model import BlockKind, Document, Span

Fault = Literal["unmatched", "nested", "mixed"]

# How many non-empty paragraphs a quotation may run on for: quoted speeches span several, a typist's slip does not.
REACH = 12

# “1)” and “a）” number an item and open nothing.
ITEM_NUMBER = re.compile(
    r"(?:^|(?<=[\s　。；;，,：:、]))(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[)）]"
)
WIDEST_NUMBER = 4


ROUND_BRACKET = re.compile("[（()）]")


class Mark(NamedTuple):
    """One opening or closing mark and the ordinal of its non-empty paragraph.

    `leads` says that it is the paragraph's first character, `ends` that nothing but a stop follows it,
    `introduced` that it opens a speech: it leads or follows a colon.
    """

    at: int
    opens: bool
    paragraph: int
    leads: bool
    ends: bool
    introduced: bool


class Pair(NamedTuple):
    """An opening and a closing mark that belong together; `depth` counts the pairs of the same kind around it."""

    start: int
    end: int
    depth: int


@kind("mark")
def pairs(
    analysis: Analysis,
    *,
    opens: str,
    closes: str,
    fault: Fault = "unmatched",
    inner: str = "",
    unless: re.Pattern[str] | None = None,
    aside: re.Pattern[str] | None = None,
) -> Iterator[Match]:
    """Yield marks without a partner, pairs inside a pair of the same kind, or pairs of two widths.

    Every character of `opens` may be closed by every character of `closes`; `inner` are the two marks a nested pair
    should have; marks inside `unless` are left out. Of a pair of two widths the mark unlike most of the draft's is the
    wrong one; a pair that `aside` matches, an item's number, does not count for that and closes as it opens. For this
    `opens` and `closes` name the full-width mark first. Source: GB/T 15834—2011, 4.8, 4.9, 4.15.
    """
    document = analysis.document
    if nothing_astray(analysis, fault, opens, closes, unless):
        return
    matched, lonely = match_up(list(marks(analysis, opens, closes, unless)))
    if fault == "unmatched":
        for at in sorted(lonely):
            yield Match(Span(at, at + 1), {"mark": document.text[at]})
    elif fault == "nested":
        yield from nested(document, matched, inner)
    else:
        yield from mixed(analysis, matched, opens, closes, aside)


def nothing_astray(analysis: Analysis, fault: Fault, opens: str, closes: str, unless: re.Pattern[str] | None) -> bool:
    """Whether it can be seen from the marks alone, in their order, that each has its partner."""
    if not MARKS.issuperset(opens + closes):
        return False
    own = own_marks(analysis.once(skeleton), opens, closes)
    if not own:
        return True
    apostrophes = "’" in own and APOSTROPHE.search(analysis.text)
    return (
        not apostrophes
        and in_order(analysis, own, fault, opens, closes)
        and (unless is None or not any(analysis.scan.matches(unless)))
    )


def in_order(analysis: Analysis, own: str, fault: Fault, opens: str, closes: str) -> bool:
    if follow_one_another(own, opens, closes, 0):
        return True
    # On one line a number’s bracket closes the one opened before it; otherwise it may close none.
    if not {*")）"}.isdisjoint(closes) and analysis.once(has_item_numbers):
        return False
    return follow_one_another(own, opens, closes, REACH) or (fault != "nested" and nest(own, opens, closes))


def has_item_numbers(analysis: Analysis) -> bool:
    brackets = re.finditer("[)）]", analysis.text)
    return any(
        ITEM_NUMBER.search(analysis.text, max(0, found.start() - WIDEST_NUMBER), found.end()) for found in brackets
    )


def marks(analysis: Analysis, opens: str, closes: str, unless: re.Pattern[str] | None) -> Iterator[Mark]:
    """Every mark in reading order; one in an item's number, or an apostrophe, is none."""
    either = any_of(opens + closes)
    for block in analysis.scan.blocks(either):
        text = analysis.document.text_of(block)
        here = [*either.finditer(text)]
        if not here or block.kind is BlockKind.WATERMARK:
            continue
        left_out = set(unpaired(text, opens + closes, unless))
        paragraph = Paragraph(text, block.span.start, analysis.ordinal_of(block))
        for found in here:
            if found.start() not in left_out:
                yield paragraph.mark_at(found.start(), found.group() in opens)


@cache
def any_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(characters)}]")


def unpaired(text: str, characters: str, unless: re.Pattern[str] | None) -> Iterator[int]:
    """Where characters stand that open and close nothing."""
    if ")" in characters or "）" in characters:
        yield from item_number_brackets(text)
    if "’" in characters:
        apostrophes = (found.start() for found in APOSTROPHE.finditer(text))
        yield from (at for at in apostrophes if not closes_here(text, at))
    for other in unless.finditer(text) if unless else ():
        yield from range(*other.span())


def closes_here(text: str, at: int) -> bool:
    """Whether a mark before a digit closes a quotation that the same paragraph opened: ‘双减’20问."""
    return text[at + 1].isdigit() and text.rfind("‘", 0, at) > text.rfind("’", 0, at)


def item_number_brackets(text: str) -> Iterator[int]:
    """Where the bracket of an item's number “1）” stands; one that closes a bracket still open is none.

    “（见表1、2）” is a pair; in “（包括：1）甲；2）乙）” a later bracket closes the first.
    """
    numbers = {number.end() - 1 for number in ITEM_NUMBER.finditer(text)}
    brackets = list(ROUND_BRACKET.finditer(text)) if numbers else []
    waiting = 0
    for bracket, closed in zip(brackets, closed_later(brackets, numbers), strict=True):
        at = bracket.start()
        if bracket.group() in "（(":
            waiting += 1
        elif at not in numbers or (waiting and not closed):
            waiting = max(0, waiting - 1)
        else:
            yield at


def closed_later(brackets: list[re.Match[str]], numbers: set[int]) -> list[bool]:
    """For each bracket, whether the next one that numbers no item is a closing one."""
    closed: list[bool] = []
    closes = False
    for bracket in reversed(brackets):
        closed.append(closes)
        if bracket.start() not in numbers:
            closes = bracket.group() in "）)"
    return closed[::-1]


class Paragraph:
    """A non-empty paragraph, its offset and its ordinal: what tells how its marks stand in it."""

    def __init__(self, text: str, offset: int, ordinal: int) -> None:
        self._text, self._offset, self._ordinal = text, offset, ordinal
        self._first = len(text) - len(text.lstrip())
        self._last = len(text.rstrip("。！？!?.； \u3000"))

    def mark_at(self, at: int, opens: bool) -> Mark:
        before = at
        while before > self._first and self._text[before - 1].isspace():
            before -= 1
        introduced = before <= self._first or self._text[before - 1] in "：:"
        return Mark(self._offset + at, opens, self._ordinal, at <= self._first, at + 1 >= self._last, introduced)


def match_up(found: list[Mark]) -> tuple[list[Pair], set[int]]:
    """Pairs, and offsets of marks left alone; a quotation may open in one paragraph and close in a later one.

    Each paragraph of a long quotation may begin with the mark again; only the last one ends with it.
    """
    matched: list[Pair] = []
    waiting: list[Mark] = []
    lonely: set[int] = set()
    for group in by_paragraph(found):
        while waiting and group[0].paragraph - waiting[-1].paragraph > REACH:
            lonely.add(waiting.pop().at)
        loose = match_paragraph(group, matched)
        if waiting and waiting[-1].introduced and group[0].opens and group[0].leads:
            carry_on(group, loose, waiting)
        for mark in loose:
            if mark.opens:
                waiting.append(mark)
            elif waiting:
                matched.append(Pair(waiting.pop().at, mark.at, 0))
            else:
                lonely.add(mark.at)
    return matched, lonely | {mark.at for mark in waiting}


def carry_on(group: list[Mark], loose: list[Mark], waiting: list[Mark]) -> None:
    """Take a repeated opening mark out of the reckoning: it continues, or with its partner ends, the quotation."""
    if group[0] in loose:
        loose.remove(group[0])
        waiting[-1] = waiting[-1]._replace(paragraph=group[0].paragraph)
    elif not loose and group[-1].ends and not group[-1].opens:
        waiting.pop()


def by_paragraph(found: list[Mark]) -> Iterator[list[Mark]]:
    group: list[Mark] = []
    for mark in found:
        if group and group[-1].paragraph != mark.paragraph:
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def match_paragraph(group: list[Mark], matched: list[Pair]) -> list[Mark]:
    """Pair what pairs within one paragraph; return the marks left over, in reading order."""
    stack: list[Mark] = []
    loose: list[Mark] = []
    inside: list[tuple[Mark, Mark, int]] = []
    for mark in group:
        if mark.opens:
            stack.append(mark)
        elif stack:
            inside.append((stack.pop(), mark, len(stack)))
        else:
            loose.append(mark)
    # With a mark left open the depth says nothing: “甲“乙” is one mark too many, not a pair in a pair.
    depth = 0 if stack or loose else 1
    matched += [Pair(start.at, end.at, level * depth) for start, end, level in inside]
    return sorted(loose + stack, key=lambda mark: mark.at)


def nested(document: Document, matched: list[Pair], inner: str) -> Iterator[Match]:
    for pair in matched:
        if pair.depth == 1:
            span = Span(pair.start, pair.end + 1)
            better = inner[0] + document.text[pair.start + 1 : pair.end] + inner[1] if inner else None
            yield Match(span, {"mark": document.text[pair.start]}, better)


def mixed(
    analysis: Analysis, matched: list[Pair], opens: str, closes: str, aside: re.Pattern[str] | None
) -> Iterator[Match]:
    text = analysis.text
    unlike = [pair for pair in matched if opens.index(text[pair.start]) != closes.index(text[pair.end])]
    full, half = opens[0] + closes[0], opens[1] + closes[1]
    wrong = full if unlike and is_mostly_half(analysis, half, full, aside) else half
    for pair in unlike:
        follows = aside and aside.match(text, pair.start, pair.end + 1)
        at, other = (pair.start, pair.end) if text[pair.start] in wrong and not follows else (pair.end, pair.start)
        pattern = half if text[other] in half else full
        better = pattern[0 if at == pair.start else 1]
        yield Match(Span(at, at + 1), {"mark": text[other]}, better, related=(Clue(Span(other, other + 1)),))
