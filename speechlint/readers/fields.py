"""Which text of a story is a field's code (unseen), a field's result (seen) or plain.

A complex field is three marks among the runs: begin, code, separate, result, end; it nests and crosses paragraphs
(ECMA-376 part 1, 17.16.18). A field never closed is taken for plain text, so that it cannot swallow the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from speechlint.readers.xml import Element, name

FLD_CHAR, TYPE, INSTRUCTION = name("w:fldChar"), name("w:fldCharType"), name("w:instr")
# A bound, so that a made-up file with thousands of siblings costs no more.
MOST_CHOICES = 16
DEL, MOVE_FROM, CHOICE, FALLBACK = map(name, ("w:del", "w:moveFrom", "mc:Choice", "mc:Fallback"))


@dataclass(slots=True)
class Field:
    element: Element
    code: str = ""
    in_result: bool = False

    @property
    def is_contents(self) -> bool:
        return self.code.lstrip()[:4].upper().rstrip() == "TOC"


class Fields:
    """The fields open at the current place of a walk through one story.

    `shows`: text here is seen, no field around it is still in its code. `inside`: some field is around.
    `in_contents`: a table of contents is the result around this place.
    """

    def __init__(self, root: Element) -> None:
        self._closed = frozenset(closed(root))
        self._open: list[Field] = []
        self._simple: set[Element] = set()
        self._codes = 0
        self._contents = 0
        self._tell()

    def _tell(self) -> None:
        self.shows = not self._codes
        self.inside = bool(self._open)
        self.in_contents = self._contents > 0

    def mark(self, element: Element) -> None:
        """A w:fldChar."""
        if element not in self._closed:
            return
        kind = element.get(TYPE)
        if kind == "begin":
            self._open.append(Field(element))
            self._codes += 1
        elif self._open and kind == "separate":
            self._separate(self._open[-1])
        elif self._open and kind == "end":
            self._simple.discard(self._close())
        self._tell()

    def code(self, element: Element) -> None:
        """A w:instrText."""
        if self._open and not self._open[-1].in_result and len(self._open[-1].code) < 8:
            self._open[-1].code += element.text or ""

    def enter(self, element: Element) -> None:
        """A w:fldSimple, all of it result."""
        self._open.append(Field(element, element.get(INSTRUCTION) or ""))
        self._simple.add(element)
        self._codes += 1
        self._separate(self._open[-1])
        self._tell()

    def leave(self, element: Element) -> None:
        if element in self._simple:
            self._simple.remove(element)
            while self._close() is not element:
                pass
            self._tell()

    def _separate(self, field: Field) -> None:
        if not field.in_result:
            field.in_result = True
            self._codes -= 1
            self._contents += field.is_contents

    def _close(self) -> Element:
        field = self._open.pop()
        if field.in_result:
            self._contents -= field.is_contents
        else:
            self._codes -= 1
        return field.element


def closed(root: Element) -> Iterator[Element]:
    """The marks of every field that is begun and ended where a reader looks."""
    open_marks: list[list[Element]] = []
    marks = list(root.iter(FLD_CHAR))
    hides = bool(marks) and next(root.iter(DEL, MOVE_FROM, FALLBACK), None) is not None
    for element in marks:
        if hides and is_unseen(element):
            continue
        kind = element.get(TYPE)
        if kind == "begin":
            open_marks.append([element])
        elif open_marks and kind in ("separate", "end"):
            open_marks[-1].append(element)
            if kind == "end":
                yield from open_marks.pop()


def is_unseen(element: Element) -> bool:
    return any(
        above.tag in (DEL, MOVE_FROM) or (above.tag == FALLBACK and is_copy(above)) for above in element.iterancestors()
    )


def is_copy(fallback: Element) -> bool:
    """Whether a mc:Fallback repeats for old programs what a mc:Choice beside it holds."""
    return any(sibling.tag == CHOICE for sibling in islice(fallback.itersiblings(preceding=True), MOST_CHOICES))
