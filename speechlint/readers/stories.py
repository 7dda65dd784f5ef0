"""Where a walk through a story stands: which story, the tables and text boxes around, the paragraph being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from speechlint.model import BlockKind
from speechlint.readers.pieces import Line, Piece, Texts
from speechlint.readers.xml import Element


class Story(NamedTuple):
    """A text that runs on by itself: the body, one header, one footnote. `root` is what to walk, `part` its file."""

    part: str
    root: Element
    kind: BlockKind = BlockKind.BODY
    origin: str = ""


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph whose end was not met yet; `after` are the lines of the text boxes in it."""

    element: Element
    kind: BlockKind
    level: int | None
    label: str
    origin: str
    runs_on: bool
    hidden: bool
    lines: list[list[Piece | Texts]]
    after: list[Line] = field(default_factory=list)

    def finished(self, part: str) -> list[Line]:
        """Its lines, then those of its text boxes; a break at its end begins no line."""
        if len(self.lines) > 1 and not self.lines[-1]:
            self.lines.pop()
        first, *others = map(tuple, self.lines)
        return [
            Line(part, self.element, first, self.kind, self.level, self.label, self.origin),
            *(Line(part, self.element, line, self.kind, self.level, "", self.origin) for line in others),
            *self.after,
        ]


@dataclass(slots=True)
class Place:
    """A story, table or text box; `tables` counts those directly inside the current cell or box.

    `name` is its own behind those of what is around; in a table row and cell follow.
    """

    kind: BlockKind
    name: str
    is_table: bool = False
    row: int = 0
    cell: int = 0
    tables: int = 0

    @property
    def origin(self) -> str:
        return f"{self.name} row {self.row} cell {self.cell}" if self.is_table else self.name


class Places:
    """The tables and text boxes around the current place; `kind` and `origin` are those of a paragraph there."""

    def __init__(self, story: Story) -> None:
        self._around: list[Place] = []
        self._boxes = 0
        self._enter(Place(story.kind, story.origin))

    def _enter(self, place: Place) -> None:
        self._around.append(place)
        self._tell()

    def _tell(self) -> None:
        self.kind, self.origin = self._around[-1].kind, self._around[-1].origin

    def enter_table(self) -> None:
        outer = self._around[-1]
        outer.tables += 1
        kind = BlockKind.TABLE if outer.kind is BlockKind.BODY else outer.kind
        self._enter(Place(kind, f"{self.origin} table {outer.tables}".lstrip(), is_table=True))

    def next_row(self) -> None:
        self._around[-1].row += 1
        self._around[-1].cell = 0
        self._tell()

    def next_cell(self) -> None:
        self._around[-1].cell += 1
        self._around[-1].tables = 0
        self._tell()

    def enter_box(self, is_watermark: bool) -> None:
        self._boxes += 1
        kind = self.kind
        if is_watermark:
            kind = BlockKind.WATERMARK
        elif kind in (BlockKind.BODY, BlockKind.TABLE):
            kind = BlockKind.TEXTBOX
        self._enter(Place(kind, f"{self.origin} textbox {self._boxes}".lstrip()))

    def leave(self) -> None:
        self._around.pop()
        self._tell()
