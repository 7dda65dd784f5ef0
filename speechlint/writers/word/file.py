"""A Word file rewritten: notes anchored, fixes tracked or plain, and the result proved before it is given out."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Sequence
from copy import deepcopy
from functools import cached_property

from speechlint.fixes import applied
from speechlint.messages import Problem
from speechlint.model import Document, Fix, compose
from speechlint.readers.comments import AUTHOR, COMMENT, anchors, places_of
from speechlint.readers.layout import laid_out
from speechlint.readers.pieces import Line
from speechlint.readers.word import WordFile, document_of
from speechlint.readers.xml import Element
from speechlint.writers.word import comments as word_comments
from speechlint.writers.word.changes import Change, carry_out, changes_of
from speechlint.writers.word.changes import cuts_of as cuts_of_change
from speechlint.writers.word.comments import (
    RECORDS,
    Note,
    add_comment,
    anchor,
    dates_of,
    empty_comments,
    forget_records,
    paragraphs_of,
    remove,
)
from speechlint.writers.word.copies import copied_boxes, copy_changes
from speechlint.writers.word.package import rewritten, serialized, with_comments_part
from speechlint.writers.word.revisions import ID, PASSING_AUTHOR, Stamp, highest_id, own_date, settle
from speechlint.writers.word.runs import cut


class WordRewriting:
    """A Word file opened for changes.

    With a `date` (ISO 8601, UTC) it is for a review: an earlier review's comments and pending changes are taken out,
    and what is written is tracked. Without one, fixes are made plainly and nothing else is touched.
    """

    def __init__(self, path: str, data: bytes, date: str | None = None) -> None:
        self._data = data
        self._date = date or ""
        self._tracked = date is not None
        self._author = AUTHOR if self._tracked else PASSING_AUTHOR
        self._file = WordFile(data)
        found = self._file.part_of("comments")
        self._comments_part = found or posixpath.join(posixpath.dirname(self._file.main), "comments.xml")
        self._had_comments = found is not None
        self._comments = empty_comments() if found is None else self._file.root(found)
        self._dates: dict[tuple[str, ...], str] = {}
        self._changed: set[str] = set()
        self._change_date = self._date
        if self._tracked:
            self._forget_earlier_review(self._file.root(self._file.main))
        self.lines: Sequence[Line] = tuple(self._file.lines())
        self.document = document_of(path, self._file, self.lines)

    def _forget_earlier_review(self, root: Element) -> None:
        gone = {comment.id for comment in self._file.comments() if not comment.stays}
        comments = [comment for comment in self._comments.iterchildren(COMMENT) if comment.get(ID, "") in gone]
        self._dates = dates_of(comments)
        self._change_date = own_date(root) or self._date
        if settle(root, self._author, accept=False):
            self._changed.add(self._file.main)
        if comments:
            self._changed |= {self._file.main, self._comments_part}
            self._forget_records(paragraphs_of(comments))
            remove(root, comments)

    def _forget_records(self, paragraphs: frozenset[str | None]) -> None:
        for kind, key in RECORDS.items():
            part = self._file.part_of(kind)
            if part and forget_records(self._file.root(part), key, paragraphs):
                self._changed.add(part)

    def is_answered(self, note: Note) -> bool:
        """Whether an earlier comment of ours that says the same of the same line stays, for the reply somebody gave."""
        return (note.line, note.texts) in self._answered

    @cached_property
    def _answered(self) -> frozenset[tuple[int, tuple[str, ...]]]:
        own = {comment.id: comment.texts for comment in self._file.comments() if comment.is_own}
        if not own:
            return frozenset()
        places = anchors(places_of(self.document, self.lines), [self._file.root(self._file.main)])
        return frozenset((self.document.index_at(places[i].start), own[i]) for i in own if i in places)

    def laid_out(self) -> Document:
        """The document with its layout."""
        return laid_out(self.document, self._file, self.lines)

    def is_in_body(self, line: int) -> bool:
        """Whether comments and changes may stand in a line: only the main part takes them."""
        return self.lines[line].part == self._file.main

    def fixable(self, fixes: Sequence[Fix]) -> list[tuple[Fix, Change]]:
        """The fixes that can be made, each with its change."""
        found = changes_of(self.document, self.lines, fixes)
        return [(fix, change) for fix, change in found if self.is_in_body(change.line)]

    def write(self, notes: Sequence[Note], changes: Sequence[tuple[Fix, Change]]) -> bytes:
        """The file's bytes with notes as comments and fixes made; raises Problem if a proof fails."""
        if not (notes or changes or self._changed):
            return self._data
        self._changed |= {self._file.main, *((self._comments_part,) if notes else ())}
        root = self._file.root(self._file.main)
        numbers = range(self._next_id(root), self._next_id(root) + len(notes))
        stamp = Stamp(self._author, self._change_date, numbers.stop)
        noted, changed = defaultdict(list), defaultdict(list)
        for number, note in zip(numbers, notes, strict=True):
            noted[note.line].append((number, note))
        for _, change in changes:
            changed[change.line].append(change)
        boxes = list(copied_boxes(root)) if changes else []
        for index in sorted({*noted, *changed}):
            self._write_line(self.lines[index], noted[index], changed[index], stamp)
        copy_changes(boxes, stamp, numbers.stop)
        for number, note in zip(numbers, notes, strict=True):
            add_comment(self._comments, number, note.texts, self._dates.get(note.texts, self._date))
        self._prove(root, [fix for fix, _ in changes])
        if not self._tracked:
            settle(root, self._author, accept=True)
        return rewritten(self._data, self._parts())

    def _write_line(
        self, line: Line, notes: Sequence[tuple[int, Note]], changes: Sequence[Change], stamp: Stamp
    ) -> None:
        cuts = [offset for _, note in notes for offset in word_comments.cuts_of(note)]
        cuts += [offset for change in changes for offset in cuts_of_change(change, line)]
        atoms = cut(line, cuts)
        for number, note in notes:
            anchor(number, note, atoms, line.paragraph)
        for change in changes:
            carry_out(change, line, atoms, stamp)

    def _prove(self, root: Element, fixes: Sequence[Fix]) -> None:
        """Accepted, our changes give the fixed text; rejected, the original one. Nothing is written otherwise."""
        kept = deepcopy(root)
        wanted = {False: self.document.text, True: applied(self.document.text, sorted(fixes, key=lambda f: f.span))}
        for accept, text in wanted.items():
            self._file.roots[self._file.main] = copy = deepcopy(kept)
            settle(copy, self._author, accept=accept)
            if read_again(self._file, self.document) != text:
                raise Problem("proof-failed")
        self._file.roots[self._file.main] = root

    def _next_id(self, root: Element) -> int:
        return max(highest_id(root), highest_id(self._comments)) + 1

    def _parts(self) -> dict[str, bytes]:
        roots = {**self._file.roots, self._comments_part: self._comments}
        parts = {part: serialized(roots[part], self._file.package.read(part)) for part in sorted(self._changed)}
        if self._comments_part in parts and not self._had_comments:
            parts |= with_comments_part(self._file, self._comments_part)
        return parts


def read_again(file: WordFile, like: Document) -> str:
    return compose(like.path, (line.as_paragraph() for line in file.lines())).text
