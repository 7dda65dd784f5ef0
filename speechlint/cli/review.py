"""`speechlint review`: a Word draft handed back with comments and tracked changes."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click

from speechlint.cli import options
from speechlint.cli.console import complain
from speechlint.messages import Language, Problem, say
from speechlint.model import Severity
from speechlint.reviewing import Mode
from speechlint.reviewing import review as review_draft
from speechlint.ruleset import load_rules
from speechlint.selection import select_rules
from speechlint.session import Settings
from speechlint.writers.files import read_file, replace_file


class Given(TypedDict):
    """The options as click hands them over."""

    path: Path
    output: Path | None
    force: bool
    mode: Mode
    unsafe_fixes: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    extend_select: tuple[str, ...]
    extend_ignore: tuple[str, ...]
    min_severity: str
    lang: Language


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="默认为 原名.批注.docx。")
@click.option("--force", is_flag=True, help="输出文件已存在时覆盖。")
@click.option(
    "--mode",
    type=click.Choice(["comments", "tracked", "both"]),
    default="comments",
    show_default=True,
    help="批注、修订，或两者都要。",
)
@click.option("--unsafe-fixes", is_flag=True, help="修订中包括需要人工过目的修改。")
@options.selection
@click.option("--min-severity", type=options.SEVERITIES, default="warning", show_default=True, help="最低批注的级别。")
@options.language
def review(**given: Unpack[Given]) -> None:
    """把问题写成 Word 批注或修订，另存一份交还。"""
    language = given["lang"]
    try:
        click.echo(run(given, language))
    except Problem as problem:
        complain(problem, language, str(given["path"]))
        sys.exit(2)


def run(given: Given, language: Language) -> str:
    path, output = given["path"], target(given, language)
    names = (given["select"], given["ignore"], given["extend_select"], given["extend_ignore"])
    settings = Settings(select_rules(load_rules(), *names), Severity(given["min_severity"]), language)
    date = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    done = review_draft(str(path), read_file(path), settings, given["mode"], date=date, unsafe=given["unsafe_fixes"])
    replace_file(output, done.data)
    return say("reviewed", language, path=output, comments=done.comments, changes=done.changes)


def target(given: Given, language: Language) -> Path:
    """The file to write; raises Problem where it exists already or is the draft itself."""
    path = given["path"]
    output = given["output"] or path.with_name(f"{path.stem}.{say('comment-output', language)}.docx")
    if output.resolve() == path.resolve():
        raise Problem("output-is-input")
    if output.exists() and not given["force"]:
        raise Problem("output-exists", path=output)
    return output
