"""What a draft and a finding are: frozen values without input or output."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

from speechlint.position import Position as Position
from speechlint.position import Span as Span

if TYPE_CHECKING:
    from speechlint.layout import Layout

Scope = Literal["paragraph", "document"]


class Severity(StrEnum):
    """How sure and how bad a finding is; a higher `rank` is graver."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        return RANKS[self]


RANKS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class TraceKind(StrEnum):
    """What an office program leaves in a file beside its text."""

    COMMENT = "comment"
    CHANGE = "change"
    HIDDEN = "hidden"
    AUTHOR = "author"
    WATERMARK = "watermark"


class BlockKind(StrEnum):
    """Where a block stands in the file."""

    TITLE = "title"
    SALUTATION = "salutation"
    HEADING = "heading"
    BODY = "body"
    TABLE = "table"
    TEXTBOX = "textbox"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    WATERMARK = "watermark"
    CODE = "code"
    TOC = "toc"

    @property
    def part(self) -> str:
        """The part of the file a reader would look in: headings, titles and contents are in the body."""
        return self.value if self in PARTS else "body"


PARTS = frozenset({"table", "textbox", "header", "footer", "footnote", "watermark", "code"})


class Block(NamedTuple):
    """One paragraph, or one line of a text file.

    `label` is an automatic number a Word reader sees ("一、"); the block's text begins with it though no run holds it.
    `level` is 1–9 for a heading whose style or mark-up says so.
    `origin` is where the reader found it ("table 2 row 1 cell 3", "footnote 1"), empty for a plain paragraph.
    """

    span: Span
    kind: BlockKind = BlockKind.BODY
    level: int | None = None
    label: str = ""
    origin: str = ""


class Suppression(NamedTuple):
    """An order to leave out the findings of `rules` (ids, families, ALL) inside `covers`.

    `span` is the order's own place; in a Word file, where a comment gives it, that is the words it is anchored on.
    `places` are those of the rules' names, where they stand in the text. An `optional` one is not reported when it
    silences nothing: a resolved comment says as well that all is mended.
    """

    rules: tuple[str, ...]
    covers: Span
    span: Span
    reason: str = ""
    optional: bool = False
    places: tuple[Span, ...] = ()


class Trace(NamedTuple):
    """Something of the work on a draft that a finished one should not show; `detail` says whose, or what it reads.

    `span` is the text it concerns, empty where it concerns none.
    """

    kind: TraceKind
    span: Span
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A draft as a reader sees it: `text` is every block's text joined by a line feed.

    `inert` spans are not prose (mark-up, code, addresses, suppression markers): findings there are dropped.
    `hidden` spans are formatted as hidden text in Word. `notes` are keys of messages on what the reader could not see.
    `layout` is read only for a Word file and only when a rule asks for it.
    """

    path: str
    text: str
    blocks: Sequence[Block]
    format: str = "txt"
    encoding: str | None = None
    inert: tuple[Span, ...] = ()
    hidden: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    traces: tuple[Trace, ...] = ()
    layout: Layout | None = None

    def text_of(self, place: Span | Block) -> str:
        span = place.span if isinstance(place, Block) else place
        return self.text[span.start : span.end]

    def index_at(self, offset: int) -> int:
        """0-based index of the block holding `offset`; a line feed belongs to the block before it."""
        return max(bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1, 0)

    def block_at(self, offset: int) -> Block:
        return self.blocks[self.index_at(offset)]

    def position(self, offset: int) -> Position:
        index = self.index_at(offset)
        return Position(index + 1, offset - self.blocks[index].span.start + 1)

    def blocks_in(self, scope: Scope) -> Iterator[Block]:
        """The blocks one by one, or one block as wide as the draft; code and contents are not among the former."""
        if scope == "document":
            yield Block(Span(0, len(self.text)))
        else:
            yield from (block for block in self.blocks if block.kind not in (BlockKind.CODE, BlockKind.TOC))


class Paragraph(NamedTuple):
    """What a reader hands over for one block before offsets are known; `inert` and `hidden` count from its start."""

    text: str
    kind: BlockKind = BlockKind.BODY
    level: int | None = None
    label: str = ""
    origin: str = ""
    inert: tuple[Span, ...] = ()
    hidden: tuple[Span, ...] = ()


def compose(
    path: str,
    paragraphs: Iterable[Paragraph],
    *,
    format: str = "txt",
    encoding: str | None = None,
    notes: tuple[str, ...] = (),
) -> Document:
    """Lay paragraphs end to end into a Document; text holding a line feed is refused (ValueError)."""
    listed = [*paragraphs]
    text = "\n".join([paragraph.text for paragraph in listed])
    if text.count("\n") >= max(len(listed), 1):
        raise ValueError("a paragraph's text holds no line feed")
    starts = accumulate([len(paragraph.text) + 1 for paragraph in listed], initial=0)
    blocks = [
        Block(Span(start, start + len(words)), kind, level, label, origin)
        for start, (words, kind, level, label, origin, _, _) in zip(starts, listed, strict=False)
    ]
    inert: list[Span] = []
    hidden: list[Span] = []
    for paragraph, block in zip(listed, blocks, strict=True):
        if paragraph.kind is BlockKind.CODE:
            inert.append(block.span)
        if paragraph.inert or paragraph.hidden:
            inert += moved(paragraph.inert, block.span.start)
            hidden += moved(paragraph.hidden, block.span.start)
    blocks = blocks or [Block(Span(0, 0))]
    return Document(path, text, tuple(blocks), format, encoding, tuple(inert), tuple(hidden), notes)


def moved(spans: Iterable[Span], by: int) -> Iterator[Span]:
    return (Span(by + span.start, by + span.end) for span in spans)


class Fix(NamedTuple):
    """Replace `span` by `text`; a safe one never changes what the sentence says."""

    span: Span
    text: str
    safe: bool


class Related(NamedTuple):
    """Another place that explains a finding."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: where it is, which rule found it, and what would mend it."""

    rule: str
    span: Span
    message: str
    severity: Severity
    fix: Fix | None = None
    suggestions: tuple[str, ...] = field(default=())
    related: tuple[Related, ...] = field(default=())

    @property
    def family(self) -> str:
        return self.rule.partition("/")[0]
