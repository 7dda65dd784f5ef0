"""Tables of contents: lines that repeat the headings and are no headings themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.language.blocks import BLANKS
from speechlint.model import Document

CONTENTS = re.compile(r"[\s　]*目[\s　]*[录次][\s　]*$")
# What no table of contents is without: its heading, or leaders and a page number at the end of a line.
HEADED = re.compile(r"目[\s　]*[录次]")
LEADERS = ("…", "...", "···", "\t", "    ")
BETWEEN = f"…·.{BLANKS}"
PAGED = re.compile(rf"[{BETWEEN}][（(]?\d{{1,3}}[）)]?[\s\u200b#*]*$", re.MULTILINE)
LEADER = re.compile(r"…|\.{3}|·{3}|\t| {4}")
PAGE = re.compile(r"[（(]?\d{1,3}[）)]?$")
LONGEST_PAGE = 5
LABEL = re.compile(
    r"(?:[-+>\s]|第?[一二三四五六七八九十0-9０-９]{1,3}(?:[、.．）)]|[章节编]|部分)[\s　]*"
    r"|[（(][一二三四五六七八九十0-9]{1,3}[）)])+"
)
LONGEST_ENTRY = 45
CLOSING = ("）", ")")


def contents(document: Document) -> frozenset[int]:
    """The 0-based index of every block that belongs to a table of contents."""
    return frozenset(entries(document)) if may_have_contents(document.text) else frozenset()


def may_have_contents(text: str) -> bool:
    """Whether a heading of contents, or a leader to a page number, may stand anywhere."""
    return HEADED.search(text) is not None or (any(mark in text for mark in LEADERS) and PAGED.search(text) is not None)


def entries(document: Document) -> Iterator[int]:
    seen: set[str] | None = None
    for index, block in enumerate(document.blocks):
        text = document.text_of(block).strip("\u3000 \u200b#*")
        if CONTENTS.match(text):
            seen = set()
        elif block.level is not None:
            seen = None
        elif (end := before_leader(text)) is not None:
            if seen is not None:
                seen.add(LABEL.sub("", text[:end]))
            yield index
        elif seen is not None and text:
            # The first entry met again is the first heading of the body.
            entry = LABEL.sub("", text)
            if entry in seen or len(text) > LONGEST_ENTRY or text[-1] in "。：:！":
                seen = None
            else:
                seen.add(entry)
                yield index


def before_leader(text: str) -> int | None:
    """Where the leader to a page number begins at the end of a line; None without one."""
    line = text.rstrip()
    page = PAGE.search(line, max(len(line) - LONGEST_PAGE, 0)) if may_end_entry(line[-1:]) else None
    leader = LEADER.search(line, len(line[: page.start()].rstrip(BETWEEN)), page.start()) if page else None
    return leader.start() if leader else None


def may_end_entry(last: str) -> bool:
    return last.isdecimal() or last in CLOSING
