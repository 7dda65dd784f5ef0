"""The outline of a draft as plain values for JSON; lines and columns are 1-based."""

from __future__ import annotations

from speechlint.language.answers import Answer
from speechlint.language.outline import Entry, Listing, Outline
from speechlint.model import Document, Span
from speechlint.reports.json import Value


class OutlineValues:
    """Turns one draft's outline into values that JSON can hold."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def values(self, outline: Outline) -> dict[str, Value]:
        parts = outline.parts
        return {
            "path": self.document.path,
            "title": self.place(parts.title),
            "subtitle": [self.place(span) for span in parts.subtitle],
            "salutation": self.place(parts.salutation),
            "opening": [self.place(span) for span in parts.opening],
            "claims": [self.claim(answer) for answer in outline.answers],
            "lists": [self.listing(listing) for listing in outline.lists],
            "closing": [self.place(span) for span in parts.closing],
        }

    def place(self, span: Span | None) -> Value:
        if span is None:
            return None
        at = self.document.position(span.start)
        text = self.document.text_of(span).strip()
        return {"line": at.line, "column": at.column, "start": span.start, "end": span.end, "text": text}

    def claim(self, answer: Answer) -> Value:
        return {
            "at": self.place(answer.claim.span),
            "count": answer.claim.count,
            "counted": len(answer.members),
            "holds": answer.holds,
            "members": [self.place(member) for member in answer.members],
        }

    def listing(self, listing: Listing) -> Value:
        style = listing.entries[0].ordinal.style.series
        entries: list[Value] = [self.entry(entry) for entry in listing.entries]
        return {"style": style, "run_in": listing.run_in, "items": entries}

    def entry(self, entry: Entry) -> Value:
        return {
            "label": self.document.text_of(entry.ordinal.span).strip(),
            "value": entry.ordinal.value,
            "at": self.place(entry.ordinal.span),
            "heading": self.place(entry.text),
            "faults": [str(fault.fault) for fault in entry.faults],
            "claims": [self.claim(answer) for answer in entry.answers],
            "lists": [self.listing(listing) for listing in entry.lists],
        }
