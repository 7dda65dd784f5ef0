"""Brackets and quotation marks, taken out of a draft to see at once whether each is closed where it is opened."""

from __future__ import annotations

import re
from functools import cache

from speechlint.language.analysis import Analysis
from speechlint.model import BlockKind
from speechlint.scan import NO_PROSE

MARKS = frozenset("“”‘’（）()《》〈〉〔〕［］【】[]「」『』")
MARK_OR_LINE = re.compile(f"[{re.escape(''.join(sorted(MARKS)))}\n]")
# In a word (L’Avenir), or before a year of two digits (’98新年音乐会); in 放管服’20条 the digits count.
APOSTROPHE = re.compile(
    r"(?<=[A-Za-z])’(?=[A-Za-z])"
    r"|’(?=\d\d(?![\d.%％万亿多余来几个位条项次家户元月日时号岁届分件所里米亩公千吨]|年(?!会|展|度)))"
)


def skeleton(analysis: Analysis) -> str:
    """The marks of a draft's paragraphs and the ends of its lines, in order; code and watermarks left out."""
    blocks = analysis.document.blocks
    if any(block.kind is BlockKind.WATERMARK or block.kind in NO_PROSE for block in blocks):
        paragraphs = (block for block in analysis.scan.paragraphs if block.kind is not BlockKind.WATERMARK)
        return "".join(MARK_OR_LINE.findall("\n".join(map(analysis.document.text_of, paragraphs))))
    return "".join(MARK_OR_LINE.findall(analysis.text))


def own_marks(marks: str, opens: str, closes: str) -> str:
    """Those of a skeleton that are in `opens` or `closes`, and the ends of its lines; nothing where there are none."""
    own = {*opens, *closes}
    if own.isdisjoint(marks):
        return ""
    for other in {*marks} - own - {"\n"}:
        marks = marks.replace(other, "")
    return marks


def follow_one_another(marks: str, opens: str, closes: str, reach: int) -> bool:
    """Whether after each mark of `opens` its partner of `closes` is next, no more than `reach` lines further down."""
    return not pair_of(opens, closes, reach).sub("", marks).strip("\n")


def nest(marks: str, opens: str, closes: str) -> bool:
    """Whether each mark has its partner on its line, with nothing but such pairs between them."""
    left = pair_of(opens, closes, 0).sub("", marks)
    while len(left) < len(marks):
        marks, left = left, pair_of(opens, closes, 0).sub("", left)
    return not left.strip("\n")


@cache
def pair_of(opens: str, closes: str, reach: int) -> re.Pattern[str]:
    pairs = (
        f"{re.escape(opening)}\n{{0,{reach}}}{re.escape(closing)}"
        for opening, closing in zip(opens, closes, strict=True)
    )
    return re.compile("|".join(pairs))
