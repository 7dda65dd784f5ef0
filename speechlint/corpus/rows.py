"""Rows of the tables: what is kept of a draft, its findings, or what went wrong with it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from speechlint.corpus.sources import Draft
from speechlint.corpus.tables import Row
from speechlint.fingerprint import fingerprint
from speechlint.messages import Language, Problem, say
from speechlint.model import Document, Finding, Severity

YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:年|[-_./]|(?![0-9]))")
SPOKEN_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")
# Titles and the line below them tell when a speech was held; what comes later may speak of any year.
OPENING = 200


Where = dict[str, object]


def where(draft: Draft, text: str = "") -> Where:
    """The columns by which drafts are grouped: the folder, and the year its name or its first lines tell."""
    folder, _, name = draft.address.rpartition("/")
    told = SPOKEN_YEAR.search(name) or SPOKEN_YEAR.search(text, 0, OPENING) or YEAR.search(draft.address)
    return {
        "address": draft.address,
        "source": draft.source,
        "folder": folder,
        "year": int(told[1]) if told else None,
    }


def document_row(here: Where, data: bytes, document: Document, findings: Sequence[Finding], language: Language) -> Row:
    counts = Counter(finding.severity for finding in findings)
    return {
        **here,
        "format": document.format,
        "encoding": document.encoding,
        "bytes": len(data),
        "characters": len(document.text),
        "sha256": hashlib.sha256(data).hexdigest(),
        **{severity.value: counts[severity] for severity in Severity},
        "notes": [say(note, language) for note in document.notes],
    }


def finding_rows(here: Where, document: Document, findings: Sequence[Finding]) -> Iterator[Row]:
    for finding in findings:
        yield {**here, **finding_row(document, finding)}


def finding_row(document: Document, finding: Finding) -> Row:
    start, end = document.position(finding.span.start), document.position(finding.span.end)
    return {
        "rule": finding.rule,
        "family": finding.family,
        "severity": str(finding.severity),
        "message": shown(finding.message),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": shown(document.text_of(finding.span)),
        "part": document.block_at(finding.span.start).kind.part,
        "suggestions": [shown(text) for text in finding.suggestions],
        "fix": shown(finding.fix.text) if finding.fix else None,
        "fix_safe": finding.fix.safe if finding.fix else None,
        "fingerprint": fingerprint(document, finding),
    }


def error_row(draft: Draft, size: int, problem: Problem, language: Language) -> Row:
    return {**where(draft), "bytes": size, "problem": problem.key, "message": shown(problem.say(language))}


def shown(text: str) -> str:
    """Text that UTF-8 can hold: half a pair of surrogates cannot be stored."""
    return text.encode("utf-8", "replace").decode("utf-8")
