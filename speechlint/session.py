"""One run over many files: every file read is linted, every one that cannot be read says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from speechlint.discovery import Found
from speechlint.linter import at_least, lint
from speechlint.messages import Language, Problem
from speechlint.model import Document, Finding, Severity
from speechlint.readers import read
from speechlint.ruleset import Rule
from speechlint.shelved import shelved
from speechlint.suppress import names_of, obey
from speechlint.words import without_known_words

if TYPE_CHECKING:
    from speechlint.cache import ResultCache


class Checked(NamedTuple):
    """What became of one file: its document and findings, or the problem in their place."""

    path: str
    document: Document | None = None
    findings: tuple[Finding, ...] = ()
    problem: Problem | None = None


class Settings(NamedTuple):
    """What a file is checked with.

    `words` are written as they should be, whatever the typo rules think; `known` are the names of all rules and
    families, those left out of this run among them.
    """

    rules: tuple[Rule, ...]
    min_severity: Severity = Severity.WARNING
    language: Language = "zh"
    encoding: str | None = None
    words: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    cache: ResultCache | None = None

    @property
    def reads_layout(self) -> bool:
        """Whether any rule whose findings are shown asks how a Word file looks, which is costly to find out."""
        return any(rule.reads_layout and rule.severity.rank >= self.min_severity.rank for rule in self.rules)

    @property
    def heard(self) -> tuple[Rule, ...]:
        """The rules of which any finding may be shown."""
        return heard(self.rules, self.min_severity)

    def for_path(self, path: Path) -> Settings:
        return self


@lru_cache(maxsize=16)
def heard(rules: tuple[Rule, ...], least: Severity) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.sets_severity or rule.severity.rank >= least.rank)


class SettingsSource(Protocol):
    """What knows the settings of every file."""

    def for_path(self, path: Path) -> Settings:
        """The settings of one file; raises Problem when its configuration is wrong."""


def check_files(found: Iterable[Found], settings: SettingsSource) -> Iterator[Checked]:
    """Yield every file's outcome in order; whatever goes wrong with one file, the next is checked."""
    for item in found:
        yield check_file(item, settings)


def check_file(item: Found, source: SettingsSource) -> Checked:
    path = str(item.path)
    if item.problem is not None:
        return Checked(path, problem=item.problem)
    try:
        settings = source.for_path(item.path)
        checked = check_document(read(item.path, settings.encoding, layout=settings.reads_layout), settings)
    except Problem as problem:
        return Checked(path, problem=problem)
    except Exception as error:
        # A file can be broken in ways no reader foresaw; the files after it must not suffer.
        return Checked(path, problem=Problem("internal-error", reason=f"{type(error).__name__}: {error}"))
    # Of a thousand files each waits for the report.
    return checked._replace(document=shelved(checked.document)) if checked.document else checked


def findings_in(document: Document, settings: Settings) -> Sequence[Finding]:
    """The findings that neither a word list nor a suppression silences, at least all as grave as are shown.

    Raises Problem when a rule fails. A suppression may be of use to a rule that is not heard.
    """
    findings = lint(document, settings.rules if document.suppressions else settings.heard, settings.language)
    findings_left = without_known_words(document, findings, settings.words)
    if not document.suppressions:
        return findings_left
    active = names_of(rule.id for rule in settings.rules if document.layout is not None or not rule.reads_layout)
    return obey(document, findings_left, active, settings.known, settings.language)


def cached_findings(document: Document, settings: Settings) -> Sequence[Finding]:
    if settings.cache is None:
        return findings_in(document, settings)
    return settings.cache.findings(document, lambda: findings_in(document, settings))


def check_document(document: Document, settings: Settings) -> Checked:
    """One draft's findings at or above the severity asked for; a rule that fails leaves its problem instead."""
    try:
        findings = cached_findings(document, settings)
    except Problem as problem:
        return Checked(document.path, problem=problem)
    return Checked(document.path, document, tuple(at_least(findings, settings.min_severity)))


def exit_code(outcomes: Sequence[Checked], fail_on: Severity, *, exit_zero: bool = False) -> int:
    """0 nothing at or above `fail_on`, 1 findings, 2 a file could not be read."""
    if any(outcome.problem for outcome in outcomes):
        return 2
    failed = any(at_least(outcome.findings, fail_on) for outcome in outcomes)
    return 1 if failed and not exit_zero else 0
