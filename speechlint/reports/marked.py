"""A draft as HTML, line by line, with a mark around every place found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from speechlint.model import Block, Document, Finding, Span


def marked_lines(document: Document, findings: Sequence[Finding], prefix: str) -> Iterator[str]:
    """Yield a paragraph a line; a mark names its findings as `prefix-number`, in the order given."""
    named = [(f"{prefix}-{number}", finding) for number, finding in enumerate(findings)]
    by_line: dict[int, list[tuple[str, Finding]]] = {}
    for name, finding in named:
        last = document.index_at(max(finding.span.start, finding.span.end - 1))
        for line in range(document.index_at(finding.span.start), last + 1):
            by_line.setdefault(line, []).append((name, finding))
    for number, block in enumerate(document.blocks):
        text = "".join(pieces(document, block, by_line.get(number, [])))
        yield f'<p class="line"><b>{number + 1}</b><span>{text}</span></p>'


def pieces(document: Document, block: Block, found: Sequence[tuple[str, Finding]]) -> Iterator[str]:
    """The block's text cut wherever a finding begins or ends."""
    spans = [(name, finding, within(finding.span, block.span)) for name, finding in found]
    cuts = sorted({block.span.start, block.span.end, *(edge for _, _, s in spans for edge in (s.start, s.end))})
    for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        points = [(name, finding) for name, finding, span in spans if span == Span(start, start)]
        if points:
            yield mark("", points)
        over = [(name, finding) for name, finding, span in spans if span.start <= start and end <= span.end and span]
        text = escape(document.text[start:end])
        if text:
            yield mark(text, over) if over else text


def within(span: Span, bounds: Span) -> Span:
    start = min(max(span.start, bounds.start), bounds.end)
    return Span(start, min(max(span.end, start), bounds.end))


def mark(text: str, found: Sequence[tuple[str, Finding]]) -> str:
    gravest = max((finding.severity for _, finding in found), key=lambda severity: severity.rank)
    names = " ".join(name for name, _ in found)
    title = escape("\n".join(finding.message for _, finding in found))
    point = "" if text else " point"
    return f'<mark class="{gravest}{point}" data-findings="{names}" title="{title}">{text}</mark>'
