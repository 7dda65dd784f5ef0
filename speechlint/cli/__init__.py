"""The command line: one module a command, `check` when none is named."""

from __future__ import annotations

import sys

import click

from speechlint import __version__
from speechlint.cli.check import check
from speechlint.cli.fix import fix
from speechlint.cli.rules import prove, rule, rules


class DefaultsToCheck(click.Group):
    """A group whose first argument, when it names no command, is a path for `check`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands:
            args = ["check", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=DefaultsToCheck, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="speechlint")
def cli() -> None:
    """speechlint：检查讲话稿和公文（lint Chinese speech drafts and official documents）。"""


for command in (check, fix, rules, rule, prove):
    cli.add_command(command)
cli.add_command(rule, "explain")


def main() -> None:
    """Run the command line; text goes out as UTF-8 wherever the terminal allows it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli(prog_name="speechlint")
