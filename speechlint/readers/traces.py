"""What a Word file shows of the work on it: comments, tracked changes, hidden text, watermarks, whose file it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from speechlint.model import BlockKind, Document, Span, Trace, TraceKind
from speechlint.readers.comments import Comment
from speechlint.readers.xml import Element, name

BY = name("w:author")
CHANGES = tuple(map(name, ("w:ins", "w:del", "w:moveTo", "w:moveFrom", "w:rPrChange", "w:pPrChange")))
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
LAST_EDITOR = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy"

LONGEST = 20


def comment_traces(comments: Iterable[Comment], places: Mapping[str, Span]) -> Iterator[Trace]:
    """Comments that neither we wrote nor order us anything."""
    from speechlint.readers.orders import is_order

    for comment in comments:
        if not comment.is_own and not is_order(comment) and comment.id in places:
            yield Trace(TraceKind.COMMENT, places[comment.id], comment.author)


def change_traces(roots: Iterable[Element], places: Mapping[Element, Span]) -> Iterator[Trace]:
    """Tracked changes of text and formatting, in order; one author's that touch count as one.

    One that leaves no text stands behind the text before it.
    """
    last: Trace | None = None
    for trace in single_changes(roots, places):
        if last and last.detail == trace.detail and last.span.start <= trace.span.start <= last.span.end:
            last = last._replace(span=Span(last.span.start, max(last.span.end, trace.span.end)))
        else:
            if last:
                yield last
            last = trace
    if last:
        yield last


def single_changes(roots: Iterable[Element], places: Mapping[Element, Span]) -> Iterator[Trace]:
    for root in roots:
        at = 0
        for element in root.iter():
            if element in places:
                at = places[element].end
            elif element.tag in CHANGES:
                inside = [places[e] for e in element.iter() if e in places]
                span = Span(inside[0].start, inside[-1].end) if inside else Span(at, at)
                yield Trace(TraceKind.CHANGE, span if span.start <= span.end else inside[0], element.get(BY, ""))


def plain_traces(document: Document) -> Iterator[Trace]:
    """Hidden text, its neighbouring runs as one, and watermarks."""
    for span in joined(document.hidden):
        if text := document.text_of(span).strip():
            yield Trace(TraceKind.HIDDEN, span, text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
    for block in document.blocks:
        if block.kind is BlockKind.WATERMARK and block.span:
            yield Trace(TraceKind.WATERMARK, block.span, document.text_of(block))


def joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans with those that touch made one."""
    spans = list(spans)
    starts = [0, *(n for n, (one, two) in enumerate(pairwise(spans), 1) if one.end < two.start), len(spans)]
    for first, last in pairwise(starts):
        if first < last:
            yield Span(spans[first].start, spans[last - 1].end)


def author_traces(properties: Element | None) -> Iterator[Trace]:
    """The author the file was made by, where somebody else saved it last."""
    creator, editor = text_of(properties, CREATOR), text_of(properties, LAST_EDITOR)
    if creator and editor and creator != editor:
        yield Trace(TraceKind.AUTHOR, Span(0, 0), creator)


def text_of(parent: Element | None, tag: str) -> str:
    found = None if parent is None else parent.find(tag)
    return "" if found is None or not found.text else found.text.strip()
