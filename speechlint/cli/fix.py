"""`speechlint fix`: corrections carried out in the file itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Unpack

import click

from speechlint.cli import options
from speechlint.cli.configuration import Selection, common_folder, configured, workspace_of
from speechlint.cli.console import complain
from speechlint.config.workspace import Workspace
from speechlint.discovery import Found, discover
from speechlint.mending import Mended, mend
from speechlint.messages import Language, Problem, say
from speechlint.reports.diff import unified_diff
from speechlint.selection import select_rules
from speechlint.session import Settings
from speechlint.writers.files import back_up, replace_file


class Given(Selection):
    """The options as click hands them over."""

    paths: tuple[Path, ...]
    fixable: tuple[str, ...]
    unfixable: tuple[str, ...]
    unsafe_fixes: bool
    diff: bool
    exclude: tuple[str, ...]
    force_exclude: bool


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@options.selection
@options.names("--fixable", "只改这些规则或类别。")
@options.names("--unfixable", "不改这些规则或类别。")
@click.option("--unsafe-fixes", is_flag=True, help="连同需要人工过目的修改一并执行。")
@click.option("--diff", is_flag=True, help="只显示会怎么改，不改文件。")
@options.names("--exclude", "不修改的路径，写法同 .gitignore。")
@click.option("--min-severity", type=options.SEVERITIES, default="warning", show_default=True, help="最低修改的级别。")
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
    outcomes = [attempt(item, workspace, given) for item in found]
    mended = [outcome for outcome in outcomes if outcome is not None]
    if mended or not outcomes:
        click.echo(summary(mended, language, diff=given["diff"]), err=True)
    would_change = given["diff"] and any(outcome.count for outcome in mended)
    sys.exit(2 if len(mended) < len(outcomes) else int(would_change))


def fixable_rules(settings: Settings, given: Given) -> frozenset[str]:
    """The ids of the rules that may change a file."""
    fixable = select_rules(settings.rules, given["fixable"] or ("ALL",), given["unfixable"])
    return frozenset(rule.id for rule in fixable if rule.fix)


def attempt(found: Found, workspace: Workspace, given: Given) -> Mended | None:
    """Mend one file, or say why not."""
    try:
        if found.problem is not None:
            raise found.problem
        settings = workspace.for_path(found.path)
        fixable = fixable_rules(settings, given)
        mended = mend(found.path, found.path.read_bytes(), settings, fixable, unsafe=given["unsafe_fixes"])
        if given["diff"]:
            for line in unified_diff(mended.before, mended.after):
                click.echo(line)
        elif mended.count:
            put_in_place(mended, given["lang"])
    except OSError as error:
        complain(Problem("unreadable", reason=error.strerror), given["lang"], str(found.path))
        return None
    except Problem as problem:
        complain(problem, given["lang"], str(found.path))
        return None
    return mended


def put_in_place(mended: Mended, language: Language) -> None:
    copy = back_up(mended.path)
    replace_file(mended.path, mended.data)
    if copy is not None:
        click.echo(f"{mended.path}: {say('backed-up', language, path=copy.name)}", err=True)


def summary(mended: list[Mended], language: Language, *, diff: bool) -> str:
    count = sum(outcome.count for outcome in mended)
    left = sum(outcome.unsafe_left for outcome in mended)
    files = sum(outcome.count > 0 for outcome in mended)
    key = ("would-fix" if diff else "fixed") if count else "nothing-to-fix"
    parts = [say(key, language, files=files, count=count)]
    if left:
        parts.append(say("more-fixable", language, count=left))
    return say("separator", language).join(parts)
