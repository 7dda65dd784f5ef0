"""The command line laid over the configuration files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NotRequired, TypedDict, TypeVar, cast

import click
from click.core import ParameterSource

from speechlint.config.settings import Config, Names
from speechlint.config.workspace import Request, Workspace
from speechlint.messages import Language, Problem
from speechlint.model import Severity
from speechlint.selection import Choice
from speechlint.stored import program_folder

# Options that a configuration also sets, with its name for them.
SHARED = {
    "lang": "lang",
    "min_severity": "min_severity",
    "fail_on": "fail_on",
    "encoding": "encoding",
    "formats": "output_format",
    "max_per_rule": "max_per_rule",
    "exclude": "exclude",
    "respect_gitignore": "respect_gitignore",
    "force_exclude": "force_exclude",
    "jobs": "jobs",
}


Given = TypeVar("Given", bound=Mapping[str, object])


class Selection(TypedDict):
    """The options that decide about rules and configuration files, as click hands them over."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    extend_select: tuple[str, ...]
    extend_ignore: tuple[str, ...]
    per_file_ignores: tuple[str, ...]
    min_severity: NotRequired[str]
    encoding: str | None
    lang: Language
    config: Path | None
    isolated: bool
    no_cache: NotRequired[bool]
    cache_dir: NotRequired[Path | None]
    corrector: NotRequired[Path | None]


class Repair(Selection):
    """The options that say what is mended and how."""

    fixable: tuple[str, ...]
    unfixable: tuple[str, ...]
    unsafe_fixes: bool
    diff: bool


def workspace_of(given: Selection) -> Workspace:
    """The settings of every file as the options given ask; raises Problem when one of them is not understood."""
    return Workspace(
        Request(
            Choice(given["select"], given["ignore"], given["extend_select"], given["extend_ignore"]),
            pattern_names(given["per_file_ignores"]),
            Severity(given["min_severity"]) if is_said("min_severity") else None,
            given["lang"] if is_said("lang") else None,
            given["encoding"],
            given["config"],
            given["isolated"],
            cache_folder(given),
            given.get("corrector"),
        )
    )


def cache_folder(given: Selection) -> Path | None:
    """Where findings are kept, if they are: the folder named, or the platform's own for caches."""
    if given.get("no_cache", True):
        return None
    return given.get("cache_dir") or program_folder()


def pattern_names(pairs: Iterable[str]) -> Mapping[str, Names]:
    """`PATTERN:NAME` pairs as a table; raises Problem for one without a colon."""
    table: dict[str, Names] = {}
    for pair in pairs:
        pattern, colon, name = pair.rpartition(":")
        if not colon or not pattern:
            raise Problem("no-pattern", text=pair)
        table[pattern] = (*table.get(pattern, ()), name)
    return table


def configured(given: Given, config: Config) -> Given:
    """The options, those not said on the command line replaced by what the configuration says."""
    values = {option: getattr(config, key) for option, key in SHARED.items() if option in given and not is_said(option)}
    return cast(Given, {**given, **values})


def is_said(option: str) -> bool:
    """Whether an option stands on the command line (or in the environment) and not merely has its default."""
    source = click.get_current_context().get_parameter_source(option)
    return source not in (ParameterSource.DEFAULT, ParameterSource.DEFAULT_MAP, None)


def common_folder(paths: Iterable[Path]) -> Path:
    """The folder whose configuration governs the run: the one above all paths."""
    # A link's folder is where the link stands, so paths are made absolute without following it.
    folders = [os.path.abspath(path if os.path.isdir(path) else path.parent) for path in paths]  # noqa: PTH100, PTH112
    try:
        return Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # two drives have no folder in common
        return Path.cwd()
