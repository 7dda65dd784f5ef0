"""Native Word comments: their part, their anchors around exact characters, and comments taken out again."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from speechlint.readers.comments import (
    ANCHORS,
    AUTHOR,
    COMMENT,
    RANGE_END,
    RANGE_START,
    REFERENCE,
    paragraph_ids,
    texts_of,
)
from speechlint.readers.xml import NAMESPACES, Element, name
from speechlint.writers.word.revisions import BY, DATE, ID, PARAGRAPH, PARAGRAPH_PROPERTIES, drop
from speechlint.writers.word.runs import RUN, RUN_PROPERTIES, Atom, text_element

COMMENTS, INITIALS = name("w:comments"), name("w:initials")

# Parts that say more about comments, by kind, and the attribute by which each names one.
RECORDS = {"commentsExtended": name("w15:paraId"), "commentsIds": name("w16cid:paraId")}


@dataclass(frozen=True, slots=True)
class Note:
    """A comment to be: its lines and the characters [start, end) of a line of the file it stands on."""

    line: int
    start: int
    end: int
    texts: tuple[str, ...]


def empty_comments() -> Element:
    return etree.Element(COMMENTS, nsmap={"w": NAMESPACES["w"]})


def add_comment(comments: Element, number: int, texts: Iterable[str], date: str) -> None:
    """Append one comment by us, a paragraph a text."""
    comment = etree.SubElement(comments, COMMENT, {ID: str(number), BY: AUTHOR, DATE: date, INITIALS: "SL"})
    for text in texts:
        run = etree.SubElement(etree.SubElement(comment, PARAGRAPH), RUN)
        run.append(text_element(text))


def anchor(number: int, note: Note, atoms: Sequence[Atom], paragraph: Element) -> None:
    """Put a comment's marks around the runs of its characters, or at the paragraph where no run holds them."""
    runs = [atom.run for atom in atoms if atom.run is not None and atom.start < note.end and note.start < atom.end]
    runs = runs or [atom.run for atom in atoms if atom.run is not None][:1]
    start, end = (etree.Element(tag, {ID: str(number)}) for tag in (RANGE_START, RANGE_END))
    reference = etree.Element(RUN)
    etree.SubElement(reference, REFERENCE, {ID: str(number)})
    if runs:
        runs[0].addprevious(start)
        runs[-1].addnext(end)
    else:
        paragraph.insert(1 if paragraph.find(PARAGRAPH_PROPERTIES) is not None else 0, start)
        start.addnext(end)
    end.addnext(reference)


def cuts_of(note: Note) -> tuple[int, int]:
    return note.start, note.end


def remove(root: Element, comments: Iterable[Element]) -> None:
    """Take comments out of their part, and their marks out of the text."""
    comments = list(comments)
    ids = {comment.get(ID) for comment in comments}
    for element in [found for found in root.iter(*ANCHORS) if found.get(ID) in ids]:
        take_out(element)
    for comment in comments:
        drop(comment)


def take_out(mark: Element) -> None:
    """Take a comment's mark out of the text, and the run that held nothing else."""
    run = mark.getparent()
    drop(mark)
    if run is not None and run.tag == RUN and all(child.tag == RUN_PROPERTIES for child in run):
        drop(run)


def dates_of(comments: Iterable[Element]) -> dict[tuple[str, ...], str]:
    """Their dates by their texts: made again, equal comments keep them."""
    return {texts_of(comment): comment.get(DATE, "") for comment in comments}


def paragraphs_of(comments: Iterable[Element]) -> frozenset[str | None]:
    return frozenset[str | None]().union(*map(paragraph_ids, comments))


def forget_records(root: Element, key: str, paragraphs: Container[str | None]) -> bool:
    """Take out what a part of `RECORDS` says of comments with these paragraphs; whether there was any."""
    records = [record for record in root.iterchildren() if record.get(key) in paragraphs]
    for record in records:
        drop(record)
    return bool(records)
