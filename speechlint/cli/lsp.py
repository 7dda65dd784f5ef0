"""`speechlint lsp`: the language server for editors."""

from __future__ import annotations

import sys

import click

from speechlint.cli.console import complain
from speechlint.messages import Language, Problem


@click.command()
@click.option("--lang", type=click.Choice(["zh", "en"]), help="语言，默认依配置文件，再默认中文。")
def lsp(lang: Language | None) -> None:
    """为编辑器提供随写随查的语言服务（经标准输入输出通信，由编辑器启动）。"""
    try:
        from speechlint.lsp.server import make_server
    except ImportError:
        complain(Problem("no-extra", extra="lsp"), lang or "zh")
        sys.exit(2)
    make_server(lang).start_io()
