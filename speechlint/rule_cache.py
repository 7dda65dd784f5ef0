"""Rules kept as they were found valid, so that a run need not read two hundred files and prove them again.

What is kept of a folder holds until a file below it, a table of its rules or the program itself changes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, cast
from zlib import crc32

from speechlint import __version__
from speechlint.model import Severity
from speechlint.option_forms import form_of, made
from speechlint.options import Options
from speechlint.ruleset import Explanation, Rule, Texts, builtin_folder, kind_named
from speechlint.stored import Bytes, load_parts, read, store_parts, written

if TYPE_CHECKING:
    from speechlint.checks.kinds import Check, Kind, Match
    from speechlint.language.analysis import Analysis

PACKAGE = Path(__file__).parent
OURS = "speechlint.checks."
READ = (".yaml", ".yml", ".tsv")
# A folder of what Python makes of modules, as many files again.
BYTECODE = "__pycache__"
# The fields of a rule that JSON can hold as they are.
PLAIN = [field.name for field in fields(Rule) if field.name not in ("options", "check", "path", "tables", "explained")]
# What comes of a kept value that is none of ours.
UNFIT = (AttributeError, LookupError, TypeError, ValueError)


class Kept(TypedDict):
    """What is kept of one folder beside the explanations: its rules, and how all that they come from looked."""

    state: str
    rules: list[dict[str, Any]]


def remembered_rules(folder: Path | None, cache_folder: Path) -> tuple[Rule, ...]:
    """What `load_rules` gives, from an earlier run when nothing has changed since; raises Problem like it."""
    root = folder or builtin_folder()
    file = cache_folder / f"rules-{sys.implementation.cache_tag}-{crc32(os.fsencode(root.absolute())):08x}.bin"
    known = recall(file, root)
    if known is None:
        from speechlint.rule_file import load_rules

        before = state_of(root)
        known = load_rules(folder)
        # Files that change while they are read are read again next time.
        if before is not None and before == state_of(root):
            keep(file, root, known)
            # As later runs have them, so that what they work out is kept as well.
            known = recall(file, root) or known
    return known


def recall(file: Path, root: Path) -> tuple[Rule, ...] | None:
    """The rules kept in a file, or None when there are none or they are not those of the folder as it is now."""
    head, explanations = load_parts(file)
    kept = cast(Kept, head)
    try:
        rules = tuple(rule_of(entry, explanations[entry["id"]], root, file.parent) for entry in kept["rules"])
        return rules if kept["state"] == state_of(root, tables_of(rules)) else None
    except UNFIT:
        return None


def keep(file: Path, root: Path, rules: Sequence[Rule]) -> None:
    state = state_of(root, tables_of(rules))
    # A plugin's kind may change without a sign that could be seen here.
    if state is not None and all(rule.module.startswith(OURS) for rule in rules):
        kept = Kept(state=state, rules=[entry_of(rule, root) for rule in rules])
        store_parts(file, kept, {rule.id: written(rule.explained()) for rule in rules})


def tables_of(rules: Iterable[Rule]) -> set[str]:
    return {str(table) for rule in rules for table in rule.tables}


def entry_of(rule: Rule, root: Path) -> dict[str, Any]:
    options = rule.options.written if isinstance(rule.options, Options) else rule.options
    paths = {"path": str(rule.path.relative_to(root)), "tables": list(map(str, rule.tables))}
    forms = {name: form_of(value) for name, value in rule.options.items()}
    return {name: getattr(rule, name) for name in PLAIN} | paths | {"options": options, "forms": forms}


def rule_of(entry: dict[str, Any], explanation: Bytes, root: Path, cache_folder: Path) -> Rule:
    """A rule as it was kept: its kind is imported, and its options are made, when it first runs."""
    path = root / entry["path"]
    kind = partial(kind_named, entry["kind"], entry["module"])
    forms = entry.pop("forms")
    options = Options(entry["options"], lambda name, value: made(forms[name], value, path.parent))
    fields_made = {
        "severity": Severity(entry["severity"]),
        "explained": partial(explanation_of, explanation),
        "tables": tuple(map(Path, entry["tables"])),
        "options": options,
        "check": LateCheck(kind, options, cache_folder),
        "path": path,
    }
    return Rule(**(entry | fields_made))


def explanation_of(kept: Bytes) -> Explanation:
    title, why, source, bad, good = cast(tuple[Texts, Texts, str, list[str], list[str]], read(kept))
    return Explanation(title, why, source, tuple(bad), tuple(good))


class LateCheck:
    """A rule's check; its kind is imported and bound to its options when it first runs."""

    def __init__(self, kind: Callable[[], Kind], options: Options, cache_folder: Path) -> None:
        self._kind, self._options, self._cache_folder = kind, options, cache_folder

    def __call__(self, analysis: Analysis) -> Iterator[Match]:
        return self._check(analysis)

    @cached_property
    def _check(self) -> Check:
        take_up(self._cache_folder)
        return self._kind().bind(self._options)


@cache
def take_up(cache_folder: Path) -> None:
    """Go on from what earlier runs found out about regexes, literals and tables."""
    from speechlint.forms import KEPT
    from speechlint.vocabulary import VOCABULARY

    for kept in (KEPT, VOCABULARY):
        kept.take_up(cache_folder, program_state())


def state_of(root: Path, tables: Iterable[str] = ()) -> str | None:
    """What the rules of a folder come from, in a text that changes when any of it does; None when it cannot be seen."""
    try:
        files = {entry.path: entry.stat() for entry in below(root) if entry.name.endswith(READ)}
        files |= {table: Path(table).stat() for table in tables if table not in files}
    except OSError:
        return None
    return "\n".join([__version__, sys.version, program_state(), *map(look, sorted(files.items()))])


@cache
def program_state() -> str:
    """Every module of the program as it looks now, for it may be a working copy that changes without a version."""
    modules = sorted((entry.path, entry.stat()) for entry in below(PACKAGE) if entry.name.endswith(".py"))
    return f"{crc32(os.fsencode(' '.join(map(look, modules)))):08x}"


def look(file: tuple[str, os.stat_result]) -> str:
    path, status = file
    return f"{path}:{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}"


def below(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from below(entry.path) if entry.name != BYTECODE else ()
            else:
                yield entry
