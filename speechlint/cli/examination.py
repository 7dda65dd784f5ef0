"""The part that `check` and `baseline` share: the files meant, each linted with its own settings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from speechlint.cli.configuration import Selection, common_folder, configured, workspace_of
from speechlint.config.workspace import Workspace
from speechlint.discovery import STDIN, Found, discover
from speechlint.messages import Language, Problem, say
from speechlint.options import closest
from speechlint.readers import read_bytes
from speechlint.ruleset import Rule
from speechlint.session import Checked, SettingsSource, check_document, check_files

FILES_WORTH_A_BAR = 20
FILES_WORTH_WORKERS = 32


class Scope(Selection):
    """The options that say which files are checked and how, as click hands them over."""

    paths: tuple[Path, ...]
    no_progress: bool
    quiet: bool
    exclude: tuple[str, ...]
    extend_exclude: tuple[str, ...]
    force_exclude: bool
    respect_gitignore: bool
    stdin_filename: str
    jobs: int


class Examination:
    """One run of the command line: its settings at once, its outcomes when asked for.

    Raises Problem when the configuration is wrong or no rule is selected.
    """

    def __init__(self, given: Scope) -> None:
        self.workspace = workspace_of(given)
        self.folder = common_folder(path for path in given["paths"] if path != STDIN)
        self.base = self.workspace.configured(self.folder)
        self.given = configured(given, self.base.config)
        require_rules(self.workspace, self.folder)

    @property
    def language(self) -> Language:
        return self.given["lang"]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that may be heard of a draft in the folder."""
        return self.workspace.for_path(self.folder / STDIN).heard

    def files(self) -> list[Found]:
        """The files meant, and the problems of paths that mean none."""
        given = self.given
        paths = [path for path in given["paths"] or (Path(),) if path != STDIN]
        exclude = (*given["exclude"], *self.base.config.extend_exclude, *given["extend_exclude"])
        gitignore, force = given["respect_gitignore"], given["force_exclude"]
        return [
            hinted(item) for item in discover(paths, exclude, gitignore=gitignore, force=force, base=self.base.folder)
        ]

    def outcomes(self) -> list[Checked]:
        """Every file's outcome, the standard input's last."""
        given = self.given
        bar = not (given["quiet"] or given["no_progress"])
        outcomes = list(checked(self.files(), self.workspace, self.language, given["jobs"], bar=bar))
        if self.workspace.request.cache is not None:
            from speechlint.cache import tidy

            tidy(self.workspace.request.cache)
        if STDIN in given["paths"]:
            outcomes.append(check_stdin(given["stdin_filename"], self.workspace))
        return outcomes


def hinted(item: Found) -> Found:
    """A path that is not there may be a command misspelt."""
    if item.problem is None or item.problem.key != "no-such-path" or not str(item.path).isalpha():
        return item
    from speechlint.cli import COMMANDS

    return Found(item.path, Problem("no-such-path", near=closest(str(item.path), COMMANDS)))


def require_rules(workspace: Workspace, folder: Path) -> None:
    """Raise Problem when a configuration is wrong, or when no file can have any rule."""
    config = workspace.configured(folder).config
    if not (workspace.for_path(folder / STDIN).rules or config.profiles or config.overrides):
        raise Problem("no-rules")


def checked(found: list[Found], workspace: Workspace, language: Language, jobs: int, *, bar: bool) -> Iterator[Checked]:
    """Every file's outcome, with a progress bar on a terminal when there are many."""
    outcomes = in_processes(found, workspace, jobs)
    if not bar or len(found) < FILES_WORTH_A_BAR or not sys.stderr.isatty():
        yield from outcomes
        return
    with click.progressbar(outcomes, len(found), say("progress", language), file=sys.stderr) as shown:
        yield from shown


def in_processes(found: list[Found], workspace: Workspace, jobs: int) -> Iterator[Checked]:
    if jobs == 1 or (jobs == 0 and len(found) < FILES_WORTH_WORKERS):
        return check_files(found, workspace)
    from speechlint.workers import check_in_parallel, worthwhile

    return check_in_parallel(found, workspace.request, worthwhile(jobs, len(found)))


def check_stdin(name: str, source: SettingsSource) -> Checked:
    try:
        settings = source.for_path(Path(name))
        data, suffix = sys.stdin.buffer.read(), Path(name).suffix or ".txt"
        document = read_bytes(name, data, settings.encoding, suffix, layout=settings.reads_layout)
    except Problem as problem:
        return Checked(name, problem=problem)
    return check_document(document, settings)
