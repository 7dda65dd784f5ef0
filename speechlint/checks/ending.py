"""Does a paragraph stop without a full stop, break mid-sentence, or a heading end in one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Block, BlockKind, Span

Fault = Literal["missing", "broken", "start", "heading"]

# A paragraph this long is prose, not a heading, a name or a caption.
LONG = 40
# A line of verse or of a list is shorter than this even when it ends in a comma.
LONGER_THAN_VERSE = 30
# Less than this before the break is a label.
SHORTEST = 10
# So much of the next paragraph shows how it goes on.
HEAD = 10

STOPS = frozenset("。！？!?…：:；;—.")
# What may follow a stop: closing marks, and all that Unicode calls white space.
SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x20\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
AFTER_STOP = f"”’」』）)】》]{SPACES}"
# “……掌声。（据新华社电）”: what stands in brackets after the stop tells where the words come from.
STOPPED_BEFORE_SOURCE = re.compile(r"[。！？!?…][”’]?(?:[（(][^（）()\n]*[）)]){1,3}$")
STOP_INSIDE = re.compile(r"[。！？!?]")
ENDS_IN_PROSE = re.compile(r"(?:[一-鿿％%\d]|[一-鿿][”’）》])$")
LEFT_OPEN = frozenset("，,、；;")
ENDS_OPEN = re.compile(r"[一-鿿”’）》％%\d][，,、]$")
STARTS_IN_MARK = re.compile(r"[\s　]*([，。、；：？！）》”\[\]])")
# “（记者 某某）《某报》2020年5月19日 01版”
SOURCE_LINE = re.compile(r"(?:版|电|讯|摄|报)[）)]?$")
ENDS_IN_SEMICOLON = re.compile(r"[；;]$")
# Words that can only carry a sentence on: a paragraph that opens with one was cut off from the one before.
CARRIES_ON = re.compile(r"[\s　]*(?:就会|就能|就是要|才能|才会|从而|进而|以致|以至于|并且|而且|但是|使得|导致)")
NEW_ITEM = re.compile(
    r"[\s　]*(?:[（(]?[一二三四五六七八九十百\d]{1,4}[)）、.．，]|第[一二三四五六七八九十百\d]"
    r"|[一二三四五六七八九十][是要]|[①-⑳●■◆·—-])"
)
ITEM = re.compile(r"[\s　]*(?:[一二三四五六七八九十]{1,3}(?P<comma>、)|[（(][一二三四五六七八九十]{1,3}[)）])")
ITEM_HEADING = re.compile(rf"{ITEM.pattern}[^。！？；]{{2,40}}?(?P<stop>[。；，、：]?)$")


class Paragraphs(NamedTuple):
    """The body's non-empty paragraphs in order, and their texts without the space at their ends."""

    blocks: list[Block]
    texts: list[str]


@kind()
def ending(analysis: Analysis, *, fault: Fault) -> Iterator[Match]:
    """Yield places where paragraphs are parted wrongly.

    An end that is `missing` a stop, a sentence `broken` off, a paragraph whose `start` is a mark, or a `heading` that
    ends in one. Text copied from a page with every link on a line of its own is left alone.
    """
    find = {"missing": missing, "broken": broken, "start": started, "heading": stopped_headings}[fault]
    paragraphs = analysis.once(prose)
    yield from find(paragraphs.blocks, paragraphs.texts)


def prose(analysis: Analysis) -> Paragraphs:
    text, paragraphs = analysis.text, Paragraphs([], [])
    for block in analysis.document.blocks:
        if block.kind is BlockKind.BODY or block.kind is BlockKind.HEADING:
            line = text[block.span.start : block.span.end].rstrip()
            if line:
                paragraphs.blocks.append(block)
                paragraphs.texts.append(line)
    return paragraphs


def missing(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Match]:
    long = [number for number, text in enumerate(texts) if len(text) >= LONG and len(text.lstrip()) >= LONG]
    unstopped = [number for number in long if not is_stopped(texts[number])]
    stopped = len(long) - len(unstopped)
    # The other paragraphs must show that this draft does end its paragraphs in stops.
    if not stopped or stopped < 0.8 * (len(long) - 1):
        return
    for number in unstopped:
        text = texts[number]
        if not ENDS_IN_PROSE.search(text) or not STOP_INSIDE.search(text):
            continue
        if neighbours_stop(texts, number) and not is_torn(texts, number):
            start = blocks[number].span.start
            yield Match(Span(last_clause(text) + start, start + len(text)))


def is_stopped(text: str) -> bool:
    """Whether a text ends in a stop, with or without closing marks behind it."""
    return text.rstrip(AFTER_STOP)[-1:] in STOPS or STOPPED_BEFORE_SOURCE.search(text.rstrip()) is not None


def is_torn(texts: Sequence[str], number: int) -> bool:
    """Whether the text goes on below: a copied link stands on a line of its own, or only invisible characters do."""
    after = texts[number + 1 : number + 3]
    if any(STARTS_IN_MARK.match(text) for text in after) or SOURCE_LINE.search(texts[number]):
        return True
    return bool(after) and len(after[0].strip()) < LONG and not is_stopped(after[0]) and not NEW_ITEM.match(after[0])


def neighbours_stop(texts: Sequence[str], number: int) -> bool:
    """Whether the nearest paragraphs of prose on both sides end in a stop (a draft's edge counts as one)."""
    return all(
        is_stopped(text)
        for text in (nearest_prose(reversed(texts[:number])), nearest_prose(iter(texts[number + 1 :])))
        if text
    )


def nearest_prose(texts: Iterator[str]) -> str:
    return next((text for text in texts if STOP_INSIDE.search(text) or len(text) >= LONG), "")


def last_clause(text: str) -> int:
    """Offset of the clause the paragraph ends in."""
    return max(text.rfind(mark) for mark in "，。；：！？,;:!?") + 1


def broken(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Match]:
    for number, (text, following) in enumerate(pairwise(texts)):
        if text[-1] not in LEFT_OPEN or len(text.strip()) < LONGER_THAN_VERSE or NEW_ITEM.match(following):
            continue
        if ENDS_OPEN.search(text) or (ENDS_IN_SEMICOLON.search(text) and CARRIES_ON.match(following)):
            start = blocks[number].span.start
            clause = Span(start + last_clause(text[:-1]), start + len(text))
            yield Match(clause, related=(Clue(head(following, blocks[number + 1].span)),))


def head(text: str, span: Span) -> Span:
    """The first few characters of a paragraph."""
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, min(start + HEAD, span.end))


def started(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Match]:
    for number in range(1, len(texts)):
        found = STARTS_IN_MARK.match(texts[number])
        before = texts[number - 1]
        if not found or found[1] not in "，。、；：？！" or not ENDS_IN_PROSE.search(before):
            continue
        # A link on a line of its own leaves three pieces: the text before it breaks off as well.
        piece = number > 1 and not is_stopped(texts[number - 2]) and not NEW_ITEM.match(texts[number - 2])
        if len(before.strip()) >= SHORTEST and not piece:
            start = blocks[number].span.start
            yield Match(Span(start + found.start(1), start + found.end(1)))


def stopped_headings(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Match]:
    items = [(at, found["comma"]) for at, text in enumerate(texts) if (found := ITEM.match(text))]
    level = dict(items)
    stopped = Counter(form for at, form in items if texts[at][-1] in STOPS or texts[at][-1] in LEFT_OPEN)
    for at, form in items:
        found = ITEM_HEADING.fullmatch(texts[at])
        if not found or not found["stop"] or at + 1 == len(texts) or len(blocks[at + 1].span) <= LONG:
            continue
        # Items that mostly end in a stop are sentences, or headings in a style of their own; so is one before the next.
        alone = stopped[form] == 1 or 2 * stopped[form] <= sum(other == form for _, other in items)
        if alone and level.get(at + 1, at) != form:
            start = blocks[at].span.start
            yield Match(Span(start + found.start("stop"), start + found.end("stop")), better="")
