"""A Word draft reviewed: its findings as comments on the exact words, its fixes as tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from speechlint.fixes import shown_with_others, wanted_fixes
from speechlint.linter import at_least
from speechlint.messages import Language, Problem, say
from speechlint.model import Document, Finding, Fix
from speechlint.readers import WORD_SUFFIXES
from speechlint.readers.office import require_rewritable
from speechlint.session import Settings, findings_in
from speechlint.writers.word.comments import Note
from speechlint.writers.word.file import WordRewriting

Mode = Literal["comments", "tracked", "both"]
QUOTED = 20
RELATED_NAMED = 5


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The reviewed file's bytes and what was put into them."""

    data: bytes
    comments: int
    changes: int


def review(path: str, data: bytes, settings: Settings, mode: Mode, *, date: str, unsafe: bool = False) -> Reviewed:
    """Review a .docx given as bytes; `date` is ISO 8601 in UTC. Raises Problem."""
    rewriting = opened(path, data, date)
    found = findings_of(rewriting, settings)
    noted = [] if mode == "tracked" else at_least(found, settings.min_severity)
    fixes = wanted_fixes(shown_with_others(found, settings.min_severity), unsafe=unsafe) if mode != "comments" else ()
    return reviewed(rewriting, noted, fixes, settings.language)


def opened(path: str, data: bytes, date: str) -> WordRewriting:
    """A Word file opened for a review; raises Problem when it is none or cannot be written."""
    if Path(path).suffix.lower() not in WORD_SUFFIXES:
        raise Problem("review-word-only")
    require_rewritable(data)
    return WordRewriting(path, data, date)


def findings_of(rewriting: WordRewriting, settings: Settings) -> Sequence[Finding]:
    """What is found in a draft, of any severity, an earlier review of ours taken out."""
    return findings_in(rewriting.laid_out() if settings.reads_layout else rewriting.document, settings)


def reviewed(rewriting: WordRewriting, noted: Iterable[Finding], fixes: Sequence[Fix], language: Language) -> Reviewed:
    """The file with a comment on every finding in `noted` and the fixes, disjoint and in reading order, tracked."""
    notes = [note for note in notes_of(rewriting, noted, language) if not rewriting.is_answered(note)]
    changes = rewriting.fixable(fixes)
    return Reviewed(rewriting.write(notes, changes), len(notes), len(changes))


def notes_of(rewriting: WordRewriting, findings: Iterable[Finding], language: Language) -> Iterator[Note]:
    """A comment a finding; placeholders of one rule in one paragraph share one."""
    for group in grouped(rewriting.document, findings):
        first, *rest = group
        texts = list(texts_of(rewriting.document, first, language))
        if rest:
            quoted = say("comma", language).join(rewriting.document.text_of(finding.span) for finding in rest)
            texts.insert(1, say("note-more", language, count=len(rest), texts=quoted))
        yield place(rewriting, first, texts, language)


def grouped(document: Document, findings: Iterable[Finding]) -> list[list[Finding]]:
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        folded = finding.family == "placeholder"
        index = document.index_at(finding.span.start)
        groups.setdefault((finding.rule, index) if folded else (finding,), []).append(finding)
    return list(groups.values())


def texts_of(document: Document, finding: Finding, language: Language) -> Iterator[str]:
    yield finding.message
    better = [text for text in finding.suggestions if text and text not in finding.message]
    if better:
        yield say("note-suggestion", language, better=say("comma", language).join(better))
    for related in finding.related[:RELATED_NAMED]:
        line = document.position(related.span.start).line
        text = shortened(document.text_of(related.span))
        message = "" if related.message == text else related.message
        yield say("note-related", language, line=line, text=text, message=message).rstrip()
    yield say("note-rule", language, rule=finding.rule)


def place(rewriting: WordRewriting, finding: Finding, texts: list[str], language: Language) -> Note:
    """Where the comment stands: on the words, or on the first paragraph of the body with the real place named."""
    document = rewriting.document
    index = document.index_at(finding.span.start)
    if not rewriting.is_in_body(index) or document.blocks[index].kind.part == "watermark":
        part = say(f"part-{document.blocks[index].kind.part}", language)
        texts.insert(1, say("note-place", language, part=part, text=shortened(document.text_of(finding.span))))
        index = first_of_body(rewriting)
        return Note(index, 0, len(document.blocks[index].span), tuple(texts))
    block = document.blocks[index].span
    start = min(finding.span.start, max(block.end - 1, block.start)) - block.start
    end = max(min(finding.span.end, block.end) - block.start, min(start + 1, len(block)))
    return Note(index, start, end, tuple(texts))


def first_of_body(rewriting: WordRewriting) -> int:
    blocks = rewriting.document.blocks
    in_body = [n for n in range(len(blocks)) if rewriting.is_in_body(n) and blocks[n].kind.part == "body"]
    return next((n for n in in_body if len(blocks[n].span)), in_body[0] if in_body else 0)


def shortened(text: str) -> str:
    flat = text.replace("\n", " ")
    return flat if len(flat) <= QUOTED else f"{flat[:QUOTED]}…"
