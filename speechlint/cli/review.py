"""`speechlint review`: a Word draft handed back with comments and tracked changes."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Unpack

import click

from speechlint.cli import options
from speechlint.cli.configuration import Selection, workspace_of
from speechlint.cli.console import complain
from speechlint.discovery import STDIN
from speechlint.messages import Language, Problem, say
from speechlint.reviewing import Mode
from speechlint.reviewing import review as review_draft
from speechlint.writers.files import read_file, replace_file

WORD_2007 = (".docx", ".docm", ".dotx", ".dotm")


class Given(Selection):
    """The options as click hands them over."""

    path: Path
    output: Path | None
    force: bool
    mode: Mode
    unsafe_fixes: bool


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
@click.option(
    "--min-severity", type=options.SEVERITIES, default="warning", show_default=True, help="从哪一级起写批注。"
)
@options.corrector
@options.configuration_file
@options.language
def review(**given: Unpack[Given]) -> None:
    """把问题写成 Word 批注或修订，另存一份交还。"""
    try:
        click.echo(run({**given, "encoding": None}))
    except Problem as problem:
        complain(problem, given["lang"], str(given["path"]))
        sys.exit(2)


def run(given: Given) -> str:
    """Write the reviewed copy; what to tell the user."""
    path = given["path"]
    if path == STDIN:
        raise Problem("stdin-only-checked")
    settings = workspace_of(given).for_path(path)
    output = target(given, settings.language)
    date = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    done = review_draft(str(path), read_file(path), settings, given["mode"], date=date, unsafe=given["unsafe_fixes"])
    replace_file(output, done.data)
    return say("reviewed", settings.language, path=output, comments=done.comments, changes=done.changes)


def target(given: Given, language: Language) -> Path:
    """The file to write; raises Problem where it exists already or is the draft itself.

    A copy reviewed before keeps its name: its comments of ours are replaced, once --force allows that.
    """
    path = given["path"]
    # Word refuses a file with macros, or a template, under the name .docx.
    suffix = path.suffix if path.suffix.lower() in WORD_2007 else ".docx"
    mark = f".{say('comment-output', language)}"
    output = given["output"] or path.with_name(f"{path.stem.removesuffix(mark)}{mark}{suffix}")
    if output.resolve() == path.resolve() and not path.stem.endswith(mark):
        raise Problem("output-is-input")
    if output.exists() and not given["force"]:
        raise Problem("output-exists", path=output)
    return output
