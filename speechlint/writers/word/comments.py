"""Native Word comments: their part, their anchors around exact characters, and our own ones taken out again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from speechlint.readers.xml import NAMESPACES, Element, name
from speechlint.writers.word.revisions import AUTHOR, BY, DATE, ID, PARAGRAPH, PARAGRAPH_PROPERTIES, drop
from speechlint.writers.word.runs import RUN, Atom, text_element

COMMENTS, COMMENT, INITIALS = name("w:comments"), name("w:comment"), name("w:initials")
RANGE_START, RANGE_END, REFERENCE = map(name, ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"))
ANCHORS = (RANGE_START, RANGE_END, REFERENCE)
TEXT = name("w:t")


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


def remove_own(root: Element, comments: Element) -> dict[tuple[str, ...], str]:
    """Take our comments and their marks out; their dates by their texts, so that equal ones keep theirs."""
    own = [comment for comment in comments.iterchildren(COMMENT) if comment.get(BY) == AUTHOR]
    ids = {comment.get(ID) for comment in own}
    for element in [found for found in root.iter(*ANCHORS) if found.get(ID) in ids]:
        run = element.getparent()
        drop(element)
        if run is not None and run.tag == RUN and not any(child.tag != name("w:rPr") for child in run):
            drop(run)
    dates = {texts_of(comment): comment.get(DATE, "") for comment in own}
    for comment in own:
        drop(comment)
    return dates


def texts_of(comment: Element) -> tuple[str, ...]:
    return tuple(
        "".join(text.text or "" for text in paragraph.iter(TEXT)) for paragraph in comment.iterchildren(PARAGRAPH)
    )
