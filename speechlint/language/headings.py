"""Headings without a number: marked as such (Word styles and outline levels, # in Markdown), or plainly set apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from speechlint.language.contents import CONTENTS, contents
from speechlint.language.heads import OWN_LINE, is_title
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
SENTENCE = re.compile(r"[。！？!?…][”’）)]*$")
SHORTEST_PROSE, LIKE = 25, 2.0


@dataclass(frozen=True, slots=True)
class Line:
    """A block with words: its 0-based index, its text without margins, and where that begins."""

    index: int
    block: Block
    text: str
    start: int


def headings(document: Document, numbered: Collection[int]) -> tuple[Ordinal, ...]:
    """The headings without a number, in order; `numbered` are the blocks that begin with an ordinal.

    Each is an ordinal without a label; the list it joins gives it its value.
    """
    marked = tuple(marked_lines(document))
    lines = without_title(marked) if marked else set_apart(document, numbered)
    return tuple(heading(line) for line in lines if line.index not in numbered)


def heading(line: Line) -> Ordinal:
    at = line.start
    return Ordinal(Span(at, at), HEADING, str(line.block.level), 1, Standing.LINE, line.index, line.block.level)


def marked_lines(document: Document) -> Iterator[Line]:
    listed = set(contents(document))
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING and block.level is not None and index not in listed:
            line = line_of(document, index)
            if 0 < len(line.text) <= LONGEST and not line.text.endswith("。") and not CONTENTS.match(line.text):
                yield line


def without_title(lines: Sequence[Line]) -> Sequence[Line]:
    """The headings below the title: a first one above all others is the title."""
    levels = [line.block.level or 0 for line in lines]
    return lines[1:] if levels.count(min(levels)) == 1 and levels[0] == min(levels) else lines


def set_apart(document: Document, numbered: Collection[int]) -> Sequence[Line]:
    """Short lines of words that stand alone among paragraphs, two or more of one shape; else none."""
    listed = set(contents(document))
    lines = [line for line in map(partial(line_of, document), range(len(document.blocks))) if line.text]
    likely = [
        line
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        if line.index not in listed and line.index not in numbered and stands_alone(before, line, after, numbered)
    ]
    texts = [line.text for line in likely]
    alike = [line for line in likely if texts.count(line.text) == 1 and of_one_shape(line.text, texts)]
    return alike if len(alike) > 1 else ()


def stands_alone(before: Line, line: Line, after: Line, numbered: Collection[int]) -> bool:
    if line.block.kind is not BlockKind.BODY or not WORDS.fullmatch(line.text) or NO_WORDS.search(line.text):
        return False
    if is_title(line.text) or OWN_LINE.search(line.text):
        return False
    opened = SENTENCE.search(before.text) and len(before.text) >= SHORTEST_PROSE
    follows = SENTENCE.search(after.text) and len(after.text) >= SHORTEST_PROSE
    return bool(opened or before.text.endswith(("：", ":"))) and bool(follows or after.index in numbered)


def of_one_shape(text: str, texts: Sequence[str]) -> bool:
    """Whether a line is about as long as the usual one of its kind."""
    usual = sorted(map(len, texts))[len(texts) // 2]
    return usual / LIKE <= len(text) <= usual * LIKE


def line_of(document: Document, index: int) -> Line:
    block = document.blocks[index]
    text = document.text_of(block)
    margin = MARGIN.match(text)
    begin = margin.end() if margin else 0
    return Line(index, block, text[begin:].rstrip(TAIL), block.span.start + begin)
