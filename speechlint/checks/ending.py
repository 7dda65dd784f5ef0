"""Does a paragraph stop without a full stop, break mid-sentence, or a heading end in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

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

STOPPED = re.compile(r"[。！？!?…：:；;—.][”’」』）)】》\]\s　]*$")
STOP_INSIDE = re.compile(r"[。！？!?]")
ENDS_IN_PROSE = re.compile(r"(?:[一-鿿％%\d]|[一-鿿][”’）》])$")
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
ORDINAL_HEADING = re.compile(
    r"[\s　]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])[^。！？；]{2,40}?([。；，、：]?)$"
)


@kind()
def ending(analysis: Analysis, *, fault: Fault) -> Iterator[Match]:
    """Yield places where paragraphs are parted wrongly.

    An end that is `missing` a stop, a sentence `broken` off, a paragraph whose `start` is a mark, or a `heading` that
    ends in one. Text copied from a page with every link on a line of its own is left alone.
    """
    find = {"missing": missing, "broken": broken, "start": started, "heading": stopped_headings}[fault]
    yield from find(analysis, prose(analysis))


def prose(analysis: Analysis) -> list[Block]:
    """The body's non-empty paragraphs in order."""
    document = analysis.document
    body = (BlockKind.BODY, BlockKind.HEADING)
    return [block for block in document.blocks if block.kind in body and document.text_of(block).strip()]


def missing(analysis: Analysis, paragraphs: Sequence[Block]) -> Iterator[Match]:
    texts = [analysis.document.text_of(block).rstrip() for block in paragraphs]
    long = [number for number, text in enumerate(texts) if len(text.strip()) >= LONG]
    stopped = sum(bool(STOPPED.search(texts[number])) for number in long)
    # The other paragraphs must show that this draft does end its paragraphs in stops.
    if not stopped:
        return
    for number in long:
        text = texts[number]
        if STOPPED.search(text) or not ENDS_IN_PROSE.search(text) or not STOP_INSIDE.search(text):
            continue
        if stopped >= 0.8 * (len(long) - 1) and neighbours_stop(texts, number) and not is_torn(texts, number):
            end = paragraphs[number].span.start + len(text)
            yield Match(Span(last_clause(text) + paragraphs[number].span.start, end))


def is_torn(texts: Sequence[str], number: int) -> bool:
    """Whether the text goes on below: a copied link stands on a line of its own, or only invisible characters do."""
    after = texts[number + 1 : number + 3]
    if any(STARTS_IN_MARK.match(text) for text in after) or SOURCE_LINE.search(texts[number]):
        return True
    return (
        bool(after) and len(after[0].strip()) < LONG and not STOPPED.search(after[0]) and not NEW_ITEM.match(after[0])
    )


def neighbours_stop(texts: Sequence[str], number: int) -> bool:
    """Whether the nearest paragraphs of prose on both sides end in a stop (a draft's edge counts as one)."""
    return all(
        bool(STOPPED.search(text))
        for text in (nearest_prose(reversed(texts[:number])), nearest_prose(iter(texts[number + 1 :])))
        if text
    )


def nearest_prose(texts: Iterator[str]) -> str:
    return next((text for text in texts if STOP_INSIDE.search(text) or len(text) >= LONG), "")


def last_clause(text: str) -> int:
    """Offset of the clause the paragraph ends in."""
    return max(text.rfind(mark) for mark in "，。；：！？,;:!?") + 1


def broken(analysis: Analysis, paragraphs: Sequence[Block]) -> Iterator[Match]:
    document = analysis.document
    for block, after in pairwise(paragraphs):
        text, following = document.text_of(block).rstrip(), document.text_of(after)
        if len(text.strip()) < LONGER_THAN_VERSE or NEW_ITEM.match(following):
            continue
        if ENDS_OPEN.search(text) or (ENDS_IN_SEMICOLON.search(text) and CARRIES_ON.match(following)):
            end = block.span.start + len(text)
            start = block.span.start + last_clause(text[:-1])
            yield Match(Span(start, end), related=(Clue(head(document.text_of(after), after.span.start)),))


def head(text: str, start: int) -> Span:
    """The first few characters of a paragraph."""
    lead = len(text) - len(text.lstrip())
    return Span(start + lead, start + min(len(text), lead + 10))


def started(analysis: Analysis, paragraphs: Sequence[Block]) -> Iterator[Match]:
    texts = [analysis.document.text_of(block).rstrip() for block in paragraphs]
    for number in range(1, len(texts)):
        found = STARTS_IN_MARK.match(texts[number])
        before = texts[number - 1]
        if not found or found[1] not in "，。、；：？！" or not ENDS_IN_PROSE.search(before):
            continue
        # A link on a line of its own leaves three pieces: the text before it breaks off as well.
        piece = number > 1 and not STOPPED.search(texts[number - 2]) and not NEW_ITEM.match(texts[number - 2])
        if len(before.strip()) >= SHORTEST and not piece:
            yield Match(
                Span(paragraphs[number].span.start + found.start(1), paragraphs[number].span.start + found.end(1))
            )


def stopped_headings(analysis: Analysis, paragraphs: Sequence[Block]) -> Iterator[Match]:
    bare: list[Block] = []
    stopped: list[Span] = []
    for block, after in pairwise(paragraphs):
        text = analysis.document.text_of(block).rstrip()
        found = ORDINAL_HEADING.fullmatch(text)
        if not found or len(analysis.document.text_of(after)) <= LONG:
            continue
        if found[1]:
            stopped.append(Span(block.span.start + found.start(1), block.span.start + found.end(1)))
        else:
            bare.append(block)
    # Headings that all end in a full stop are a style of their own.
    if len(stopped) <= len(bare) or len(stopped) == 1:
        yield from (Match(span, better="") for span in stopped)
