"""`speechlint timeline FILE`: every time clue, the days it allows, and what cannot be true together."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from speechlint.cli import options
from speechlint.cli.console import complain, is_colored
from speechlint.discovery import STDIN
from speechlint.language.analysis import Analysis
from speechlint.language.time_clues import time_clues
from speechlint.linter import lint
from speechlint.messages import Language, Problem
from speechlint.model import Document, Finding
from speechlint.readers import read
from speechlint.rule_file import load_rules
from speechlint.selection import select_rules

FAMILY = "date"


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="输出格式。")
@click.option("--encoding", help="文本文件的编码，不写则自动判断。")
@options.color
@options.language
def timeline(path: Path, output_format: str, encoding: str | None, color: str, lang: Language) -> None:
    """列出讲话稿里的时间线索、各自容许的日期和互相矛盾之处。"""
    from speechlint.reports.timeline import as_json

    document, findings = examined(path, encoding, lang)
    analysis = Analysis(document)
    clues = time_clues(analysis.setting, analysis.timeline)
    if output_format == "json":
        click.echo(as_json(document, analysis.timeline, clues, findings))
        return
    from speechlint.cli.screen import Screen
    from speechlint.reports.timeline_table import drawn

    width = shutil.get_terminal_size((120, 24)).columns
    Screen(colored=is_colored(color), width=width).print(
        drawn(document, analysis.timeline, clues, findings, lang, width)
    )


def examined(path: Path, encoding: str | None, language: Language) -> tuple[Document, list[Finding]]:
    """The draft and what the date rules find in it; ends the program with 2 on a problem."""
    try:
        if path == STDIN:
            raise Problem("stdin-only-checked")
        document = read(path, encoding)
        return document, lint(document, select_rules(load_rules(), (FAMILY,)), language)
    except Problem as problem:
        complain(problem, language, str(path))
        sys.exit(2)
