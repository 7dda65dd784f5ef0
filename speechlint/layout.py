"""How a Word file looks, as a check may ask: frozen values without input or output."""

from __future__ import annotations

from dataclasses import dataclass

from speechlint.position import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters set alike: the fonts of their Chinese and of their Latin characters, and their size in points.

    `named` is whether a run or a style names the Chinese font, which else is the file's default.
    """

    span: Span
    font: str
    latin: str
    size: float
    named: bool = True


@dataclass(frozen=True, slots=True)
class Setting:
    """How one block is set: first line's indent in characters, alignment, line height as written.

    `height` is in points where `is_fixed`, else a multiple of single spacing.
    """

    indent: float = 0.0
    alignment: str = ""
    height: float = 1.0
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The pages of one section, in millimetres; `pitch` and `advance` are its grid's in points, 0 without a grid."""

    span: Span
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    pitch: float = 0.0
    advance: float = 0.0


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page number in a header or footer: `form` is its line with # for the number; `span` None where unseen."""

    form: str
    font: str
    size: float
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """What a Word file looks like: stretches in reading order, one setting a block, one page a section."""

    stretches: tuple[Stretch, ...]
    settings: tuple[Setting, ...]
    pages: tuple[Page, ...]
    page_numbers: tuple[PageNumber, ...] = ()
