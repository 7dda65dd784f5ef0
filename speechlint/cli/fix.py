"""`speechlint fix`: corrections carried out in the file itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Unpack

import click

from speechlint.cli import options
from speechlint.cli.configuration import Repair, common_folder, configured, workspace_of
from speechlint.cli.console import complain
from speechlint.cli.repair import repair
from speechlint.discovery import discover
from speechlint.messages import Problem


class Given(Repair):
    """The options as click hands them over."""

    paths: tuple[Path, ...]
    exclude: tuple[str, ...]
    force_exclude: bool


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@options.selection
@options.repair
@options.names("--exclude", "不修改的路径，写法同 .gitignore。")
@click.option("--min-severity", type=options.SEVERITIES, default="warning", show_default=True, help="从哪一级起修改。")
@click.option("--encoding", help="文本文件的编码，不写则自动判断。")
@click.option("--force-exclude", is_flag=True, help="点名的文件也受 --exclude 约束。")
@options.configuration_file
@options.language
def fix(**given: Unpack[Given]) -> None:
    """自动修改有把握的错处；不在 git 里的文件会留下 .bak。"""
    try:
        workspace = workspace_of(given)
        base = workspace.configured(common_folder(given["paths"]))
        workspace.rules(base.folder)
    except Problem as problem:
        complain(problem, given["lang"])
        sys.exit(2)
    given = configured(given, base.config)
    language = given["lang"]
    exclude = (*given["exclude"], *base.config.extend_exclude)
    found = discover(given["paths"], exclude, force=given["force_exclude"], base=base.folder)
    repairs = repair(found, workspace, given)
    for path, refusal in repairs.refused.items():
        complain(refusal, language, path)
    if repairs.mended or not repairs.refused:
        click.echo(repairs.summary(language, diff=given["diff"]), err=True)
    would_change = given["diff"] and repairs.count > 0
    sys.exit(2 if repairs.refused else int(would_change))
