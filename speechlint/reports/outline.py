"""The outline of a draft as a tree for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from rich.tree import Tree

from speechlint.language.answers import Answer
from speechlint.language.outline import Entry, Listing, Outline
from speechlint.messages import Language, say
from speechlint.model import Document, Span

LONGEST = 36


class OutlineTree:
    """Draws one draft's outline."""

    def __init__(self, document: Document, language: Language) -> None:
        self.document = document
        self.language = language

    def tree(self, outline: Outline) -> Tree:
        parts = outline.parts
        root = Tree(self.line(parts.title, "bold") if parts.title else Text(self.document.path, "bold"))
        for span in parts.subtitle:
            root.add(self.part("outline-subtitle", span))
        if parts.salutation:
            root.add(self.part("outline-salutation", parts.salutation))
        opening = root.add(self.part("outline-opening", parts.opening[0])) if parts.opening else root
        self.claims(opening, outline.answers)
        for listing in outline.lists:
            self.listing(root, listing)
        if parts.closing:
            root.add(self.part("outline-closing", parts.closing[0]))
        return root

    def part(self, key: str, span: Span) -> Text:
        return Text.assemble((say(key, self.language), "dim"), " ", self.line(span))

    def line(self, span: Span, style: str = "") -> Text:
        return Text(clipped(self.prose(span)), style)

    def prose(self, span: Span) -> str:
        """The text of a span without the mark-up in it."""
        pieces, at = [], span.start
        for mark in sorted(mark for mark in self.document.inert if at < mark.end and mark.start < span.end):
            pieces.append(self.document.text[at : mark.start])
            at = max(at, mark.end)
        return "".join([*pieces, self.document.text[at : span.end]])

    def claims(self, branch: Tree, answers: Sequence[Answer]) -> None:
        for answer in answers:
            mark, style = ("✓", "green") if answer.holds else ("✗", "bold red")
            count = say("outline-count", self.language, said=answer.claim.count, counted=len(answer.members))
            branch.add(Text.assemble((f"{mark} ", style), self.line(answer.claim.span, style), " ", (count, "dim")))

    def listing(self, branch: Tree, listing: Listing) -> None:
        for entry in listing.entries:
            self.entry(branch, entry)

    def entry(self, branch: Tree, entry: Entry) -> None:
        """One item with what it holds, counts and lists in the order of the draft."""
        label = self.prose(entry.ordinal.span).strip()
        line = Text.assemble((label, "bold red" if entry.faults else "cyan"), self.line(entry.text))
        for fault in entry.faults:
            line.append(f"  ✗ {say(f'disorder-{fault.fault}', self.language)}", "bold red")
        inner = branch.add(line)
        answers = list(entry.answers)
        for listing in entry.lists:
            begin = listing.entries[0].ordinal.span.start
            self.claims(inner, [answer for answer in answers if answer.claim.span.start < begin])
            answers = [answer for answer in answers if answer.claim.span.start >= begin]
            self.listing(inner, listing)
        self.claims(inner, answers)


def clipped(text: str) -> str:
    plain = " ".join(text.split()).lstrip("#> ").rstrip("、")
    return plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"
