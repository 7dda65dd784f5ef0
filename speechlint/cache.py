"""Findings kept between runs: one small file for each draft under the same rules, written in one step.

A key holds the draft as it was read and everything that decides about findings, so nothing is ever stale.
"""

from __future__ import annotations

import contextlib
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import speechlint
from speechlint import __version__
from speechlint.model import Document, Finding, Fix, Related, Severity, Span
from speechlint.options import Options
from speechlint.rule_cache import program_state
from speechlint.ruleset import Rule
from speechlint.stored import load, store
from speechlint.tables import Table

try:
    # What hashlib has, which loads OpenSSL: that takes as long as to look through a draft.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

DAYS_KEPT = 30
DAY = 86_400
# What is kept in the folder, and nothing else: a user may name one that holds drafts.
FINDINGS = f"[0-9a-f][0-9a-f]/{'[0-9a-f]' * 62}.json"
OURS = (FINDINGS, "rules-*-????????.bin", "patterns-*-*-*.bin")


class ResultCache:
    """The findings of drafts checked before with the same settings."""

    def __init__(self, folder: Path, settings_key: str) -> None:
        self.folder = folder
        self.settings_key = settings_key

    def findings(self, document: Document, found: Callable[[], Sequence[Finding]]) -> Sequence[Finding]:
        """The draft's findings, from the cache or else from `found`, whose answer is kept."""
        file = self.file(document)
        known = read_findings(file)
        if known is not None:
            return known
        findings = found()
        write_findings(file, findings)
        return findings

    def file(self, document: Document) -> Path:
        # Two drafts of one text are one draft wherever they lie, so the path has no part in this.
        parts = (document.text, document.format, *map(repr, (document.blocks, document.inert, document.hidden)))
        unseen = (document.suppressions, document.notes, document.traces, document.layout)
        key = digest((self.settings_key, *parts, *map(repr, unseen)))
        return self.folder / key[:2] / f"{key[2:]}.json"


def digest(parts: Iterable[str]) -> str:
    hashed = blake2b(digest_size=32)
    for part in parts:
        hashed.update(part.encode("utf-8", "surrogatepass"))
        hashed.update(b"\0")
    return hashed.hexdigest()


def settings_key(rules: Iterable[Rule], *others: object) -> str:
    """A key for everything but the draft: the program, its rules as they are tuned, word lists and so on."""
    return digest([__version__, program_state(), *map(rule_key, rules), *map(repr, others)])


def rule_key(rule: Rule) -> str:
    told = (rule.id, str(rule.severity), rule.message, rule.related, rule.fix, rule.reads_inert)
    files = (*rule.tables, *code_of(rule.module))
    return repr((*told, rule.kind, plain_options(rule), *map(stamp, files)))


def plain_options(rule: Rule) -> Mapping[str, object]:
    """The options in a form whose representation tells what they are; what is as written need not be converted."""
    if isinstance(rule.options, Options):
        return rule.options.written
    return {name: plain(value) for name, value in sorted(rule.options.items())}


def code_of(module: str) -> Iterator[Path]:
    """The file of a kind of check that a plugin brings; those of the program itself have their stamp already."""
    file = getattr(sys.modules.get(module), "__file__", None)
    if file and not module.startswith(f"{speechlint.__name__}."):
        yield Path(file)


def plain(value: object) -> object:
    """An option in a form whose representation tells what it is."""
    if isinstance(value, Table):
        return stamp(value.path)
    return (value.pattern, value.flags) if isinstance(value, re.Pattern) else value


def stamp(path: Path) -> str:
    """A file's path, size and time of change."""
    with contextlib.suppress(OSError):
        status = path.stat()
        return f"{path}:{status.st_size}:{status.st_mtime_ns}"
    return str(path)


def read_findings(file: Path) -> list[Finding] | None:
    try:
        return [finding_from(expect_list(item)) for item in expect_list(load(file))]
    except (ValueError, KeyError, TypeError):
        return None


def write_findings(file: Path, findings: Sequence[Finding]) -> None:
    """Keep findings; a cache that cannot be written is done without."""
    store(file, [as_json(finding) for finding in findings])


def as_json(finding: Finding) -> list[object]:
    fix = finding.fix
    return [
        finding.rule,
        pair(finding.span),
        finding.message,
        str(finding.severity),
        [pair(fix.span), fix.text, fix.safe] if fix else None,
        list(finding.suggestions),
        [[pair(place.span), place.message] for place in finding.related],
    ]


def finding_from(item: Sequence[object]) -> Finding:
    """A finding as it was kept; raises ValueError, TypeError or KeyError for anything else."""
    rule, span, message, severity, fix, suggestions, related = item
    return Finding(
        expect_text(rule),
        Span(*expect_pair(span)),
        expect_text(message),
        Severity(expect_text(severity)),
        fix_from(fix),
        tuple(map(expect_text, expect_list(suggestions))),
        tuple(Related(Span(*expect_pair(p)), expect_text(m)) for p, m in map(expect_list, expect_list(related))),
    )


def fix_from(item: object) -> Fix | None:
    if item is None:
        return None
    span, text, safe = expect_list(item)
    return Fix(Span(*expect_pair(span)), expect_text(text), safe is True)


def pair(span: Span) -> list[int]:
    return [span.start, span.end]


def expect_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def expect_list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def expect_pair(value: object) -> Iterator[int]:
    start, end = expect_list(value)
    if type(start) is not int or type(end) is not int:
        raise TypeError(value)
    yield start
    yield end


def tidy(folder: Path) -> None:
    """Once a day, remove what earlier runs kept here and none wrote within the last month."""
    mark = folder / "tidied"
    with contextlib.suppress(OSError):
        if mark.exists() and time.time() - mark.stat().st_mtime < DAY:
            return
        folder.mkdir(parents=True, exist_ok=True)
        mark.touch()
        for file in chain.from_iterable(map(folder.glob, OURS)):
            if time.time() - file.stat().st_mtime > DAYS_KEPT * DAY:
                file.unlink(missing_ok=True)
