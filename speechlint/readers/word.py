"""Word files (.docx, .docm, .dotx, .dotm and whatever has their content) become Documents.

Reading order: body, footnotes, endnotes, headers, footers. A note nobody refers to and a header no section uses are not
seen; of equal headers (or footers) of several sections the first is read.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from speechlint.messages import Problem
from speechlint.model import BlockKind, Document, compose
from speechlint.readers.comments import Comment, anchors, comments_of, places_of
from speechlint.readers.lines import NOTE_ID, Walk
from speechlint.readers.numbering import Numbering
from speechlint.readers.package import Package
from speechlint.readers.pieces import Line
from speechlint.readers.properties import Reading
from speechlint.readers.stories import Story
from speechlint.readers.styles import Styles
from speechlint.readers.traces import CHANGES, author_traces, change_traces, comment_traces, plain_traces
from speechlint.readers.unread import without_looks, without_unused_styles
from speechlint.readers.xml import Element, name, switched

DOCUMENT, SECTION, RELATION_ID, REFERENCE_KIND = map(name, ("w:document", "w:sectPr", "r:id", "w:type"))
TITLE_PAGE, EVEN_AND_ODD = name("w:titlePg"), name("w:evenAndOddHeaders")
REFERENCES = {BlockKind.HEADER: name("w:headerReference"), BlockKind.FOOTER: name("w:footerReference")}
NOTES = {"footnotes": name("w:footnote"), "endnotes": name("w:endnote")}
USUAL_PLACE = "word/document.xml"


def read_word(path: str, data: bytes, encoding: str | None = None) -> Document:
    """Read a .docx; raises Problem when it is damaged, encrypted, hostile or no Word file. `encoding` is not used."""
    file = WordFile(data, without_looks)
    return document_of(path, file, tuple(file.lines()))


def document_of(path: str, file: WordFile, lines: Sequence[Line]) -> Document:
    """The lines of a file laid end to end, with what its comments order and what was left in it."""
    document = compose(path, (line.as_paragraph() for line in lines), format="docx")
    comments = tuple(file.comments())
    traces = [*plain_traces(document), *author_traces(file.properties())]
    roots = [file.root(part) for part in dict.fromkeys(line.part for line in lines)]
    changed = any(next(root.iter(*CHANGES), None) is not None for root in roots)
    if not (comments or changed):
        return replace(document, traces=tuple(traces)) if traces else document
    from speechlint.readers.orders import suppressions

    places = places_of(document, lines)
    anchored = anchors(places, roots)
    traces += [*comment_traces(comments, anchored), *change_traces(roots, places.characters)]
    return replace(
        document,
        suppressions=tuple(suppressions(document, comments, anchored)),
        traces=tuple(sorted(traces, key=lambda trace: trace.span)),
    )


class WordFile:
    """An opened Word file with its live XML trees, so that a writer can change what `lines` points at.

    One who only reads may say what of the bytes of a part with text is `wanted` in its tree.
    """

    def __init__(self, data: bytes, wanted: Callable[[bytes], bytes] = bytes) -> None:
        self._wanted = wanted
        self.package = Package(data)
        self._relations = self.package.relations("")
        self.main = self._find_main()
        self.roots: dict[str, Element] = {}
        relations = self.package.relations(self.main)
        self._targets = {item.id: item.target for item in relations}
        self._by_kind = {item.kind: item.target for item in reversed(relations)}

    def lines(self) -> Iterator[Line]:
        """Every line a reader sees, in reading order; may be asked for again after the trees were changed."""
        styles = Styles(self.styles)
        reading = Reading(styles, Numbering(lambda: self.optional("numbering"), styles))
        body = self.root(self.main)
        if body.tag != DOCUMENT:
            raise Problem("not-word")
        yield from Walk(Story(self.main, body), reading).lines()
        yield from self._notes("footnotes", reading.footnotes, reading)
        yield from self._notes("endnotes", reading.endnotes, reading)
        sections = tuple(body.iter(SECTION))
        for kind, reference in REFERENCES.items():
            yield from self._running(kind, self._used(sections, reference), reading)

    def comments(self) -> Iterator[Comment]:
        """Every comment; one whose part is damaged counts for none."""
        return comments_of(self.optional("comments"), self.optional("commentsExtended"))

    def properties(self) -> Element | None:
        """What the file says of its author, if that can be read."""
        part = next((item.target for item in self._relations if item.kind == "core-properties"), "")
        return unless_damaged(lambda: self.package.xml(part))

    def root(self, part: str) -> Element:
        """The tree of a part, parsed once; raises Problem."""
        if part not in self.roots:
            root = self.package.xml(part, self._wanted)
            if root is None:
                raise Problem("not-word")
            self.roots[part] = root
        return self.roots[part]

    def _find_main(self) -> str:
        named = [item.target for item in self._relations if item.kind == "officeDocument"]
        for part in (*named, USUAL_PLACE):
            if part in self.package and part.rpartition(".")[2].lower() == "xml":
                return part
        raise Problem("not-word")

    def part_of(self, kind: str) -> str | None:
        """The part related as `kind`, or the one of its usual name where the relationship is missing or dead."""
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return next((part for part in (self._by_kind.get(kind), usual) if part and part in self.package), None)

    def optional(self, kind: str) -> Element | None:
        """The tree of the part related as `kind`, None where it is missing or damaged."""
        part = self.part_of(kind)
        return None if part is None else unless_damaged(lambda: self.root(part))

    @cached_property
    def styles(self) -> Element | None:
        """The styles of paragraphs, characters and lists."""
        return unless_damaged(lambda: self.package.xml(self.part_of("styles") or "", without_unused_styles))

    def _notes(self, kind: str, ids: list[str], reading: Reading) -> Iterator[Line]:
        root = self.optional(kind) if ids else None
        if root is None:
            return
        notes = {note.get(NOTE_ID, ""): note for note in root.iterchildren(NOTES[kind])}
        part = self.part_of(kind) or ""
        for number, note_id in enumerate(dict.fromkeys(ids), 1):
            if note_id in notes:
                story = Story(part, notes[note_id], BlockKind.FOOTNOTE, f"{kind[:-1]} {number}")
                yield from Walk(story, reading).lines()

    def _running(self, kind: BlockKind, parts: Iterable[str], reading: Reading) -> Iterator[Line]:
        seen: set[tuple[str, ...]] = set()
        for number, part in enumerate(dict.fromkeys(parts), 1):
            lines = list(Walk(Story(part, self.root(part), kind, f"{kind} {number}"), reading).lines())
            texts = tuple(line.text for line in lines if line.text.strip())
            if texts and texts not in seen:
                seen.add(texts)
                yield from lines

    def running_parts(self) -> list[str]:
        """Every header and footer that some page shows, each once."""
        sections = tuple(self.root(self.main).iter(SECTION))
        return [part for reference in REFERENCES.values() for part in dict.fromkeys(self._used(sections, reference))]

    def _used(self, sections: Iterable[Element], reference: str) -> Iterator[str]:
        """The header or footer parts some page shows."""
        for section in sections:
            for found in section.iterchildren(reference):
                part = self._targets.get(found.get(RELATION_ID, ""), "")
                if part in self.package and self._is_shown(found.get(REFERENCE_KIND, "default"), section):
                    yield part

    def _is_shown(self, pages: str, section: Element) -> bool:
        if pages == "first":
            return bool(switched(section, TITLE_PAGE))
        return pages == "default" or bool(switched(self.optional("settings"), EVEN_AND_ODD))


def unless_damaged(tree: Callable[[], Element | None]) -> Element | None:
    """A part's tree, None where the part is damaged; any other Problem is raised."""
    try:
        return tree()
    except Problem as problem:
        if problem.key == "damaged":
            return None
        raise
