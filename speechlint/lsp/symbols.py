"""The outline of a draft as an editor's tree of symbols."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol.types import DocumentSymbol, SymbolKind

from speechlint.language.analysis import Analysis
from speechlint.language.answers import Answer
from speechlint.language.outline import Entry, Listing
from speechlint.lsp.drafts import Draft
from speechlint.messages import say
from speechlint.model import Span


def symbols(draft: Draft) -> list[DocumentSymbol]:
    """Title, counts stated before the first item, and the items, each reaching as far as the next one beside it."""
    return list(Tree(draft).roots())


class Tree:
    """One draft's symbols."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._outline = Analysis(draft.document).outline

    def roots(self) -> Iterator[DocumentSymbol]:
        title = self._outline.parts.title
        if title is not None:
            yield self._symbol(self._text(title), SymbolKind.File, title, title)
        yield from map(self._claim, self._outline.answers)
        yield from self._items(self._outline.lists, len(self._draft.document.text))

    def _items(self, lists: Sequence[Listing], end: int) -> Iterator[DocumentSymbol]:
        entries = sorted((entry for listing in lists for entry in listing.entries), key=start_of)
        ends = [*map(start_of, entries[1:]), end][: len(entries)]
        yield from (self._item(entry, until) for entry, until in zip(entries, ends, strict=True))

    def _item(self, entry: Entry, end: int) -> DocumentSymbol:
        head = Span(start_of(entry), entry.text.end)
        whole = Span(head.start, max(self._without_blanks(head.start, end), head.end))
        inside = [*map(self._claim, entry.answers), *self._items(entry.lists, whole.end)]
        return self._symbol(self._text(head), SymbolKind.String, whole, head, inside)

    def _claim(self, answer: Answer) -> DocumentSymbol:
        said, counted = answer.claim.count, len(answer.members)
        detail = "✓" if answer.holds else "✗" + say("outline-count", self._draft.language, said=said, counted=counted)
        span = answer.claim.span
        return self._symbol(self._text(span), SymbolKind.Number, span, span, detail=detail)

    def _symbol(
        self,
        name: str,
        kind: SymbolKind,
        whole: Span,
        head: Span,
        inside: Sequence[DocumentSymbol] = (),
        detail: str | None = None,
    ) -> DocumentSymbol:
        at = self._draft.positions.range
        return DocumentSymbol(name, kind, at(whole), at(head), detail, children=list(inside))

    def _text(self, span: Span) -> str:
        # An editor refuses a symbol without a name.
        return self._draft.document.text_of(span).strip() or "…"

    def _without_blanks(self, start: int, end: int) -> int:
        return start + len(self._draft.document.text[start:end].rstrip())


def start_of(entry: Entry) -> int:
    return entry.ordinal.span.start
