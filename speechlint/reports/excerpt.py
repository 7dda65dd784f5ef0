"""The part of a long paragraph that a narrow screen can show around a finding."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from speechlint.model import Document, Span
from speechlint.reports.visible import visible

ELLIPSIS = "…"
LEAST_CELLS = 20


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Text before, in and after a span, cut to a width; `indent` is the display width of what stands before."""

    before: str
    marked: str
    after: str

    @property
    def indent(self) -> int:
        return cell_len(self.before)

    @property
    def breadth(self) -> int:
        return max(cell_len(self.marked), 1)


def excerpt(document: Document, span: Span, cells: int) -> Excerpt:
    """The span in its line, at most `cells` wide on screen: a Chinese character is two cells."""
    block = document.block_at(span.start).span
    end = min(max(span.end, span.start), block.end)
    marked = cut_tail(visible(document.text[span.start : end]), max(cells, LEAST_CELLS))
    left = max((cells - cell_len(marked)) // 2, 0)
    before = cut_head(visible(document.text[block.start : span.start]).lstrip(), left)
    after = cut_tail(
        visible(document.text[end : block.end]).rstrip(), max(cells - cell_len(before) - cell_len(marked), 0)
    )
    return Excerpt(before, marked, after)


def cut_tail(text: str, cells: int) -> str:
    if cell_len(text) <= cells:
        return text
    kept = text[:cells]
    while kept and cell_len(kept) > cells - cell_len(ELLIPSIS):
        kept = kept[:-1]
    return kept + ELLIPSIS


def cut_head(text: str, cells: int) -> str:
    if cell_len(text) <= cells:
        return text
    kept = text[-cells:] if cells else ""
    while kept and cell_len(kept) > cells - cell_len(ELLIPSIS):
        kept = kept[1:]
    return ELLIPSIS + kept
