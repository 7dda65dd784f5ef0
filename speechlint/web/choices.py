"""What a person chose on the page, carried out: findings ignored, corrections accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from speechlint.fingerprint import fingerprint
from speechlint.fixes import wanted_fixes
from speechlint.linter import at_least
from speechlint.mending import writer_of
from speechlint.model import Document, Finding, Fix, Severity
from speechlint.readers import WORD_SUFFIXES, read_bytes
from speechlint.readers.office import require_rewritable
from speechlint.reviewing import Reviewed, findings_of, opened, reviewed
from speechlint.session import Settings, findings_in
from speechlint.writers.edited import Edited

Kind = Literal["comments", "tracked", "fixed"]


@dataclass(frozen=True, slots=True)
class Choices:
    """Findings by their keys: `accepted` with the text to put there, `ignored` as if they had not been found."""

    accepted: Mapping[str, str] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()


def keyed(document: Document, findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Every finding with a name that is the same whenever the file is checked: its fingerprint and which of that."""
    seen: Counter[str] = Counter()
    for finding in findings:
        name = fingerprint(document, finding)
        seen[name] += 1
        yield f"{name}.{seen[name]}", finding


def offers(finding: Finding) -> Sequence[Fix]:
    """The corrections a person may accept, each with another text, the surest first."""
    fixes = [finding.fix] if finding.fix else []
    fixes += [Fix(finding.span, text, safe=False) for text in finding.suggestions]
    surest: dict[str, Fix] = {}
    for fix in fixes:
        surest.setdefault(fix.text, fix)
    return tuple(surest.values())


def mended_with(finding: Finding, found: Iterable[Finding]) -> list[Finding]:
    """The lesser findings that one of the same rule points at: its own correction is theirs as well."""
    places = {place.span for place in finding.related}
    lesser = (f for f in found if f.rule == finding.rule and f.severity.rank < finding.severity.rank)
    return [f for f in lesser if f.span in places and f.fix is not None]


def chosen_fixes(document: Document, found: Sequence[Finding], severity: Severity, choices: Choices) -> tuple[Fix, ...]:
    """The corrections accepted, in reading order and disjoint; a text that was never offered is none."""
    return wanted_fixes(accepted(document, found, severity, choices), unsafe=True)


def accepted(document: Document, found: Sequence[Finding], severity: Severity, choices: Choices) -> Iterator[Finding]:
    """The findings accepted, each with the correction chosen as its fix."""
    for key, finding in keyed(document, at_least(found, severity)):
        text = choices.accepted.get(key)
        fix = next((fix for fix in offers(finding) if fix.text == text), None)
        if fix is not None:
            yield replace(finding, fix=fix)
            yield from mended_with(finding, found) if fix == finding.fix else ()


def minded(document: Document, findings: Iterable[Finding], choices: Choices) -> list[Finding]:
    """The findings that were not ignored."""
    return [finding for key, finding in keyed(document, findings) if key not in choices.ignored]


def delivered(name: str, data: bytes, settings: Settings, kind: Kind, choices: Choices, date: str) -> Reviewed:
    """The file as chosen: with comments, with tracked changes, or corrected. Raises Problem."""
    if kind == "fixed":
        return corrected(name, data, settings, choices)
    rewriting = opened(name, data, date)
    document, severity = rewriting.document, settings.min_severity
    found = findings_of(rewriting, settings)
    fixes = chosen_fixes(document, found, severity, choices) if kind == "tracked" else ()
    noted = minded(document, at_least(found, severity), choices) if kind == "comments" else ()
    return reviewed(rewriting, noted, fixes, settings.language)


def corrected(name: str, data: bytes, settings: Settings, choices: Choices) -> Reviewed:
    """The file with what was accepted and nothing else changed; raises Problem."""
    if Path(name).suffix.lower() in WORD_SUFFIXES:
        require_rewritable(data)
    document = read_bytes(name, data, settings.encoding, layout=settings.reads_layout)
    fixes = chosen_fixes(document, findings_in(document, settings), settings.min_severity, choices)
    edited = writer_of(document, Path(name))(data, document, fixes, settings.encoding) if fixes else Edited(data, 0)
    return Reviewed(edited.data, 0, edited.made)
