"""Word's automatic numbers, worked out as Word shows them (ECMA-376 part 1, 17.9 Numbering)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from speechlint.readers.numerals import write, write_custom
from speechlint.readers.styles import Styles
from speechlint.readers.xml import VAL, Element, children, name, number, switched, value

ABSTRACT, ABSTRACT_ID, NUM, NUM_ID = map(name, ("w:abstractNum", "w:abstractNumId", "w:num", "w:numId"))
LEVEL, ILVL, OVERRIDE, START_OVERRIDE = map(name, ("w:lvl", "w:ilvl", "w:lvlOverride", "w:startOverride"))
STYLE_LINK, FORMAT, FORMAT_PATTERN = map(name, ("w:numStyleLink", "w:numFmt", "w:format"))
TEXT, START, RESTART, LEGAL = map(name, ("w:lvlText", "w:start", "w:lvlRestart", "w:isLgl"))
SUFFIX, LINKED_STYLE, R_PR, VANISH = map(name, ("w:suff", "w:pStyle", "w:rPr", "w:vanish"))
PLACEHOLDER = re.compile(r"%([1-9])")
DEPTH = 9
LONGEST = 255
SILENT_FORMATS = frozenset({"bullet", "none"})


class Level(NamedTuple):
    """One level of a list: `restart` is the 1-based level that restarts it, 0 none, None any higher one."""

    text: str = ""
    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None
    is_legal: bool = False
    style: str | None = None
    suffix: str = "tab"
    hidden: bool = False


class List(NamedTuple):
    """What a numId stands for: `key` is the definition it shares its counters with."""

    key: str
    levels: dict[int, Level]
    starts: dict[int, int]
    by_style: dict[str, int]


class Label(NamedTuple):
    """An automatic number and what Word puts behind it."""

    text: str
    gap: str = ""


class Numbering:
    """The lists of one file and how far each has counted; labels must be asked for in reading order."""

    def __init__(self, root: Callable[[], Element | None], styles: Styles) -> None:
        """`root` gives numbering.xml; it is called when the first number is asked for."""
        self._root = root
        self._styles = styles
        self._lists: dict[str, List | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    @cached_property
    def _abstracts(self) -> dict[str, Element]:
        return by_id(self._root(), ABSTRACT, ABSTRACT_ID)

    @cached_property
    def _nums(self) -> dict[str, Element]:
        return by_id(self._root(), NUM, NUM_ID)

    def level_of_style(self, num_id: str, family: tuple[str, ...]) -> int | None:
        """The level linked to a paragraph style or to one it is based on."""
        found = self._list(num_id)
        linked = found.by_style if found else {}
        return next((linked[style] for style in family if style in linked), None)

    def label(self, num_id: str, index: int) -> Label | None:
        """Count one paragraph and say its number; None for a bullet, a hidden number or a list that is not there."""
        found = self._list(num_id)
        if found is None or index not in found.levels:
            return None
        counters = self._count(num_id, index, found)
        level = found.levels[index]
        if level.hidden or level.format == "bullet":
            return None
        text = PLACEHOLDER.sub(lambda match: shown(int(match[1]) - 1, found, counters, level.is_legal), level.text)
        return Label(text, gap(text, level.suffix)) if text.strip() else None

    def _count(self, num_id: str, index: int, found: List) -> list[int | None]:
        counters = self._counters.setdefault(found.key, [None] * DEPTH)
        current = counters[index]
        if index in found.starts and (num_id, index) not in self._started:
            counters[index] = found.starts[index]
        else:
            counters[index] = found.levels[index].start if current is None else current + 1
        self._started.add((num_id, index))
        for deeper in range(index + 1, DEPTH):
            level = found.levels.get(deeper)
            if level is None or level.restart is None or index < level.restart:
                counters[deeper] = None
        return counters

    def _list(self, num_id: str) -> List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._define(num_id)
        return self._lists[num_id]

    def _define(self, num_id: str) -> List | None:
        num = self._nums.get(num_id)
        key = value(num, ABSTRACT_ID)
        if num is None or key is None:
            return None
        key = self._behind_style(key)
        levels = levels_of(self._abstracts.get(key))
        starts: dict[int, int] = {}
        for override in num.iterchildren(OVERRIDE):
            index = number(override.get(ILVL))
            if index is None or not 0 <= index < DEPTH:
                continue
            levels |= levels_of(override)
            start = number(value(override, START_OVERRIDE))
            if start is not None:
                starts[index] = start
        return List(key, levels, starts, {level.style: index for index, level in levels.items() if level.style})

    def _behind_style(self, key: str) -> str:
        """Follow w:numStyleLink: a definition may only name the numbering style that holds the levels."""
        for _ in range(DEPTH):
            style = value(self._abstracts.get(key), STYLE_LINK)
            num_id = self._styles.numbering_of(style) if style else None
            behind = value(self._nums.get(num_id), ABSTRACT_ID) if num_id else None
            if behind is None or behind == key:
                return key
            key = behind
        return key


def by_id(root: Element | None, tag: str, attribute: str) -> dict[str, Element]:
    found = () if root is None else root.iterchildren(tag)
    return {element.get(attribute, ""): element for element in found}


def levels_of(parent: Element | None) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in () if parent is None else parent.iterchildren(LEVEL):
        index = number(element.get(ILVL))
        if index is not None and 0 <= index < DEPTH:
            found[index] = level_of(element)
    return found


def level_of(element: Element) -> Level:
    own = children(element)
    said = {tag: found.get(VAL) for tag, found in own.items()}
    # Word 2010 and later wrap a custom format: mc:AlternateContent with the plain w:numFmt as its fallback.
    written = own[FORMAT] if FORMAT in own else next(element.iter(FORMAT), None)
    return Level(
        text=(said.get(TEXT) or "")[:LONGEST],
        format="decimal" if written is None else written.get(VAL, "decimal"),
        pattern="" if written is None else written.get(FORMAT_PATTERN, ""),
        start=number(said.get(START)) or 0,
        restart=number(said.get(RESTART)),
        is_legal=bool(switched(element, LEGAL)),
        style=said.get(LINKED_STYLE),
        suffix=said.get(SUFFIX) or "tab",
        hidden=bool(switched(own.get(R_PR), VANISH)),
    )


def shown(index: int, found: List, counters: list[int | None], legal: bool) -> str:
    level = found.levels.get(index, Level())
    current = counters[index]
    at = level.start if current is None else current
    if level.format in SILENT_FORMATS:
        return ""
    if level.format == "custom":
        return write_custom(at, level.pattern)
    return write(at, "decimal" if legal else level.format)


def gap(label: str, suffix: str) -> str:
    """One space where Word leaves room; after 、 or a full-width bracket the sign is room enough."""
    if suffix == "nothing" or label[-1] in "、，．。：）】〕":
        return ""
    return " "
