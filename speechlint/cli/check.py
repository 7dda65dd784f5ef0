"""`speechlint check`: the default verb."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Unpack

import click

from speechlint.cli import options
from speechlint.cli.configuration import Selection, common_folder, configured, workspace_of
from speechlint.cli.console import complain
from speechlint.cli.delivery import Delivery, deliver, targets_of, write
from speechlint.cli.marking import add_markers
from speechlint.config.settings import Configured
from speechlint.config.workspace import Workspace
from speechlint.discovery import Found, discover
from speechlint.messages import Language, Problem, say
from speechlint.model import Severity
from speechlint.readers import read_bytes
from speechlint.reports.settings import effective_settings
from speechlint.session import Checked, SettingsSource, check_document, check_files, exit_code

STDIN = Path("-")
FILES_WORTH_A_BAR = 20


class Given(Selection):
    """The options as click hands them over."""

    paths: tuple[Path, ...]
    formats: tuple[str, ...]
    output_file: Path | None
    statistics: bool
    max_per_rule: int
    no_progress: bool
    quiet: bool
    color: str
    fail_on: str
    exit_zero: bool
    exclude: tuple[str, ...]
    extend_exclude: tuple[str, ...]
    force_exclude: bool
    respect_gitignore: bool
    show_files: bool
    show_settings: bool
    add_ignore: bool
    stdin_filename: str
    no_cache: bool


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True, readable=False))
@options.selection
@options.output
@options.gate
@options.files
@options.configuration
@click.option("--add-ignore", is_flag=True, help="在每处问题旁写上忽略标记（.txt、.md），不出报告。")
@click.option("--no-cache", is_flag=True, help="不用缓存。")
@options.language
def check(**given: Unpack[Given]) -> None:
    """检查讲话稿和公文，指出错处和改法（PATHS 默认为当前文件夹，- 为标准输入）。"""
    try:
        code = run(given)
    except Problem as problem:
        complain(problem, given["lang"])
        code = 2
    sys.exit(code)


def run(given: Given) -> int:
    """Check what was asked for and deliver the reports; the exit code."""
    workspace = workspace_of(given)
    here = common_folder(path for path in given["paths"] if path != STDIN)
    base = workspace.configured(here)
    given = configured(given, base.config)
    language = given["lang"]
    delivery = Delivery(
        targets_of(given["formats"], given["output_file"]),
        language,
        given["color"],
        given["max_per_rule"],
        given["statistics"],
        given["quiet"],
    )
    require_rules(workspace, here)
    if given["show_settings"]:
        write(effective_settings(base, language), None)
        return 0
    found = chosen_files(given, base)
    if given["show_files"]:
        write((str(item.path) for item in found if item.problem is None), None)
        return 0
    outcomes = list(checked(found, workspace, language, bar=not (given["quiet"] or given["no_progress"])))
    if given["add_ignore"]:
        return marked(outcomes, given)
    if STDIN in given["paths"]:
        outcomes.append(check_stdin(given["stdin_filename"], workspace))
    deliver(outcomes, delivery)
    return ended(outcomes, given)


def marked(outcomes: list[Checked], given: Given) -> int:
    """Write suppression markers beside the findings; the exit code."""
    after, written = add_markers(outcomes, given["encoding"])
    click.echo(say("markers-written", given["lang"], count=written), err=True)
    return 2 if ended(after, given) == 2 else 0


def ended(outcomes: list[Checked], given: Given) -> int:
    """Say what went wrong with which file; the exit code."""
    for outcome in outcomes:
        if outcome.problem is not None:
            complain(outcome.problem, given["lang"], outcome.path)
    return exit_code(outcomes, Severity(given["fail_on"]), exit_zero=given["exit_zero"])


def require_rules(workspace: Workspace, folder: Path) -> None:
    """Raise Problem when a configuration is wrong, or when no file can have any rule."""
    config = workspace.configured(folder).config
    if not (workspace.for_path(folder / STDIN).rules or config.profiles or config.overrides):
        raise Problem("no-rules")


def chosen_files(given: Given, base: Configured) -> list[Found]:
    paths = [path for path in given["paths"] or (Path(),) if path != STDIN]
    exclude = (*given["exclude"], *base.config.extend_exclude, *given["extend_exclude"])
    gitignore, force = given["respect_gitignore"], given["force_exclude"]
    return list(discover(paths, exclude, gitignore=gitignore, force=force, base=base.folder))


def checked(found: list[Found], settings: SettingsSource, language: Language, *, bar: bool) -> Iterator[Checked]:
    """Every file's outcome, with a progress bar on a terminal when there are many."""
    if not bar or len(found) < FILES_WORTH_A_BAR or not sys.stderr.isatty():
        yield from check_files(found, settings)
        return
    label = say("progress", language)
    with click.progressbar(check_files(found, settings), len(found), label, file=sys.stderr) as outcomes:
        yield from outcomes


def check_stdin(name: str, source: SettingsSource) -> Checked:
    try:
        settings = source.for_path(Path(name))
        document = read_bytes(name, sys.stdin.buffer.read(), settings.encoding, Path(name).suffix or ".txt")
    except Problem as problem:
        return Checked(name, problem=problem)
    return check_document(document, settings)
