"""`speechlint serve`: the page for those who never open a terminal."""

from __future__ import annotations

import contextlib
import sys
import threading
import webbrowser
from typing import Unpack

import click

from speechlint.cli import options
from speechlint.cli.configuration import Selection, workspace_of
from speechlint.cli.console import complain
from speechlint.messages import Problem, say


class Given(Selection):
    """The options as click hands them over."""

    host: str
    port: int
    time_limit: float
    no_browser: bool


@click.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="网页开在哪个地址上；不是本机地址时，凭启动时给出的口令访问。",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8764, show_default=True, help="端口，0 为自动选一个。")
@click.option("--no-browser", is_flag=True, help="不自动打开浏览器。")
@click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="一个文件最多检查几秒。",
)
@options.selection
@click.option("--min-severity", type=options.SEVERITIES, default="warning", show_default=True, help="从哪一级起列出。")
@options.corrector
@options.configuration_file
@options.language
def serve(**given: Unpack[Given]) -> None:
    """在浏览器里检查：拖入文件，逐条看问题、接受或忽略，下载批注稿、修订稿或改好的稿。"""
    try:
        # Ctrl-C is the way to end it, and nothing to complain of.
        with contextlib.suppress(KeyboardInterrupt):
            run({**given, "encoding": None})
    except ImportError:
        complain(Problem("no-extra", extra="web"), given["lang"])
        sys.exit(2)
    except Problem as problem:
        complain(problem, given["lang"])
        sys.exit(2)


def run(given: Given) -> None:
    """Say where the page is, open it, and serve it until Ctrl-C; raises Problem."""
    from speechlint.web.server import access_to, address_of, bound, rules_of
    from speechlint.web.server import serve as serve_page

    language = given["lang"]
    request = workspace_of(given).request
    access = access_to(given["host"], language)
    rules = rules_of(request)
    with bound(given["host"], given["port"]) as listening:
        address = address_of(listening, access)
        click.echo(say("serving", language, address=address))
        if not given["no_browser"]:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        serve_page(listening, request, rules, access, given["time_limit"])
