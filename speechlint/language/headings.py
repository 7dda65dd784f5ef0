"""Headings without a number: marked as such (Word styles and outline levels, # in Markdown), or plainly set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from speechlint.language.blocks import BLANKS, in_blocks
from speechlint.language.contents import CONTENTS
from speechlint.language.heads import OWN_LINE
from speechlint.language.ordinals import Ordinal, Standing, Style
from speechlint.model import Block, BlockKind, Document, Span

# A paragraph of prose set in a heading style is no heading.
LONGEST = 40
HEADING = Style("标题", "", 0, Standing.LINE)
MARGIN = re.compile(r"[\s　\u200b#>*]*")
TAIL = "*# \t\u3000\u200b"
# In plain text only a line of words can be one, followed by a paragraph of prose.
WORDS = re.compile(r"[“《]?[\u4e00-\u9fff][\u4e00-\u9fff“”、《》0-9A-Za-z·—（） 　]{2,21}")
NO_WORDS = re.compile(
    r"\d{4}|附件|目录|落款|谢谢|[　 ]{2}|^(?:记者|作者|来源|编辑|责编|供稿|通讯员|主讲|讲话人|时间|地点|日期|出席|参加)"
)
SHORT = re.compile(rf"\n[{BLANKS}　\u200b#>*]*(?=[“《\u4e00-\u9fff]){WORDS.pattern}[{TAIL}]*$", re.MULTILINE)
STOPS, CLOSERS = ("。", "！", "？", "!", "?", "…"), "”’）)"
SHORTEST_PROSE, LIKE = 25, 2.0


class Line(NamedTuple):
    """A block with words: its 0-based number, its text without margins, and where that begins."""

    number: int
    block: Block
    text: str
    start: int


def headings(document: Document, listed: Container[int], numbered: Container[int]) -> tuple[Ordinal, ...]:
    """The headings without a number, in order; `listed` are the blocks of the contents, `numbered` those of ordinals.

    Each is an ordinal without a label; the list it joins gives it its value.
    """
    marked = tuple(marked_lines(document, listed))
    lines = without_title(marked) if marked else set_apart(document, listed, numbered)
    return tuple(heading(line) for line in lines if line.number not in numbered)


def heading(line: Line) -> Ordinal:
    at = line.start
    return Ordinal(Span(at, at), HEADING, str(line.block.level), 1, Standing.LINE, line.number, line.block.level)


def marked_lines(document: Document, listed: Container[int]) -> Iterator[Line]:
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING and block.level is not None and index not in listed:
            line = line_of(document, index)
            if 0 < len(line.text) <= LONGEST and not line.text.endswith("。") and not CONTENTS.match(line.text):
                yield line


def without_title(lines: Sequence[Line]) -> Sequence[Line]:
    """The headings below the title: a first one above all others is the title."""
    levels = [line.block.level or 0 for line in lines]
    return lines[1:] if levels.count(min(levels)) == 1 and levels[0] == min(levels) else lines


def set_apart(document: Document, listed: Container[int], numbered: Container[int]) -> Sequence[Line]:
    """Short lines of words that stand alone among paragraphs, two or more of one shape; else none."""
    short = (
        line_of(document, index) for index in short_lines(document) if index not in listed and index not in numbered
    )
    likely = [line for line in short if WORDS.fullmatch(line.text) and stands_alone(document, line, numbered)]
    usual = sorted(len(line.text) for line in likely)[len(likely) // 2] if likely else 0
    times = Counter(line.text for line in likely)
    alike = [line for line in likely if times[line.text] == 1 and usual / LIKE <= len(line.text) <= usual * LIKE]
    return alike if len(alike) > 1 else ()


def short_lines(document: Document) -> Iterator[int]:
    """The 0-based index of each line of plain text that may hold a few words and nothing else."""
    for index, _ in in_blocks(document, SHORT.finditer(document.text), len("\n")):
        if document.blocks[index].kind is BlockKind.BODY:
            yield index


def stands_alone(document: Document, line: Line, numbered: Container[int]) -> bool:
    before = neighbour(document, line.number, -1)
    if before is None or not (before.text.endswith(("：", ":")) or is_prose(before.text)):
        return False
    after = neighbour(document, line.number, 1)
    if after is None or not (after.number in numbered or is_prose(after.text)):
        return False
    return not (NO_WORDS.search(line.text) or OWN_LINE.search(line.text))


def neighbour(document: Document, index: int, step: int) -> Line | None:
    """The next line with words before or after a block."""
    index += step
    while 0 <= index < len(document.blocks):
        line = line_of(document, index)
        if line.text:
            return line
        index += step
    return None


def is_prose(text: str) -> bool:
    return len(text) >= SHORTEST_PROSE and text.rstrip(CLOSERS).endswith(STOPS)


def line_of(document: Document, index: int) -> Line:
    block = document.blocks[index]
    text = document.text_of(block)
    margin = MARGIN.match(text)
    begin = margin.end() if margin else 0
    return Line(index, block, text[begin:].rstrip(TAIL), block.span.start + begin)
