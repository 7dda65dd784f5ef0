"""Tables of contents: lines that repeat the headings and are no headings themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.model import Document

CONTENTS = re.compile(r"[\s　]*目[\s　]*[录次][\s　]*$")
LEADER = re.compile(r"(?:…|\.{3,}|·{3,}|\t| {4,})[\s…·.]*[（(]?\d{1,3}[）)]?\s*$")
LABEL = re.compile(
    r"(?:[-+>\s]|第?[一二三四五六七八九十0-9０-９]{1,3}(?:[、.．）)]|[章节编]|部分)[\s　]*"
    r"|[（(][一二三四五六七八九十0-9]{1,3}[）)])+"
)
LONGEST_ENTRY = 45
CLOSING = ("）", ")")


def contents(document: Document) -> Iterator[int]:
    """Yield the 0-based index of every block that belongs to a table of contents."""
    seen: set[str] | None = None
    for index, block in enumerate(document.blocks):
        text = document.text_of(block).strip("\u3000 \u200b#*")
        if CONTENTS.match(text):
            seen = set()
        elif block.level is not None:
            seen = None
        elif may_end_entry(text.rstrip()[-1:]) and LEADER.search(text):
            if seen is not None:
                seen.add(LABEL.sub("", LEADER.sub("", text)))
            yield index
        elif seen is not None and text:
            # The first entry met again is the first heading of the body.
            entry = LABEL.sub("", LEADER.sub("", text))
            if entry in seen or len(text) > LONGEST_ENTRY or text[-1] in "。：:！":
                seen = None
            else:
                seen.add(entry)
                yield index


def may_end_entry(last: str) -> bool:
    return last.isdecimal() or last in CLOSING
