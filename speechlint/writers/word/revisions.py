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
LONGEST_ID = 10


@dataclass(slots=True)
class Stamp:
    """Who changes what when: gives every change the next free id."""

    author: str
    date: str
    next_id: int

    def attributes(self) -> dict[str, str]:
        return {ID: self.fresh_id(), BY: self.author, DATE: self.date}

    def fresh_id(self) -> str:
        self.next_id += 1
        return str(self.next_id - 1)


def highest_id(root: Element) -> int:
    """The greatest w:id of any change, comment or bookmark in a part, -1 without one."""
    return max(map(id_of, root.iter(etree.Element)), default=-1)


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
    return cut_out(deletion, stamp)


def insertion(text: str, like: Element, stamp: Stamp) -> Element:
    """Our w:ins with a run of `text` formatted like another run, to be put in its place."""
    made = etree.Element(INS, stamp.attributes())
    run = new_run(like, [text_element(text)])
    for change in list(run.iter(CHANGE_OF_PROPERTIES)):
        drop(change)
    made.append(run)
    return made


def cut_out(element: Element, stamp: Stamp) -> Element:
    """Cut the insertion around an element, if there is one, so that the element is alone in its part of it.

    The first part keeps the insertion's id, the others get ids of their own. Changes accepted at once stay inside it,
    so that what is put there goes when the insertion is rejected.
    """
    around = element.getparent()
    if around is None or around.tag not in INSERTIONS or stamp.author == PASSING_AUTHOR:
        return element
    before, after = list(element.itersiblings(preceding=True))[::-1], list(element.itersiblings())
    if before:
        around.addprevious(part_of(around, before))
        around.set(ID, stamp.fresh_id())
    if after:
        rest = part_of(around, after)
        rest.set(ID, stamp.fresh_id())
        around.addnext(rest)
    return around


def part_of(insertion: Element, children: list[Element]) -> Element:
    part = etree.Element(insertion.tag, attributes_of(insertion))
    part.extend(children)
    return part


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
    first_id = min(map(id_of, changes), default=0)
    for change in changes:
        parent = change.getparent()
        if parent is not None and parent.tag == RUN_PROPERTIES:
            settle_mark(change, accept=accept)
        elif (change.tag == INS) == accept:
            restore(change)
        else:
            drop(change)
    if changes:
        mend_cuts(root, first_id)
    return bool(changes)


def mend_cuts(root: Element, first_id: int) -> None:
    """Make one again of an insertion that `cut_out` cut: the later parts' ids are among those of our changes.

    (Ours were the highest when they were given.)
    """
    for part in list(root.iter(*INSERTIONS)):
        before = part.getprevious()
        if before is not None and before.tag == part.tag and id_of(part) >= first_id and is_alike(before, part):
            before.extend(list(part))
            drop(part)


def id_of(change: Element) -> int:
    """A change's id, -1 where it has none that is a number."""
    text = change.get(ID, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_ID else -1


def is_alike(one: Element, other: Element) -> bool:
    """Whether two changes differ in nothing but their id."""
    return {**attributes_of(one), ID: ""} == {**attributes_of(other), ID: ""}


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
