"""Walk one story of a Word file (body, header, footnote …) and yield its lines in reading order.

This walk is the one source of truth for what a reader sees: the reader composes a Document from it and a writer finds
by it the runs behind a span. Seen: insertions, moves' targets, field results, links, content controls, text boxes.
Not seen: deletions, moves' origins, field codes, VML copies of what mc:Choice holds, ruby annotations.
A w:br or w:cr begins a new line, because drafts pasted from elsewhere use it as the end of a paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from speechlint.model import BlockKind
from speechlint.readers.fields import Fields, is_copy
from speechlint.readers.pieces import Line, Piece, PieceKind, Texts
from speechlint.readers.properties import P_PR, VANISH, Reading, has_deleted_mark, kind_and_level, own_properties
from speechlint.readers.shapes import is_watermark
from speechlint.readers.stories import OpenParagraph, Places, Story
from speechlint.readers.symbols import symbol
from speechlint.readers.xml import NAMESPACES, Element, child, name

P, T, TAB, PTAB, BR, CR, SYM = map(name, ("w:p", "w:t", "w:tab", "w:ptab", "w:br", "w:cr", "w:sym"))
HYPHEN, RUBY_TEXT, DEL, MOVE_FROM = map(name, ("w:noBreakHyphen", "w:rt", "w:del", "w:moveFrom"))
TABLE, ROW, ROW_PROPERTIES, CELL, BOX = map(name, ("w:tbl", "w:tr", "w:trPr", "w:tc", "w:txbxContent"))
FLD_CHAR, FLD_SIMPLE, INSTR_TEXT = map(name, ("w:fldChar", "w:fldSimple", "w:instrText"))
MATH_TEXT, TEXT_PATH, FALLBACK = map(name, ("m:t", "v:textpath", "mc:Fallback"))
FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE = name("w:footnoteReference"), name("w:endnoteReference")
CONTENT_CONTROL, BREAK_KIND, NOTE_ID, SPACE = map(name, ("w:sdt", "w:type", "w:id", "xml:space"))
TEXT, FIELD = PieceKind.TEXT, PieceKind.FIELD
BLANKS = " \t\r\n"
LINE_ENDS = str.maketrans("\r\n", "  ")


class Walk:
    """One pass over one story."""

    def __init__(self, story: Story, reading: Reading) -> None:
        self._story = story
        self._reading = reading
        self._fields = Fields(story.root)
        self._mixed = mixed(story.root)
        self._may_hide = reading.styles.any_hidden or next(story.root.iter(VANISH), None) is not None
        self._places = Places(story)
        self._open: list[OpenParagraph] = []
        self._held: OpenParagraph | None = None

    def lines(self) -> Iterator[Line]:
        """Every line of the story, a text box's after those of the paragraph that anchors it."""
        walk = etree.iterwalk(self._story.root, events=("start", "end"), tag=(T, *STARTS))
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if tag == T:
                    self._text(element)
                elif STARTS[tag](self, element):
                    walk.skip_subtree()
            elif tag == P:
                yield from self._end_paragraph()
            elif tag in ENDS:
                ENDS[tag](self, element)

    def _add(self, element: Element, text: str, kind: PieceKind, start: int = 0) -> None:
        fields = self._fields
        if not (self._open and fields.shows and text):
            return
        paragraph = self._open[-1]
        if fields.in_contents and paragraph.kind in (BlockKind.BODY, BlockKind.HEADING):
            paragraph.kind, paragraph.level = BlockKind.TOC, None
        hidden = False
        if self._may_hide:
            own = self._reading.is_hidden(element.getparent())
            hidden = paragraph.hidden if own is None else own
        paragraph.lines[-1].append(Piece(element, text, kind, start, hidden))

    def _text(self, element: Element) -> None:
        text, start = shown_text(element)
        self._add(element, text, FIELD if self._fields.inside else TEXT, start)

    def _texts(self, paragraph: Element) -> None:
        """The w:t of a paragraph that holds nothing else, as one where each is shown as it stands."""
        elements = list(paragraph.iter(T))
        texts = [element.text or "" for element in elements]
        text = "".join(texts)
        if self._may_hide or self._fields.inside or not stand(elements, text):
            for element in elements:
                self._text(element)
        elif text:
            self._open[-1].lines[-1].append(Texts(elements, texts, text))

    def _mark(self, element: Element) -> None:
        self._add(element, MARKS[element.tag], PieceKind.MARK)

    def _symbol(self, element: Element) -> None:
        self._add(element, symbol(element), PieceKind.MARK)

    def _math_text(self, element: Element) -> None:
        self._add(element, element.text or "", PieceKind.MATH)

    def _break(self, element: Element) -> None:
        """A page or column break on an empty line begins no further line."""
        if self._open and self._fields.shows:
            lines = self._open[-1].lines
            if lines[-1] or element.get(BREAK_KIND, "textWrapping") == "textWrapping":
                lines.append([])

    def _text_path(self, element: Element) -> None:
        text = element.get("string", "").translate(LINE_ENDS)
        if self._open and text.strip():
            drawn = (Piece(element, text, PieceKind.DRAWN),)
            marks = self._story.kind is not BlockKind.BODY or is_watermark(element)
            kind = BlockKind.WATERMARK if marks else BlockKind.TEXTBOX
            paragraph = self._open[-1].element
            self._open[-1].after.append(Line(self._story.part, paragraph, drawn, kind, origin=self._places.origin))

    def _start_paragraph(self, element: Element) -> bool:
        """A paragraph of nothing but runs of text is read here and its elements skipped."""
        own = own_properties(element)
        look = self._reading.look(own)
        runs_on = has_deleted_mark(own) and is_followed_by_paragraph(element)
        label = None if runs_on else self._reading.label(own, look)
        kind, level = self._places.kind, None
        if kind is BlockKind.BODY:
            kind, level = kind_and_level(own, look)
        hidden = self._may_hide and look.hidden
        text = label.text if label else ""
        paragraph = OpenParagraph(element, kind, level, text, self._places.origin, runs_on, hidden, [[]])
        if self._held:
            paragraph.lines, paragraph.after = self._held.lines, self._held.after
            self._held = None
        if label:
            paragraph.lines[0].insert(0, Piece(element, label.text + label.gap, PieceKind.LABEL))
        self._open.append(paragraph)
        if element in self._mixed:
            return False
        self._texts(element)
        return True

    def _end_paragraph(self) -> Iterable[Line]:
        paragraph = self._open.pop()
        if paragraph.runs_on:
            self._held = paragraph
            return ()
        lines = paragraph.finished(self._story.part)
        if not self._open:
            return lines
        self._open[-1].after.extend(lines)
        return ()

    def _start_table(self, element: Element) -> None:
        self._places.enter_table()

    def _start_row(self, element: Element) -> bool:
        """A row deleted with tracking is skipped."""
        if child(child(element, ROW_PROPERTIES), DEL) is not None:
            return True
        self._places.next_row()
        return False

    def _start_cell(self, element: Element) -> None:
        self._places.next_cell()

    def _start_box(self, element: Element) -> None:
        self._places.enter_box(is_watermark(element))

    def _leave_place(self, element: Element) -> None:
        self._places.leave()

    def _field_mark(self, element: Element) -> None:
        self._fields.mark(element)

    def _field_code(self, element: Element) -> None:
        self._fields.code(element)

    def _enter_field(self, element: Element) -> None:
        self._fields.enter(element)

    def _leave_field(self, element: Element) -> None:
        self._fields.leave(element)

    def _footnote(self, element: Element) -> None:
        self._reading.footnotes.append(element.get(NOTE_ID, ""))

    def _endnote(self, element: Element) -> None:
        self._reading.endnotes.append(element.get(NOTE_ID, ""))

    def _skip(self, element: Element) -> bool:
        return True

    def _skip_copy(self, element: Element) -> bool:
        return is_copy(element)


MARKS = {TAB: "\t", PTAB: "\t", HYPHEN: "-"}
STARTS: dict[str, Callable[[Walk, Element], bool | None]] = {
    P: Walk._start_paragraph,
    P_PR: Walk._skip,
    DEL: Walk._skip,
    MOVE_FROM: Walk._skip,
    RUBY_TEXT: Walk._skip,
    FALLBACK: Walk._skip_copy,
    TAB: Walk._mark,
    PTAB: Walk._mark,
    HYPHEN: Walk._mark,
    SYM: Walk._symbol,
    MATH_TEXT: Walk._math_text,
    BR: Walk._break,
    CR: Walk._break,
    TEXT_PATH: Walk._text_path,
    TABLE: Walk._start_table,
    ROW: Walk._start_row,
    CELL: Walk._start_cell,
    BOX: Walk._start_box,
    FLD_CHAR: Walk._field_mark,
    INSTR_TEXT: Walk._field_code,
    FLD_SIMPLE: Walk._enter_field,
    FOOTNOTE_REFERENCE: Walk._footnote,
    ENDNOTE_REFERENCE: Walk._endnote,
}
ENDS: dict[str, Callable[[Walk, Element], None]] = {
    TABLE: Walk._leave_place,
    BOX: Walk._leave_place,
    FLD_SIMPLE: Walk._leave_field,
}

# What makes a paragraph more than runs of text.
MIXERS = tuple(STARTS.keys() - {P, P_PR, ROW, CELL})
NESTED = etree.XPath("boolean(//w:p//w:p)", namespaces=NAMESPACES)


def mixed(root: Element) -> set[Element]:
    """The paragraphs that hold more than runs of text, and those that something else follows; found in one pass."""
    found: set[Element] = set()
    any_nested = NESTED(root)
    paragraph = root
    for element in root.iter(P, *MIXERS):
        is_paragraph = element.tag == P
        if not is_paragraph or (any_nested and is_inside(element, paragraph)):
            found.add(paragraph)
        if is_paragraph:
            paragraph = element
    return found


def is_inside(element: Element, paragraph: Element) -> bool:
    return element.getparent() is not paragraph.getparent() and paragraph in element.iterancestors(P)


def shown_text(element: Element) -> tuple[str, int]:
    """What Word shows of a w:t, and the offset in its text where that begins: blanks at the ends want xml:space."""
    text = element.text
    if not text:
        return "", 0
    start = 0
    if (text[0] in BLANKS or text[-1] in BLANKS) and element.get(SPACE) != "preserve":
        start = len(text) - len(text.lstrip(BLANKS))
        text = text.strip(BLANKS)
    return (text.translate(LINE_ENDS) if "\n" in text or "\r" in text else text), start


def stand(elements: Iterable[Element], text: str) -> bool:
    """Whether every w:t, all of whose text is `text`, is shown as it stands: only blanks may be dropped or changed."""
    if not any(blank in text for blank in BLANKS):
        return True
    return all(shown_text(element) == (element.text or "", 0) for element in elements)


def is_followed_by_paragraph(element: Element) -> bool:
    following = next(element.itersiblings(P, TABLE, CONTENT_CONTROL), None)
    return following is not None and following.tag == P
