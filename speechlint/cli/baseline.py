"""`speechlint baseline write|prune|show`: the findings a team has agreed to live with."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar, Unpack

import click

from speechlint.baseline import Entry, baseline_text, compare, entries_of, growth, read_baseline, without
from speechlint.cli import options
from speechlint.cli.agreed import spoken
from speechlint.cli.console import complain
from speechlint.cli.examination import Examination, Scope
from speechlint.messages import Language, Problem, say
from speechlint.session import Checked
from speechlint.writers.files import replace_file

USUAL = Path("speechlint-baseline.json")
file_option = click.option(
    "--baseline", "file", type=click.Path(path_type=Path, dir_okay=False), help=f"基线文件，默认 {USUAL}。"
)
scope = options.all_of(
    click.argument("paths", nargs=-1, type=click.Path(path_type=Path)),
    file_option,
    options.selection,
    options.scope,
    options.configuration_file,
    options.language,
)


Options = TypeVar("Options", bound=Scope)


class Given(Scope):
    """The options as click hands them over."""

    file: Path | None


class Rewriting(Given):
    """The options of `write`."""

    update: bool


@click.group()
def baseline() -> None:
    """管理基线：已知、暂不处理的问题。"""


@baseline.command("write")
@scope
@click.option("--update", is_flag=True, help="允许基线变大。")
def write(**given: Unpack[Rewriting]) -> None:
    """把现有问题全部记入基线；已有基线时不会悄悄变大。"""
    answer(write_baseline, given)


@baseline.command("prune")
@scope
def prune(**given: Unpack[Given]) -> None:
    """从基线里删去已经改好的问题，从不增加。"""
    answer(prune_baseline, given)


@baseline.command("show")
@file_option
@options.language
def show(file: Path | None, lang: Language) -> None:
    """按文件和规则列出基线里的问题。"""
    try:
        entries = read_baseline(file or USUAL)
    except Problem as problem:
        complain(problem, lang)
        sys.exit(2)
    counts = Counter[tuple[str, str]]()
    for entry in entries:
        counts[entry.path, entry.rule] += entry.count
    for (path, rule), count in sorted(counts.items()):
        click.echo(f"{count:6}  {path}  {rule}")
    click.echo(say("baseline-holds", lang, count=counts.total()))


def answer(command: Callable[[Options], str], given: Options) -> None:
    """Run a command and say what it did, or why it did nothing."""
    try:
        click.echo(command(given))
    except Problem as problem:
        complain(problem, given["lang"])
        sys.exit(2)


def write_baseline(given: Rewriting) -> str:
    examination = Examination(given)
    file = file_of(given, examination)
    outcomes = read_outcomes(examination)
    entries = entries_of(outcomes, file.parent)
    if file.exists() and not given["update"]:
        grown = growth(read_baseline(file), entries)
        if grown:
            raise Problem("baseline-grows", at=file, count=grown)
    put(file, entries)
    done = say("baseline-written", examination.language, path=file, count=sum(entry.count for entry in entries))
    if examination.base.config.baseline is not None:
        return done
    return f"{done}\n{say('baseline-unused', examination.language, path=file)}"


def prune_baseline(given: Given) -> str:
    examination = Examination(given)
    file = file_of(given, examination)
    entries = read_baseline(file)
    compared = compare(entries, read_outcomes(examination), file.parent, spoken(examination))
    put(file, without(entries, compared.fixed))
    left = sum(entry.count for entry in entries) - compared.fixed_count
    return say("baseline-pruned", examination.language, path=file, count=compared.fixed_count, left=left)


def file_of(given: Given, examination: Examination) -> Path:
    return given["file"] or examination.base.config.baseline or USUAL


def read_outcomes(examination: Examination) -> Sequence[Checked]:
    """Every outcome; raises the Problem of the first file that could not be read, for it may hold known findings."""
    outcomes = examination.outcomes()
    for outcome in outcomes:
        if outcome.problem is not None:
            complain(outcome.problem, examination.language, outcome.path)
    if any(outcome.problem for outcome in outcomes):
        raise Problem("baseline-unread")
    return outcomes


def put(file: Path, entries: Sequence[Entry]) -> None:
    # What UTF-8 cannot hold of a name is escaped, as JSON has it.
    replace_file(file, baseline_text(entries).encode("utf-8", "backslashreplace"))
