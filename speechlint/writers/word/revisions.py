"""Tracked changes of our own (w:ins, w:del): made, accepted, rejected. Everybody else's are left as they are."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from speechlint.readers.comments import AUTHOR
from speechlint.readers.xml import Element, name
from speechlint.writers.word.runs import CHANGE_OF_PROPERTIES, RUN_PROPERTIES, SPACE, TEXT, new_run, text_element

# Changes made only to be accepted at once; a draft never keeps this name.
PASSING_AUTHOR = "speechlint fix"
INS, DEL, MOVE_TO = name("w:ins"), name("w:del"), name("w:moveTo")
DELETED_TEXT, PARAGRAPH, PARAGRAPH_PROPERTIES = name("w:delText"), name("w:p"), name("w:pPr")
ID, BY, DATE = name("w:id"), name("w:author"), name("w:date")
INSERTIONS = (INS, MOVE_TO)


@dataclass(slots=True)
class Stamp:
    """Who changes what when: gives every change the next free id."""

    author: str
    date: str
    next_id: int

    def attributes(self) -> dict[str, str]:
        self.next_id += 1
        return {ID: str(self.next_id - 1), BY: self.author, DATE: self.date}


def highest_id(root: Element) -> int:
    """The greatest w:id of any change, comment or bookmark in a part, -1 without one."""
    ids = (element.get(ID, "") for element in root.iter(etree.Element))
    return max((int(text) for text in ids if text.isascii() and text.isdigit() and len(text) < 10), default=-1)


def delete(run: Element, stamp: Stamp) -> Element:
    """Wrap a run in our w:del and give back what stands in its place among the paragraph's own children.

    Inside somebody's insertion the deletion is nested and that insertion is cut in three, because ours may not be
    nested in it (ECMA-376 part 1, 17.13.5).
    """
    deletion = etree.Element(DEL, stamp.attributes())
    run.addprevious(deletion)
    deletion.append(run)
    for text in run.iter(TEXT):
        text.tag = DELETED_TEXT
    return cut_out(deletion)


def insertion(text: str, like: Element, stamp: Stamp) -> Element:
    """Our w:ins with a run of `text` formatted like another run, to be put in its place."""
    made = etree.Element(INS, stamp.attributes())
    run = new_run(like, [text_element(text)])
    for change in list(run.iter(CHANGE_OF_PROPERTIES)):
        drop(change)
    made.append(run)
    return made


def cut_out(element: Element) -> Element:
    """Cut the insertion around an element, if there is one, so that the element is alone in its part of it."""
    around = element.getparent()
    if around is None or around.tag not in INSERTIONS:
        return element
    for siblings, put in (
        (list(element.itersiblings(preceding=True))[::-1], around.addprevious),
        (list(element.itersiblings()), around.addnext),
    ):
        if siblings:
            part = etree.Element(around.tag, attributes_of(around))
            part.extend(siblings)
            put(part)
    return around


def attributes_of(element: Element) -> dict[str, str]:
    return {str(key): str(text) for key, text in element.attrib.items()}


def delete_mark(paragraph: Element, stamp: Stamp) -> None:
    """Track the deletion of a paragraph's end, which joins it with the next one."""
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    if properties is None:
        properties = etree.Element(PARAGRAPH_PROPERTIES)
        paragraph.insert(0, properties)
    mark = properties.find(RUN_PROPERTIES)
    if mark is None:
        mark = etree.Element(RUN_PROPERTIES)
        last = properties.find(name("w:pPrChange"))
        properties.append(mark) if last is None else last.addprevious(mark)
    mark.insert(0, etree.Element(DEL, stamp.attributes()))


def own_date(root: Element) -> str | None:
    """The date of our first change in a part: made again, the same changes keep it."""
    own = (element for element in root.iter(INS, DEL) if element.get(BY) == AUTHOR)
    return next((element.get(DATE) for element in own), None)


def settle(root: Element, author: str, *, accept: bool) -> bool:
    """Accept or reject an author's changes in a part; whether there were any."""
    changes = [element for element in root.iter(INS, DEL) if element.get(BY) == author]
    for change in changes:
        parent = change.getparent()
        if parent is not None and parent.tag == RUN_PROPERTIES:
            settle_mark(change, accept=accept)
        elif (change.tag == INS) == accept:
            restore(change)
        else:
            drop(change)
    if changes:
        mend_cuts(root)
    return bool(changes)


def mend_cuts(root: Element) -> None:
    """Make one again of an insertion that `cut_out` cut: its parts stand side by side under one id."""
    for part in list(root.iter(*INSERTIONS)):
        before = part.getprevious()
        if before is not None and before.tag == part.tag and before.get(ID) and before.attrib == part.attrib:
            before.extend(list(part))
            drop(part)


def settle_mark(mark: Element, *, accept: bool) -> None:
    paragraph = next(mark.iterancestors(PARAGRAPH))
    drop(mark)
    if accept:
        drop(paragraph)


def restore(change: Element) -> None:
    """Put a change's content in its place, deleted text as text again."""
    for text in change.iter(DELETED_TEXT):
        text.tag = TEXT
        text.set(SPACE, "preserve")
    for child in list(change):
        change.addprevious(child)
    drop(change)


def drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
