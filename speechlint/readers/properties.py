"""What a paragraph's own properties and its style say together: kind, level, automatic number, hidden runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from speechlint.model import BlockKind
from speechlint.readers.numbering import Label, Numbering
from speechlint.readers.styles import NUM_ID, NUM_LEVEL, NUM_PR, Look, Styles, outline_level
from speechlint.readers.xml import VAL, Element, children, name, number, switched, value

P_PR, R_PR, P_STYLE, R_STYLE, VANISH = map(name, ("w:pPr", "w:rPr", "w:pStyle", "w:rStyle", "w:vanish"))
DEL, MOVE_FROM = name("w:del"), name("w:moveFrom")
NO_LIST = "0"

# A paragraph's own properties: the children of its w:pPr by name.
Own = Mapping[str, Element]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stories of one file share; footnotes and endnotes collect the ids referred to, in reading order."""

    styles: Styles
    numbering: Numbering
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)

    def look(self, own: Own) -> Look:
        """The style of a paragraph."""
        style = own.get(P_STYLE)
        return self.styles.look(None if style is None else style.get(VAL))

    def label(self, own: Own, look: Look) -> Label | None:
        """Count the paragraph in its list and say its automatic number."""
        listed = own.get(NUM_PR)
        num_id = look.number if listed is None else value(listed, NUM_ID) or look.number
        if num_id is None or num_id == NO_LIST:
            return None
        level = number(value(listed, NUM_LEVEL))
        if level is None:
            level = self.numbering.level_of_style(num_id, look.family)
        return self.numbering.label(num_id, look.number_level or 0 if level is None else level)

    def is_hidden(self, run: Element | None) -> bool | None:
        """Whether a run's own properties or its style make it hidden text, None when they do not say."""
        r_pr = run[0] if run is not None and run[0].tag == R_PR else None
        own = switched(r_pr, VANISH)
        if own is None and (style := value(r_pr, R_STYLE)):
            return self.styles.look(style).hidden or None
        return own


def own_properties(paragraph: Element) -> Own:
    """The children of a paragraph's w:pPr, which stands first in it."""
    first = paragraph[0] if len(paragraph) else None
    return children(first) if first is not None and first.tag == P_PR else {}


def kind_and_level(own: Own, look: Look) -> tuple[BlockKind, int | None]:
    """What a paragraph of the body is; its own outline level outweighs its style's."""
    if look.is_contents:
        return BlockKind.TOC, None
    if look.is_title:
        return BlockKind.TITLE, None
    outline = outline_level(own)
    level = look.level if outline is None else outline
    return (BlockKind.HEADING, level) if level else (BlockKind.BODY, None)


def has_deleted_mark(own: Own) -> bool:
    """Whether a tracked deletion took the paragraph's end: its text then runs on into the next paragraph."""
    mark = own.get(R_PR)
    return mark is not None and next(mark.iterchildren(DEL, MOVE_FROM), None) is not None
