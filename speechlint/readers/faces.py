"""Effective fonts, sizes and indents of a Word file: defaults, then styles, then what a run or paragraph says itself.

Table styles are not followed. Source: ISO/IEC 29500-1 17.7.2 (style hierarchy).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from speechlint.layout import Setting
from speechlint.readers.properties import P_PR, P_STYLE, R_PR, R_STYLE
from speechlint.readers.styles import BASED_ON, DEEPEST, DEFAULT, STYLE, STYLE_ID, TYPE, switched_attribute
from speechlint.readers.theme import ThemeFonts
from speechlint.readers.xml import Element, child, name, number, value

RUN = name("w:r")
DEFAULTS, RUN_DEFAULT, PARAGRAPH_DEFAULT = map(name, ("w:docDefaults", "w:rPrDefault", "w:pPrDefault"))
FONTS, SIZE, INDENT, SPACING, ALIGNMENT = map(name, ("w:rFonts", "w:sz", "w:ind", "w:spacing", "w:jc"))
EAST_ASIAN, EAST_ASIAN_THEME = name("w:eastAsia"), name("w:eastAsiaTheme")
ASCII, ASCII_THEME = name("w:ascii"), name("w:asciiTheme")
LINE, LINE_RULE = name("w:line"), name("w:lineRule")
FIRST, FIRST_CHARACTERS = name("w:firstLine"), name("w:firstLineChars")
HANGING, HANGING_CHARACTERS = name("w:hanging"), name("w:hangingChars")
LEFT, LEFT_CHARACTERS, START, START_CHARACTERS = map(name, ("w:left", "w:leftChars", "w:start", "w:startChars"))
TWIPS = 20
SINGLE = 240
# What Word sets a Chinese character in where nothing names an East Asian font, and the size where nothing names one.
USUAL_FONT, USUAL_LATIN, USUAL_SIZE = "宋体", "Times New Roman", 10.0
# The key under which it is kept that a run or style names the East Asian font outright.
NAMED = "named"
Said = dict[str, str]


@dataclass(frozen=True, slots=True)
class Face:
    """The fonts of Chinese and of Latin characters, and the size in points; `named` as in a Stretch."""

    font: str
    latin: str
    size: float
    named: bool = True


class Faces:
    """The looks of one file; a style that is missing or based on itself says nothing."""

    def __init__(self, styles: Element | None, theme: Element | None, settings: Element | None) -> None:
        self._theme = ThemeFonts(theme, settings)
        self._styles: dict[str, Element] = {}
        self._default = ""
        for style in () if styles is None else styles.iterchildren(STYLE):
            self._styles.setdefault(style.get(STYLE_ID, ""), style)
            if style.get(TYPE) == "paragraph" and switched_attribute(style.get(DEFAULT)):
                self._default = self._default or style.get(STYLE_ID, "")
        defaults = child(styles, DEFAULTS)
        self._run_default = child(child(defaults, RUN_DEFAULT), R_PR)
        self._paragraph_default = child(child(defaults, PARAGRAPH_DEFAULT), P_PR)
        self._bases: dict[tuple[str, str], Said] = {}

    @property
    def size(self) -> float:
        """The size in points of a paragraph without a style."""
        return self._size_of(self._said("", ""))

    def _size_of(self, said: Mapping[str, str]) -> float:
        half_points = number(said.get(SIZE))
        return half_points / 2 if half_points else USUAL_SIZE

    def face(self, paragraph: Element, run: Element | None) -> Face:
        """What a run of a paragraph looks like; None for the paragraph's own."""
        p_style = value(child(paragraph, P_PR), P_STYLE) or ""
        r_pr = child(run, R_PR)
        r_style = value(r_pr, R_STYLE) or ""
        said = self._said(p_style, r_style)
        if r_pr is not None and (own := run_says(r_pr)):
            said = said | own
        return self._made(said)

    def _made(self, said: Said) -> Face:
        font = self._theme.font(said.get(EAST_ASIAN_THEME)) or said.get(EAST_ASIAN) or USUAL_FONT
        latin = self._theme.font(said.get(ASCII_THEME)) or said.get(ASCII) or USUAL_LATIN
        return Face(font, latin, self._size_of(said), NAMED in said)

    def _said(self, p_style: str, r_style: str) -> Said:
        """What defaults and the two styles say of a run."""
        key = (p_style, r_style)
        if key not in self._bases:
            said = run_says(self._run_default)
            said.pop(NAMED, None)
            for style in (*self._chain(p_style or self._default), *self._chain(r_style)):
                said |= run_says(child(style, R_PR))
            self._bases[key] = said
        return self._bases[key]

    def _chain(self, style_id: str) -> Iterable[Element]:
        """A style and those it is based on, the base first."""
        chain: dict[str, Element] = {}
        while style_id in self._styles and style_id not in chain and len(chain) < DEEPEST:
            chain[style_id] = self._styles[style_id]
            style_id = value(chain[style_id], BASED_ON) or ""
        return reversed(chain.values())

    def setting(self, paragraph: Element) -> Setting:
        """How a paragraph is set; the indent counts in characters of its own size."""
        own = child(paragraph, P_PR)
        said: Said = paragraph_says(self._paragraph_default)
        for style in self._chain(value(own, P_STYLE) or self._default):
            overlay(said, paragraph_says(child(style, P_PR)))
        overlay(said, paragraph_says(own))
        height = number(said.get(LINE))
        is_fixed = said.get(LINE_RULE) in ("exact", "atLeast")
        return Setting(
            indent_of(said, self.face(paragraph, first_run(paragraph)).size),
            said.get(ALIGNMENT, ""),
            height / (TWIPS if is_fixed else SINGLE) if height else 1.0,
            is_fixed and bool(height),
        )


def first_run(paragraph: Element) -> Element | None:
    return next(paragraph.iter(RUN), None)


def run_says(r_pr: Element | None) -> Said:
    """Fonts and size of one level; a theme font outweighs a named one of its level and of those below."""
    said: Said = {}
    fonts, size = child(r_pr, FONTS), value(r_pr, SIZE)
    if fonts is not None:
        for named, theme in ((EAST_ASIAN, EAST_ASIAN_THEME), (ASCII, ASCII_THEME)):
            if named in fonts.attrib or theme in fonts.attrib:
                said[named], said[theme] = fonts.get(named, ""), fonts.get(theme, "")
        if EAST_ASIAN in fonts.attrib:
            said[NAMED] = "1"
    if size:
        said[SIZE] = size
    return said


def paragraph_says(p_pr: Element | None) -> Said:
    said: Said = {}
    for tag in (INDENT, SPACING):
        found = child(p_pr, tag)
        if found is not None:
            said.update({str(key): str(text) for key, text in found.attrib.items()})
    if alignment := value(p_pr, ALIGNMENT):
        said[ALIGNMENT] = alignment
    return said


def overlay(said: Said, nearer: Said) -> None:
    """Let a nearer level speak: its first-line indent ends a hanging one, and the other way round."""
    ended: tuple[str, ...]
    if HANGING in nearer or HANGING_CHARACTERS in nearer:
        ended = (FIRST, FIRST_CHARACTERS)
    elif FIRST in nearer or FIRST_CHARACTERS in nearer:
        ended = (HANGING, HANGING_CHARACTERS)
    else:
        ended = ()
    for key in ended:
        said.pop(key, None)
    said.update(nearer)


def indent_of(said: Said, size: float) -> float:
    """Where the first line begins, in characters from the margin."""
    left = measure(said, (LEFT_CHARACTERS, START_CHARACTERS), (LEFT, START), size)
    first = measure(said, (FIRST_CHARACTERS,), (FIRST,), size)
    return left + first - measure(said, (HANGING_CHARACTERS,), (HANGING,), size)


def measure(said: Said, characters: Iterable[str], twips: Iterable[str], size: float) -> float:
    """A length in characters; one given in hundredths of a character outweighs one in twips."""
    hundredths = next((found for key in characters if (found := number(said.get(key)))), 0)
    if hundredths:
        return hundredths / 100
    return next((found for key in twips if (found := number(said.get(key)))), 0) / TWIPS / size
