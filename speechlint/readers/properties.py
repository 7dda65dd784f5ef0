"""What a paragraph's own properties and its style say together: kind, level, automatic number, hidden runs."""

from __future__ import annotations

from dataclasses import dataclass, field

from speechlint.model import BlockKind
from speechlint.readers.numbering import Label, Numbering
from speechlint.readers.styles import NUM_ID, NUM_LEVEL, NUM_PR, Look, Styles, outline_level
from speechlint.readers.xml import Element, name, number, switched, value

P_PR, R_PR, P_STYLE, R_STYLE, VANISH = map(name, ("w:pPr", "w:rPr", "w:pStyle", "w:rStyle", "w:vanish"))
DEL, MOVE_FROM = name("w:del"), name("w:moveFrom")
NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stories of one file share; footnotes and endnotes collect the ids referred to, in reading order."""

    styles: Styles
    numbering: Numbering
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)

    def look(self, p_pr: Element | None) -> Look:
        return self.styles.look(value(p_pr, P_STYLE))

    def kind_and_level(self, p_pr: Element | None) -> tuple[BlockKind, int | None]:
        """What a paragraph of the body is; its own outline level outweighs its style's."""
        look = self.look(p_pr)
        own = outline_level(p_pr)
        level = look.level if own is None else own
        if look.is_contents:
            return BlockKind.TOC, None
        if look.is_title:
            return BlockKind.TITLE, None
        return (BlockKind.HEADING, level) if level else (BlockKind.BODY, None)

    def label(self, p_pr: Element | None) -> Label | None:
        """Count the paragraph in its list and say its automatic number."""
        look = self.look(p_pr)
        own = None if p_pr is None else p_pr.find(NUM_PR)
        num_id = value(own, NUM_ID) or look.number
        if num_id is None or num_id == NO_LIST:
            return None
        level = number(value(own, NUM_LEVEL))
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


def has_deleted_mark(p_pr: Element | None) -> bool:
    """Whether a tracked deletion took the paragraph's end: its text then runs on into the next paragraph."""
    r_pr = None if p_pr is None else p_pr.find(R_PR)
    return r_pr is not None and (r_pr.find(DEL) is not None or r_pr.find(MOVE_FROM) is not None)
