"""A baseline: the findings a team has agreed to live with, known by their words and number, never by their line."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TypeVar

from speechlint.fingerprint import fingerprint
from speechlint.messages import Problem
from speechlint.model import Finding, Severity
from speechlint.session import Checked

VERSION = 1
Key = tuple[str, str]
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """So many findings of one fingerprint in one file; `path` counts from the baseline's folder."""

    path: str
    rule: str
    fingerprint: str
    count: int
    severity: str
    text: str

    @property
    def key(self) -> Key:
        return self.path, self.fingerprint


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run against a baseline: what is new in each file, how many are known, and the entries no longer needed."""

    outcomes: tuple[Checked, ...]
    known: int
    new: int
    fixed: tuple[Entry, ...]

    @property
    def fixed_count(self) -> int:
        return sum(entry.count for entry in self.fixed)


def read_baseline(file: Path) -> tuple[Entry, ...]:
    """The entries of a baseline file; raises Problem when it is missing or no baseline."""
    try:
        body = json.loads(file.read_text(encoding="utf-8"))
        entries = tuple(Entry(**item) for item in body["findings"])
        if body["version"] != VERSION or not all(type(entry.count) is int for entry in entries):
            raise ValueError(f"version {body['version']}")
    except FileNotFoundError as error:
        raise Problem("no-baseline", at=file) from error
    except OSError as error:
        raise Problem("unreadable", at=file, reason=error.strerror or error) from error
    except (ValueError, KeyError, TypeError) as error:
        raise Problem("not-a-baseline", at=file, reason=error) from error
    return entries


def baseline_text(entries: Iterable[Entry]) -> str:
    """The file: an entry a line, sorted, so that a version control shows what came and went."""
    lines = (
        json.dumps({name: getattr(entry, name) for name in Entry.__slots__}, ensure_ascii=False)
        for entry in sorted(entries)
    )
    return f'{{"version": {VERSION}, "findings": [\n' + ",\n".join(lines) + "\n]}\n"


def entries_of(outcomes: Iterable[Checked], folder: Path) -> tuple[Entry, ...]:
    """Every finding of a run as entries of a baseline in `folder`."""
    entries: dict[Key, Entry] = {}
    for outcome in outcomes:
        path = relative(outcome.path, folder)
        for print_, finding in printed(outcome):
            assert outcome.document is not None
            text = outcome.document.text_of(finding.span).partition("\n")[0][:40]
            entry = Entry(path, finding.rule, print_, 0, str(finding.severity), text)
            known = entries.get(entry.key, entry)
            entries[entry.key] = replace(known, count=known.count + 1)
    return tuple(entries.values())


def compare(
    entries: Sequence[Entry], outcomes: Sequence[Checked], folder: Path, speaks: Callable[[Entry], bool]
) -> Comparison:
    """A run against the entries of a baseline in `folder`.

    A file first uses its own entries. What is left over in the files checked, and in files that are gone, may have
    moved: it counts for the same words in any other file. `speaks` tells whether the run could have found an entry.
    """
    left = Counter({entry.key: entry.count for entry in entries})
    own = [consume(outcome, keyed(relative(outcome.path, folder)), left) for outcome in outcomes]
    checked = {relative(outcome.path, folder) for outcome in outcomes if outcome.document is not None}
    movable = [e for e in entries if speaks(e) and (e.path in checked or not (folder / e.path).exists())]
    pool: Counter[str] = Counter()
    for entry in movable:
        pool[entry.fingerprint] += left[entry.key]
    new = [consume(outcome, lambda print_: print_, pool) for outcome in own]
    found, remaining = (sum(len(outcome.findings) for outcome in some) for some in (outcomes, new))
    return Comparison(tuple(new), found - remaining, remaining, tuple(idle(movable, left, pool)))


def consume(outcome: Checked, key: Callable[[str], K], allowed: Counter[K]) -> Checked:
    """The outcome with the findings that are not allowed, what is allowed being used up."""
    new: list[Finding] = []
    for print_, finding in printed(outcome):
        if allowed[key(print_)] > 0:
            allowed[key(print_)] -= 1
        else:
            new.append(finding)
    return outcome._replace(findings=tuple(new))


def keyed(path: str) -> Callable[[str], Key]:
    return lambda print_: (path, print_)


def idle(movable: Iterable[Entry], left: Counter[Key], pool: Counter[str]) -> Iterable[Entry]:
    """The entries, with their numbers, that no finding needed."""
    for entry in movable:
        count = min(left[entry.key], pool[entry.fingerprint])
        if count:
            pool[entry.fingerprint] -= count
            yield replace(entry, count=count)


def without(entries: Iterable[Entry], gone: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries less those that are gone."""
    less = Counter({entry.key: entry.count for entry in gone})
    rest = (replace(entry, count=entry.count - less[entry.key]) for entry in entries)
    return tuple(entry for entry in rest if entry.count > 0)


def growth(before: Iterable[Entry], after: Iterable[Entry]) -> int:
    """How many findings `after` allows that `before` did not, wherever they stand."""
    allowed = Counter[str]()
    for entry in before:
        allowed[entry.fingerprint] += entry.count
    wanted = Counter[str]()
    for entry in after:
        wanted[entry.fingerprint] += entry.count
    return (wanted - allowed).total()


def printed(outcome: Checked) -> list[tuple[str, Finding]]:
    document = outcome.document
    return [(fingerprint(document, finding), finding) for finding in outcome.findings] if document else []


def relative(path: str, folder: Path) -> str:
    try:
        return PurePath(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return PurePath(path).as_posix()


def at_or_above(severity: Severity, rules: frozenset[str]) -> Callable[[Entry], bool]:
    """Whether a run of these rules at this severity could find an entry."""
    return lambda entry: entry.rule in rules and Severity(entry.severity).rank >= severity.rank
