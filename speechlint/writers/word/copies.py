"""The copy of a text box that mc:Fallback holds for old programs, kept equal to the one in mc:Choice that is read.

A box with a picture or another box in it is left out: its copy holds those in a form of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from speechlint.readers.comments import ANCHORS
from speechlint.readers.xml import Element, name
from speechlint.writers.word.comments import take_out
from speechlint.writers.word.revisions import DEL, ID, INSERTIONS, PARAGRAPH, Stamp, id_of
from speechlint.writers.word.runs import TEXT

ALTERNATIVES, CHOICE, FALLBACK = map(name, ("mc:AlternateContent", "mc:Choice", "mc:Fallback"))
BOX = name("w:txbxContent")
OBJECTS = (ALTERNATIVES, *map(name, ("w:drawing", "w:pict", "w:object")))


def copied_boxes(root: Element) -> Iterator[tuple[Element, Element]]:
    """Every text box with its copy, where both read the same."""
    for alternatives in root.iter(ALTERNATIVES):
        choices, copies = (
            [box for side in alternatives.iterchildren(tag) for box in side.iter(BOX)] for tag in (CHOICE, FALLBACK)
        )
        if len(choices) == len(copies):
            yield from (pair for pair in zip(choices, copies, strict=True) if is_copy(*pair))


def is_copy(box: Element, other: Element) -> bool:
    return next(box.iter(*OBJECTS), None) is None and texts(box) == texts(other)


def texts(box: Element) -> list[str]:
    return ["".join(text.text or "" for text in paragraph.iter(TEXT)) for paragraph in box.iter(PARAGRAPH)]


def copy_changes(boxes: Iterable[tuple[Element, Element]], stamp: Stamp, first_id: int) -> None:
    """Bring each copy up to its box where our changes made them differ, with ids of its own from `first_id` on.

    A comment stands on the box alone.
    """
    for box, copy in boxes:
        if texts(box) == texts(copy):
            continue
        copy[:] = [deepcopy(child) for child in box]
        for mark in list(copy.iter(*ANCHORS)):
            take_out(mark)
        for change in copy.iter(DEL, *INSERTIONS):
            if id_of(change) >= first_id:
                change.set(ID, stamp.fresh_id())
