"""Between our offsets and an editor's positions: 0-based lines, columns in the units the editor counts."""

from __future__ import annotations

from lsprotocol.types import Position, PositionEncodingKind, Range

from speechlint.model import Document, Span

BYTES = {PositionEncodingKind.Utf8: ("utf-8", 1), PositionEncodingKind.Utf16: ("utf-16-le", 2)}


class Positions:
    """Turns spans of one document into ranges and back; `encoding` is the one agreed on with the editor.

    `lead` is the number of characters an editor counts before the first block: a byte order mark it kept.
    """

    def __init__(self, document: Document, encoding: PositionEncodingKind | str, lead: int = 0) -> None:
        self._document = document
        self._encoding = PositionEncodingKind(encoding)
        self._lead = lead

    def range(self, span: Span) -> Range:
        return Range(self.position(span.start), self.position(span.end))

    def position(self, offset: int) -> Position:
        line = self._document.index_at(offset)
        start = self._document.blocks[line].span.start
        return Position(line, self._units(self._document.text[start:offset]) + self._lead_of(line))

    def offset(self, position: Position) -> int:
        """The offset of a position; one beyond its line's end is that end, one inside a character is before it."""
        blocks = self._document.blocks
        if position.line >= len(blocks):
            return len(self._document.text)
        block = blocks[position.line].span
        text = self._document.text_of(block)
        return block.start + self._characters(text, max(position.character - self._lead_of(position.line), 0))

    def span(self, range: Range) -> Span:
        return Span(self.offset(range.start), self.offset(range.end))

    def _lead_of(self, line: int) -> int:
        return 0 if line else self._lead

    def _units(self, text: str) -> int:
        if self._encoding not in BYTES:
            return len(text)
        name, size = BYTES[self._encoding]
        return len(text.encode(name, "surrogatepass")) // size

    def _characters(self, text: str, units: int) -> int:
        if self._encoding not in BYTES:
            return min(units, len(text))
        name, size = BYTES[self._encoding]
        return len(text.encode(name, "surrogatepass")[: units * size].decode(name, "ignore"))
