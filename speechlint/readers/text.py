"""Plain text and Markdown: every line is a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.model import BlockKind, Document, Paragraph, Span, compose
from speechlint.readers.encoding import decode

LINE_END = re.compile(r"\r\n|\r|\n")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
QUOTE_OR_BULLET = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])))+[ \t]*")
ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)[^\s一-鿿，。；、）】》]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
INLINE_MARK_UP = re.compile(
    r"`+[^`\n]+`+"  # code
    r"|!?\[|\]\([^)\n]*\)|\]\[[^\]\n]*\]"  # links, images
    r"|<!--.*?-->|</?[A-Za-z][^>\n]*>"  # comments, tags
    r"|(?<![*\w])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![*\w])"  # emphasis opened, closed
    r"|(?<=[^\s*])\*\*|\*\*(?=[^\s*])"
)
RULER = re.compile(r" {0,3}([-*_=])[ \t]*(?:\1[ \t]*){2,}$")


def read_text(path: str, data: bytes, encoding: str | None = None) -> Document:
    """Read a .txt draft; raises Problem when it cannot be decoded."""
    text, name = decode(data, encoding)
    return compose(path, map(plain_line, lines(text)), format="txt", encoding=name)


def read_markdown(path: str, data: bytes, encoding: str | None = None) -> Document:
    """Read a .md draft: its text is the file's own, with mark-up marked inert; raises Problem."""
    text, name = decode(data, encoding)
    return compose(path, markdown_lines(lines(text)), format="md", encoding=name)


def lines(text: str) -> list[str]:
    found = LINE_END.split(text)
    return found[:-1] if len(found) > 1 and not found[-1] else found


def plain_line(line: str) -> Paragraph:
    return Paragraph(line, inert=tuple(matches(ADDRESS, line)))


def matches(regex: re.Pattern[str], line: str) -> Iterator[Span]:
    yield from (Span(*found.span()) for found in regex.finditer(line))


def markdown_lines(texts: list[str]) -> Iterator[Paragraph]:
    fence = ""
    front_matter_end = closing_ruler(texts)
    for number, line in enumerate(texts):
        opened = FENCE.match(line)
        if number <= front_matter_end or fence or opened:
            yield Paragraph(line, BlockKind.CODE)
            if fence:
                fence = "" if opened and opened[1].startswith(fence) else fence
            elif opened and number > front_matter_end:
                fence = opened[1]
        else:
            yield markdown_line(line)


def closing_ruler(texts: list[str]) -> int:
    """Index of the line that closes the YAML front matter, -1 without one."""
    if texts and texts[0].rstrip() == "---":
        return next((n for n, line in enumerate(texts[1:], 1) if line.rstrip() in ("---", "...")), -1)
    return -1


def markdown_line(line: str) -> Paragraph:
    if RULER.match(line):
        return Paragraph(line, inert=(Span(0, len(line)),))
    inert = [*matches(ADDRESS, line), *matches(INLINE_MARK_UP, line)]
    heading = HEADING.match(line)
    prefix = heading or QUOTE_OR_BULLET.match(line)
    if prefix:
        inert.append(Span(0, prefix.end()))
    if heading:
        return Paragraph(line, BlockKind.HEADING, len(heading[1]), inert=tuple(inert))
    return Paragraph(line, inert=tuple(inert))
