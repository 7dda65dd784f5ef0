"""Markdown: the text is the file's own, line by line, with mark-up marked inert, so no offset ever moves.

What could hide prose needs proof: a fence that is never closed is no fence, a ruler at the top is front matter only
when keys follow it, and asterisks are emphasis only in pairs (`**县` is a masked name).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.model import BlockKind, Document, Paragraph, Span, compose
from speechlint.readers.encoding import decode
from speechlint.readers.markers import with_markers
from speechlint.readers.text import ADDRESS, lines, matches

FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)")
KEY = re.compile(r"[\w-]+\s*:")
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
# A bullet may be followed by the box of a task.
QUOTE_OR_BULLET = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])))+[ \t]*(?:\[[ xX]\](?=[ \t]))?")
RULER = re.compile(r" {0,3}([-*_=])[ \t]*(?:\1[ \t]*){2,}$")
TABLE_ROW = re.compile(r"[ \t]*\|")
TABLE_RULER = re.compile(r"(?=[^|]*\|)[ \t]*+\|?(?:[ \t]*+:?-++:?[ \t]*+\|?)++$")
MARK_UP = re.compile(
    r"(?<!`)`++[^`]++`++"  # code
    r"|!?\[|\]\([^()\s]{0,2000}(?:\s[^()]{0,200})?\)|\]\[[^\[\]]*\]|\]"  # links, images
    r"|</?[A-Za-z][^<>]*>"  # tags
    r"|\|"  # cells
)
# Each looked for by itself, for one may hold another.
EMPHASIS = (
    re.compile(r"(?<![*\\])(\*{2,3})(?=[^\s*])(?:[^*]|\*(?!\*))+(?<=[^\s*])(\1)(?!\*)"),
    re.compile(r"(?<![*\w\\])(\*)(?=[^\s*])[^*]+(?<=[^\s*])(\*)(?![*\w])"),
    re.compile(r"(?<![_\w\\])(__?)(?=[^\s_])[^_]+(?<=[^\s_])(\1)(?![_\w])"),
    re.compile(r"(?<!~)(~~)(?=[^\s~])[^~]+(?<=[^\s~])(~~)(?!~)"),
)
COMMENT_OPEN, COMMENT_CLOSE = "<!--", "-->"


def read_markdown(path: str, data: bytes, encoding: str | None = None) -> Document:
    """Read a .md draft; raises Problem when it cannot be decoded."""
    text, name = decode(data, encoding)
    return with_markers(compose(path, markdown_lines(lines(text)), format="md", encoding=name))


def markdown_lines(texts: list[str]) -> Iterator[Paragraph]:
    """Yield every line as a paragraph; front matter and fenced lines are code."""
    code = {*front_matter(texts), *fenced(texts)}
    commented = False
    for number, line in enumerate(texts):
        if number in code and not commented:
            yield Paragraph(line, BlockKind.CODE)
            continue
        comments, commented = comments_in(line, commented)
        yield markdown_line(line, comments)


def front_matter(texts: list[str]) -> range:
    """The lines of the YAML block at the top, its rulers included."""
    if len(texts) < 2 or texts[0].rstrip() != "---" or not KEY.match(texts[1]):
        return range(0)
    return next((range(n + 1) for n, line in enumerate(texts) if n and line.rstrip() in ("---", "...")), range(0))


def fenced(texts: list[str]) -> Iterator[int]:
    """Yield the number of every line in a fenced block, the fences included."""
    inside: list[int] = []
    fence = ""
    for number, line in enumerate(texts):
        found = FENCE.match(line)
        if fence:
            inside.append(number)
            if found and found[1].startswith(fence) and not found[2].strip():
                yield from inside
                fence, inside = "", []
        elif found:
            fence, inside = found[1], [number]


def comments_in(line: str, commented: bool) -> tuple[list[Span], bool]:
    """The spans of HTML comments, and whether one is still open at the line's end."""
    spans: list[Span] = []
    start = 0 if commented else line.find(COMMENT_OPEN)
    while start >= 0:
        end = line.find(COMMENT_CLOSE, start)
        if end < 0:
            return [*spans, Span(start, len(line))], True
        spans.append(Span(start, end + len(COMMENT_CLOSE)))
        start = line.find(COMMENT_OPEN, end)
    return spans, False


def markdown_line(line: str, comments: list[Span]) -> Paragraph:
    if comments == [Span(0, len(line))]:
        return Paragraph(line, BlockKind.CODE)
    heading = HEADING.match(line)
    inert = (*comments, *mark_up(line))
    if heading:
        return Paragraph(line, BlockKind.HEADING, len(heading[1]), inert=inert)
    return Paragraph(line, BlockKind.TABLE if TABLE_ROW.match(line) else BlockKind.BODY, inert=inert)


def mark_up(line: str) -> Iterator[Span]:
    """Yield the span of every piece of a line that a reader of the finished page does not see."""
    if RULER.match(line) or TABLE_RULER.match(line):
        yield Span(0, len(line))
        return
    prefix = HEADING.match(line) or QUOTE_OR_BULLET.match(line)
    if prefix and prefix.end():
        yield Span(0, prefix.end())
    yield from matches(ADDRESS, line)
    yield from matches(MARK_UP, line)
    for emphasis in EMPHASIS:
        for found in emphasis.finditer(line):
            yield from (Span(*found.span(1)), Span(*found.span(2)))
