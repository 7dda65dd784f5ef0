"""`speechlint compare`: the drafts of a folder held against one another."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from speechlint.cli import options
from speechlint.cli.configuration import common_folder
from speechlint.cli.console import complain
from speechlint.cli.outline import readable
from speechlint.config.workspace import Request, Workspace
from speechlint.messages import Language, Problem


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@options.limits
@click.option("--show", type=click.IntRange(0), default=20, show_default=True, help="每节最多列几条，0 为全部。")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="输出格式。")
@click.option("--exit-zero", is_flag=True, help="有所发现也以 0 退出；有文件读不了仍为 2。")
@click.option("--encoding", help="文本文件的编码，不写则自动判断。")
@options.language
def compare(
    paths: tuple[Path, ...],
    similarity: float,
    template: float,
    shared: int,
    show: int,
    output_format: str,
    exit_zero: bool,
    encoding: str | None,
    lang: Language,
) -> None:
    """比较多篇讲话稿：雷同、套用旧稿换名、多篇共用的句子、同一词语的不同写法。"""
    try:
        from speechlint.corpus.compared import ComparisonText, comparison_json
        from speechlint.corpus.comparison import compare as compared
        from speechlint.corpus.limits import Limits
    except ImportError:
        complain(Problem("no-extra", extra="corpus"), lang)
        sys.exit(2)
    documents, failed = readable(paths, encoding, lang)
    try:
        rules = Workspace(Request(encoding=encoding)).rules(common_folder(paths))
    except Problem as problem:
        complain(problem, lang)
        sys.exit(2)
    comparison = compared(documents, rules, Limits(similarity, template, shared))
    if output_format == "json":
        click.echo(comparison_json(comparison))
    else:
        for line in ComparisonText(comparison, lang, show).lines():
            click.echo(line)
    sys.exit(2 if failed else int(comparison.found and not exit_zero))
