"""Reports on their way out: each to the terminal, a pipe or a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from speechlint.cli.console import is_terminal, show
from speechlint.discovery import Found
from speechlint.messages import Language, Problem
from speechlint.options import closest
from speechlint.readers import WORD_SUFFIXES
from speechlint.reports import REPORTS
from speechlint.reports.counts import closing_line
from speechlint.reports.statistics import statistics
from speechlint.session import Checked

# `text` is `full` on a terminal and `concise` elsewhere.
FORMATS = ("text", "full", *REPORTS)


class Target(NamedTuple):
    """One report asked for: its format and the file it goes to, if not the standard output."""

    format: str
    file: Path | None


class Delivery(NamedTuple):
    """How the findings of a run are to be written."""

    targets: tuple[Target, ...]
    language: Language
    color: str
    per_rule: int
    statistics: bool
    quiet: bool


def targets_of(formats: Iterable[str], file: Path | None) -> tuple[Target, ...]:
    """Targets from `FORMAT` or `FORMAT=FILE`; raises Problem on an unknown format."""
    return tuple(target_of(text, file) for text in formats)


def target_of(text: str, file: Path | None) -> Target:
    name, _, path = text.partition("=")
    if name not in FORMATS:
        raise Problem("unknown-format", name=name, near=closest(name, FORMATS))
    return Target(name, Path(path) if path else file)


def spare_drafts(targets: Iterable[Target], drafts: Callable[[], Iterable[Found]]) -> None:
    """Raise Problem where a report would be written over a draft: one that is checked, or any Word file."""
    written = [target.file for target in targets if target.file is not None and os.path.isfile(target.file)]  # noqa: PTH113
    # Looked for only then: a folder may hold thousands.
    checked = {os.path.realpath(draft.path) for draft in drafts()} if written else set[str]()
    for file in written:
        if file.suffix.lower() in WORD_SUFFIXES or os.path.realpath(file) in checked:
            raise Problem("report-over-draft", path=file)


def deliver(outcomes: Sequence[Checked], delivery: Delivery) -> None:
    """Write every report; raises Problem when a file cannot be written."""
    for target in delivery.targets:
        if delivery.statistics:
            write(statistics(outcomes), target.file)
        elif for_a_person(target, delivery):
            show(outcomes, delivery.language, per_rule=delivery.per_rule, color=delivery.color, quiet=delivery.quiet)
        else:
            name = "concise" if target.format in ("text", "full") else target.format
            write(REPORTS[name](outcomes, delivery.language), target.file)
            if name == "github":
                add_job_summary(outcomes, delivery.language)
            if name == "concise" and not delivery.quiet:
                click.echo(closing_line(outcomes, delivery.language), err=True)


def add_job_summary(outcomes: Sequence[Checked], language: Language) -> None:
    """Add the table of findings to the job's summary page, where GitHub names a file for it; raises Problem."""
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    if not named:
        return
    from speechlint.reports.github import job_summary

    try:
        with Path(named).open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in job_summary(outcomes, language))
    except OSError as error:
        raise Problem("bad-target", path=named, reason=error.strerror or error) from error


def for_a_person(target: Target, delivery: Delivery) -> bool:
    if target.file is not None:
        return False
    return target.format == "full" or (target.format == "text" and is_terminal(delivery.color))


def write(lines: Iterable[str], target: Path | None) -> None:
    """Print lines, or put them into a file; raises Problem when that cannot be written."""
    if target is None:
        for line in lines:
            click.echo(line)
        return
    try:
        # What UTF-8 cannot hold of a name is escaped, as on the terminal.
        target.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise Problem("bad-target", path=target, reason=error.strerror or error) from error
