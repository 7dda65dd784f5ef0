"""The notation by which a rule's example says how its lines look: 〔宋体 12 缩进0〕今天……

A line in 〔〕 brackets begins as they say, else as GB/T 9704—2012 has it (仿宋, 16 points, two characters in). Words:
a number is the size in points, `缩进2` the indent, `居中` or `居右` the alignment, `固定28` a fixed line height, `页脚`
makes the line a page number with # for the number, any other word is the font. Inside a line ⟨宋体⟩…⟨/⟩ are words in
another font, ⟨宋体 未设⟩…⟨/⟩ words whose font nothing names. On a line of its own
`〔页 210×297 37 35 28 26 网格28.95×15.8〕` sets paper, margins (top, bottom, left, right; millimetres) and grid
(points) of the lines after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from speechlint.layout import Layout, Page, PageNumber, Setting, Stretch
from speechlint.model import Block, BlockKind, Document, Paragraph, Span, compose

NOTATION = re.compile("〔([^〕]*)〕")
PAGE, FOOTER, INDENT, FIXED, GRID = "页", "页脚", "缩进", "固定", "网格"
ALIGNMENTS = {"居中": "center", "居右": "right"}
UNNAMED = "未设"
# Some text and the mark behind it, or the rest of the line.
OTHER = re.compile(r"([^⟨]*)(?:⟨(?:(/)|([^⟩]*))⟩|\Z)")
MARKS = re.compile("[⟦⟧]")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
STANDARD_SETTING = Setting(indent=2.0)
STANDARD_PAGE = Page(Span(0, 0), 210, 297, 37, 35, 28, 26, 28.95, 15.8)


@dataclass(frozen=True, slots=True)
class LineLook:
    """How one line of an example looks."""

    font: str = "仿宋"
    size: float = 16.0
    setting: Setting = STANDARD_SETTING
    kind: BlockKind = BlockKind.BODY
    page: Page = STANDARD_PAGE
    others: tuple[Stretch, ...] = ()


def without_notation(marked: str) -> tuple[str, tuple[LineLook, ...]]:
    """An example's lines without what says how they look, and how each looks; raises ValueError on a wrong page."""
    lines: list[str] = []
    looks: list[LineLook] = []
    page = STANDARD_PAGE
    for line in marked.rstrip("\n").split("\n"):
        said = NOTATION.match(line)
        words = said[1].split() if said else []
        if words[:1] == [PAGE]:
            page = page_of(words[1:])
            continue
        look = look_of(words, LineLook(page=page))
        plain, others = without_others(line[said.end() :] if said else line, look)
        lines.append(plain)
        looks.append(replace(look, others=others))
    return "\n".join(lines), tuple(looks)


def without_others(marked: str, look: LineLook) -> tuple[str, tuple[Stretch, ...]]:
    """A line without its ⟨font⟩…⟨/⟩, and what was so marked; offsets into the line count no mark of any kind."""
    kept: list[str] = []
    others: list[Stretch] = []
    font, start = "", 0
    at = 0
    for plain, is_end, said in OTHER.findall(marked):
        kept.append(plain)
        at += len(MARKS.sub("", plain))
        if is_end:
            name = font.removesuffix(UNNAMED)
            others.append(Stretch(Span(start, at), name.strip(), name.strip(), look.size, name == font))
        elif said:
            font, start = said, at
    return "".join(kept), tuple(others)


def stretches(block: Block, look: LineLook) -> Iterator[Stretch]:
    """The stretches of a line: the words in other fonts and what lies between them."""
    at = 0
    end = Stretch(Span(len(block.span), len(block.span)), look.font, look.font, look.size)
    for other in (*look.others, end):
        usual = Stretch(Span(at, other.span.start), look.font, look.font, look.size)
        for stretch in (usual, other):
            span = Span(block.span.start + stretch.span.start, block.span.start + stretch.span.end)
            if span:
                yield replace(stretch, span=span)
        at = other.span.end


def look_of(words: Sequence[str], look: LineLook) -> LineLook:
    for word in words:
        if NUMBER.fullmatch(word):
            look = replace(look, size=float(word))
        elif word.startswith(INDENT):
            look = replace(look, setting=replace(look.setting, indent=float(word[len(INDENT) :])))
        elif word.startswith(FIXED):
            height = float(word[len(FIXED) :])
            look = replace(look, setting=replace(look.setting, height=height, is_fixed=True))
        elif word in ALIGNMENTS:
            look = replace(look, setting=replace(look.setting, alignment=ALIGNMENTS[word]))
        elif word == FOOTER:
            look = replace(look, kind=BlockKind.FOOTER)
        else:
            look = replace(look, font=word)
    return look


def page_of(words: Sequence[str]) -> Page:
    width, height = map(float, words[0].split("×"))
    grid = next((word[len(GRID) :] for word in words if word.startswith(GRID)), "")
    pitch, _, advance = grid.partition("×")
    sides = [float(word) for word in words[1:] if NUMBER.fullmatch(word)] or [37.0, 35.0, 28.0, 26.0]
    top, bottom, left, right = sides
    return Page(Span(0, 0), width, height, top, bottom, left, right, float(pitch or 0), float(advance or 0))


def laid_out_example(text: str, looks: Sequence[LineLook]) -> Document:
    """The Document of an example's plain text, as the reader of a Word file would make it."""
    lines = text.split("\n")
    paragraphs = [Paragraph(line, look.kind) for line, look in zip(lines, looks, strict=True)]
    document = compose("example.docx", paragraphs, format="docx")
    placed = list(zip(document.blocks, looks, strict=True))
    numbers = [(b, look) for b, look in placed if look.kind is BlockKind.FOOTER]
    layout = Layout(
        tuple(stretch for block, look in placed for stretch in stretches(block, look)),
        tuple(look.setting for look in looks),
        tuple(pages(document, looks)),
        tuple(PageNumber(document.text_of(b), look.font, look.size, b.span) for b, look in numbers),
    )
    return replace(document, layout=layout)


def pages(document: Document, looks: Sequence[LineLook]) -> list[Page]:
    """One page for every run of lines that were given the same one."""
    found: list[Page] = []
    last: Page | None = None
    for block, look in zip(document.blocks, looks, strict=True):
        if look.kind is BlockKind.FOOTER:
            continue
        start = found.pop().span.start if look.page is last else block.span.start
        found.append(replace(look.page, span=Span(start, block.span.end)))
        last = look.page
    return found
