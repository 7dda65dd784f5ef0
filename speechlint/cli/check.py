"""`speechlint check`: the default verb."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict, Unpack

import click

from speechlint.cli import options
from speechlint.cli.console import complain
from speechlint.cli.delivery import Delivery, deliver, targets_of, write
from speechlint.discovery import Found, discover
from speechlint.messages import Language, Problem, say
from speechlint.model import Severity
from speechlint.readers import read_bytes
from speechlint.ruleset import Rule, load_rules
from speechlint.selection import select_rules
from speechlint.session import Checked, Settings, check_document, check_files, exit_code

STDIN = Path("-")
FILES_WORTH_A_BAR = 20


class Given(TypedDict):
    """The options as click hands them over."""

    paths: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    extend_select: tuple[str, ...]
    extend_ignore: tuple[str, ...]
    formats: tuple[str, ...]
    output_file: Path | None
    statistics: bool
    max_per_rule: int
    no_progress: bool
    quiet: bool
    color: str
    min_severity: str
    fail_on: str
    exit_zero: bool
    exclude: tuple[str, ...]
    force_exclude: bool
    respect_gitignore: bool
    show_files: bool
    encoding: str | None
    stdin_filename: str
    isolated: bool
    no_cache: bool
    lang: Language


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@options.selection
@options.output
@options.gate
@options.files
@click.option("--isolated", is_flag=True, help="不读任何配置文件。")
@click.option("--no-cache", is_flag=True, help="不用缓存。")
@options.language
def check(**given: Unpack[Given]) -> None:
    """检查讲话稿和公文，指出错处和改法（PATHS 默认为当前文件夹，- 为标准输入）。"""
    lang = given["lang"]
    try:
        code = run(given, lang)
    except Problem as problem:
        complain(problem, lang)
        code = 2
    sys.exit(code)


def run(given: Given, language: Language) -> int:
    """Check what was asked for and deliver the reports; the exit code."""
    delivery = Delivery(
        targets_of(given["formats"], given["output_file"]),
        language,
        given["color"],
        given["max_per_rule"],
        given["statistics"],
        given["quiet"],
    )
    settings = Settings(chosen_rules(given), Severity(given["min_severity"]), language, given["encoding"])
    found = chosen_files(given)
    if given["show_files"]:
        write((str(item.path) for item in found if item.problem is None), None)
        return 0
    outcomes = list(checked(found, settings, bar=not (given["quiet"] or given["no_progress"])))
    if STDIN in given["paths"]:
        outcomes.append(check_stdin(given["stdin_filename"], settings))
    deliver(outcomes, delivery)
    for outcome in outcomes:
        if outcome.problem is not None:
            complain(outcome.problem, language, outcome.path)
    return exit_code(outcomes, Severity(given["fail_on"]), exit_zero=given["exit_zero"])


def chosen_rules(given: Given) -> tuple[Rule, ...]:
    names = (given["select"], given["ignore"], given["extend_select"], given["extend_ignore"])
    rules = select_rules(load_rules(), *names)
    if not rules:
        raise Problem("no-rules")
    return rules


def chosen_files(given: Given) -> list[Found]:
    paths = [path for path in given["paths"] or (Path(),) if path != STDIN]
    return list(discover(paths, given["exclude"], gitignore=given["respect_gitignore"], force=given["force_exclude"]))


def checked(found: list[Found], settings: Settings, *, bar: bool) -> Iterator[Checked]:
    """Every file's outcome, with a progress bar on a terminal when there are many."""
    if not bar or len(found) < FILES_WORTH_A_BAR or not sys.stderr.isatty():
        yield from check_files(found, settings)
        return
    label = say("progress", settings.language)
    with click.progressbar(check_files(found, settings), len(found), label, file=sys.stderr) as outcomes:
        yield from outcomes


def check_stdin(name: str, settings: Settings) -> Checked:
    try:
        document = read_bytes(name, sys.stdin.buffer.read(), settings.encoding, Path(name).suffix or ".txt")
    except Problem as problem:
        return Checked(name, problem=problem)
    return check_document(document, settings)
