"""`speechlint outline`: a draft's skeleton, with what does not add up marked."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from speechlint import __version__
from speechlint.cli import options
from speechlint.cli.console import complain, is_colored
from speechlint.discovery import discover
from speechlint.language.analysis import Analysis
from speechlint.messages import Language, Problem
from speechlint.model import Document
from speechlint.readers import read
from speechlint.reports.outline_json import OutlineValues

WIDEST = 240


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="输出格式。")
@click.option("--encoding", help="文本文件的编码，不写则自动判断。")
@options.color
@options.language
def outline(paths: tuple[Path, ...], output_format: str, encoding: str | None, color: str, lang: Language) -> None:
    """画出讲话稿的提纲：标题、所说项数、层次序号，对不上的打 ✗。"""
    documents, failed = readable(paths, encoding, lang)
    if output_format == "json":
        files = [OutlineValues(document).values(Analysis(document).outline) for document in documents]
        click.echo(json.dumps({"version": __version__, "files": files}, ensure_ascii=False, indent=1))
    else:
        draw(documents, color, lang)
    sys.exit(2 if failed else 0)


def readable(paths: tuple[Path, ...], encoding: str | None, language: Language) -> tuple[list[Document], bool]:
    """The drafts that could be read, and whether some could not; each of those says why."""
    documents: list[Document] = []
    failed = False
    for found in discover(paths):
        try:
            if found.problem is not None:
                raise found.problem
            documents.append(read(found.path, encoding))
        except Problem as problem:
            complain(problem, language, str(found.path))
            failed = True
    return documents, failed


def draw(documents: list[Document], color: str, language: Language) -> None:
    """Print one tree a draft; rich is imported only here."""
    from speechlint.cli.screen import Screen
    from speechlint.reports.outline import OutlineTree

    # A tree cuts off what does not fit, and a fault is written last in its line.
    screen = Screen(colored=is_colored(color), width=WIDEST)
    for document in documents:
        screen.print(OutlineTree(document, language).tree(Analysis(document).outline))
