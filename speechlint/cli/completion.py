"""`speechlint completion SHELL`: a script that completes commands, options and paths."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """写出命令补全脚本，如 speechlint completion bash >> ~/.bashrc。"""
    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(context.find_root().command, {}, "speechlint", "_SPEECHLINT_COMPLETE").source())
