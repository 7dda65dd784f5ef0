"""What a paragraph's style says about it: heading level, title, contents, number, hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from speechlint.readers.xml import VAL, Element, child, children, name, number, switched, value

TYPE, STYLE_ID, DEFAULT = name("w:type"), name("w:styleId"), name("w:default")
STYLE, NAME, BASED_ON, P_PR, R_PR = map(name, ("w:style", "w:name", "w:basedOn", "w:pPr", "w:rPr"))
OUTLINE, NUM_PR, NUM_ID, NUM_LEVEL, VANISH = map(name, ("w:outlineLvl", "w:numPr", "w:numId", "w:ilvl", "w:vanish"))
HEADING_NAME = re.compile(r"(?:heading|标题) ?([1-9])$", re.IGNORECASE)
CONTENTS_NAME = re.compile(r"(?:toc (?:\d|heading)|table of figures)$", re.IGNORECASE)
TITLE_NAME = re.compile(r"(?:title|标题)$", re.IGNORECASE)
BODY_LEVEL = 9
DEEPEST = 64


class Look(NamedTuple):
    """A style with all it inherits; `level` is 1–9 for a heading, 0 for what says it is body, None unsaid.

    `family` names the style and those it is based on, nearest first.
    """

    family: tuple[str, ...] = ()
    level: int | None = None
    is_title: bool = False
    is_contents: bool = False
    hidden: bool = False
    number: str | None = None
    number_level: int | None = None


class Styles:
    """The styles of a file; one that is missing or based on itself simply says nothing."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._looks: dict[str | None, Look] = {}
        self._default = ""
        for style in () if root is None else root.iterchildren(STYLE):
            style_id = style.get(STYLE_ID, "")
            self._styles.setdefault(style_id, style)
            if style.get(TYPE) == "paragraph" and switched_attribute(style.get(DEFAULT)):
                self._default = self._default or style_id
        self.any_hidden = root is not None and next(root.iter(VANISH), None) is not None

    def look(self, style_id: str | None) -> Look:
        """The look of a paragraph or character style, of the default paragraph style for None."""
        found = self._looks.get(style_id)
        if found is None:
            found = self._looks[style_id] = self._resolve(style_id or self._default)
        return found

    def numbering_of(self, style_id: str) -> str | None:
        """The numId a numbering style stands for (what w:numStyleLink names)."""
        return self.look(style_id).number

    def _resolve(self, style_id: str) -> Look:
        chain = self._chain(style_id)
        names = [value(style, NAME) or "" for style in chain.values()]
        ours = [children(child(style, P_PR)) for style in chain.values()]
        numbers = [own[NUM_PR] for own in ours if NUM_PR in own]
        hidden = (switched(child(style, R_PR), VANISH) for style in chain.values())
        return Look(
            tuple(chain),
            next((level for n, p in zip(names, ours, strict=True) if (level := heading_level(n, p)) is not None), None),
            next((bool(TITLE_NAME.match(n)) for n in names if TITLE_NAME.match(n) or HEADING_NAME.match(n)), False),
            any(map(CONTENTS_NAME.match, names)),
            next((said for said in hidden if said is not None), False),
            next(filter(None, (value(item, NUM_ID) for item in numbers)), None),
            next((index for item in numbers if (index := number(value(item, NUM_LEVEL))) is not None), None),
        )

    def _chain(self, style_id: str) -> dict[str, Element]:
        chain: dict[str, Element] = {}
        while style_id in self._styles and style_id not in chain and len(chain) < DEEPEST:
            chain[style_id] = self._styles[style_id]
            style_id = value(chain[style_id], BASED_ON) or ""
        return chain


def heading_level(style_name: str, own: Mapping[str, Element]) -> int | None:
    """1–9 for a heading, 0 for a style that says it is none, None when it says nothing."""
    outline = outline_level(own)
    if outline is not None:
        return outline
    named = HEADING_NAME.match(style_name)
    return int(named[1]) if named else None


def outline_level(own: Mapping[str, Element]) -> int | None:
    """What a paragraph's or style's own properties say: 1–9, 0 for body text, None for nothing."""
    found = own.get(OUTLINE)
    written = None if found is None else number(found.get(VAL))
    if written is None:
        return None
    return written + 1 if 0 <= written < BODY_LEVEL else 0


def switched_attribute(text: str | None) -> bool:
    return text in ("1", "true", "on")
