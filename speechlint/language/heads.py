"""The head of a draft: its title stands there, before the salutation or the first long paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.model import Block, BlockKind, Document

GENRE = (
    r"讲话|发言|致辞|致词|祝词|贺词|讲稿|演讲|报告|汇报|总结|述职|通知|通报|决定|意见|方案|办法|规定|要点|计划|规划|"
    r"纪要|公告|公报|倡议书?|党课|主持词|材料|提纲|答辩|表态|点评|寄语|函|请示|批复|稿"
)
TITLE = re.compile(rf"(?:{GENRE})(?:[（(《].{{1,20}}[）)》])?$|^(?:在|关于).{{4,}}")
ORDINAL = r"第?[一二三四五六七八九十百\d]{1,4}(?:[、.．，,)）章节部]|[要是])|[（(][一二三四五六七八九十\d]{1,3}[）)]"
OWN_LINE = re.compile(rf"{TITLE.pattern}|^(?:{ORDINAL})|^附件?[:：\d]?|[0-9一二三四五六七八九十〇○]日[）)]?$")
"""A line that stands alone by right: a title, a numbered heading, an annex mark, a date."""

SALUTATION = re.compile(r"^[^\d:：]{2,40}[:：]$")
LONG = 80


def head(document: Document) -> Iterator[Block]:
    """Yield the non-blank blocks before the salutation or the first paragraph of prose, whichever comes first."""
    for block in document.blocks_in("paragraph"):
        text = document.text_of(block).strip()
        if block.kind is BlockKind.SALUTATION or SALUTATION.match(text) or prose(text):
            return
        if text:
            yield block


def prose(text: str) -> bool:
    """Whether a line is a paragraph of sentences rather than a title or a label."""
    return len(text) > LONG and "。" in text


def is_title(text: str) -> bool:
    return 8 <= len(text) <= 60 and TITLE.search(text) is not None and not text.endswith("。")
