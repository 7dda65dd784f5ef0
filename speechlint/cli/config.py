"""`speechlint config` and `speechlint init`: the settings shown, and a first file for them."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

import click

from speechlint.cli import options
from speechlint.cli.configuration import common_folder
from speechlint.cli.console import complain
from speechlint.config.workspace import Request, Workspace
from speechlint.messages import Language, Problem, say
from speechlint.reports.settings import effective_settings, file_settings

STARTER = "speechlint.toml"


@click.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True), default=Path())
@options.configuration_file
@options.language
def config(path: Path, config: Path | None, isolated: bool, lang: Language) -> None:
    """显示生效的配置，每项写明出自哪个文件第几行；PATH 为文件时另列它适用哪些规则。"""
    workspace = Workspace(Request(config=config, isolated=isolated))
    try:
        configured = workspace.configured(common_folder([path]))
        workspace.rules(common_folder([path]))
        for line in effective_settings(configured, lang):
            click.echo(line)
        if path.is_file():
            for line in file_settings(path, workspace, lang):
                click.echo(line)
    except Problem as problem:
        complain(problem, lang)
        sys.exit(2)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path())
@options.language
def init(folder: Path, lang: Language) -> None:
    """写一份带说明的 speechlint.toml，已有配置时不改动。"""
    target = folder / STARTER
    existing = next((folder / name for name in (STARTER, f".{STARTER}") if (folder / name).exists()), None)
    if existing is not None:
        complain(Problem("exists-already"), lang, str(existing))
        sys.exit(2)
    starter = files("speechlint.config").joinpath(f"starter.{lang}.toml").read_bytes()
    try:
        with target.open("xb") as file:
            file.write(starter)
    except OSError as error:
        complain(Problem("bad-target", path=target, reason=error.strerror or error), lang)
        sys.exit(2)
    click.echo(say("written", lang, path=target))
