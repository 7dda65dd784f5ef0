"""The part that `fix` and `check --fix` share: files mended one by one, or shown as they would be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import click

from speechlint.cli.configuration import Repair
from speechlint.cli.console import is_terminal, remark
from speechlint.config.workspace import Workspace
from speechlint.discovery import Found
from speechlint.mending import Mended, mend
from speechlint.messages import Language, Problem, say
from speechlint.reports.diff import unified_diff
from speechlint.reports.visible import visible
from speechlint.selection import select_rules
from speechlint.session import Settings
from speechlint.writers.files import back_up, replace_file

# A check reads files that no repair can write; they are left to it.
READ_ONLY = ("unfixable", "legacy-word")


@dataclass(frozen=True, slots=True)
class Repairs:
    """The files gone through, and by path why others were not."""

    mended: Sequence[Mended]
    refused: Mapping[str, Problem]

    @property
    def count(self) -> int:
        return sum(outcome.count for outcome in self.mended)

    def summary(self, language: Language, *, diff: bool) -> str:
        left = sum(outcome.unsafe_left for outcome in self.mended)
        files = sum(outcome.count > 0 for outcome in self.mended)
        key = ("would-fix" if diff else "fixed") if self.count else "nothing-to-fix"
        parts = [say(key, language, files=files, count=self.count)]
        if left:
            parts.append(say("more-fixable", language, count=left))
        return say("separator", language).join(parts)


def repair(found: Iterable[Found], workspace: Workspace, given: Repair) -> Repairs:
    """Mend every file, or with `diff` print what would change."""
    mended: list[Mended] = []
    refused: dict[str, Problem] = {}
    for item in found:
        try:
            mended.append(attempt(item, workspace, given))
        except OSError as error:
            refused[str(item.path)] = Problem("unreadable", reason=error.strerror)
        except Problem as problem:
            refused[str(item.path)] = problem
    return Repairs(mended, refused)


def attempt(found: Found, workspace: Workspace, given: Repair) -> Mended:
    """Mend one file; raises Problem or OSError."""
    if found.problem is not None:
        raise found.problem
    settings = workspace.for_path(found.path)
    fixable = fixable_rules(settings, given)
    mended = mend(found.path, found.path.read_bytes(), settings, fixable, unsafe=given["unsafe_fixes"])
    if given["diff"]:
        for line in unified_diff(mended.before, mended.after):
            click.echo(visible(line) if is_terminal("auto") else line)
    elif mended.count:
        put_in_place(mended, given["lang"])
    return mended


def fixable_rules(settings: Settings, given: Repair) -> frozenset[str]:
    """The ids of the rules that may change a file; raises Problem on an unknown name."""
    fixable = select_rules(settings.rules, given["fixable"] or ("ALL",), given["unfixable"])
    return frozenset(rule.id for rule in fixable if rule.fix)


def put_in_place(mended: Mended, language: Language) -> None:
    copy = back_up(mended.path)
    replace_file(mended.path, mended.data)
    if copy is not None:
        remark(say("backed-up", language, path=copy.name), mended.path)
