"""The command line: one module a command, loaded when it is called; `check` when none is named."""

from __future__ import annotations

import os
import sys
from errno import EPIPE
from importlib import import_module

import click

from speechlint import __version__

# Each name with the module and the attribute that hold it, in the order that the help lists them.
COMMANDS = {
    "check": "speechlint.cli.check:check",
    "fix": "speechlint.cli.fix:fix",
    "review": "speechlint.cli.review:review",
    "outline": "speechlint.cli.outline:outline",
    "timeline": "speechlint.cli.timeline:timeline",
    "compare": "speechlint.cli.compare:compare",
    "corpus": "speechlint.cli.corpus:corpus",
    "rules": "speechlint.cli.rules:rules",
    "rule": "speechlint.cli.rules:rule",
    "explain": "speechlint.cli.rules:rule",
    "test": "speechlint.cli.rules:prove",
    "baseline": "speechlint.cli.baseline:baseline",
    "config": "speechlint.cli.config:config",
    "init": "speechlint.cli.config:init",
    "doctor": "speechlint.cli.doctor:doctor",
    "serve": "speechlint.cli.serve:serve",
    "lsp": "speechlint.cli.lsp:lsp",
    "completion": "speechlint.cli.completion:completion",
}
OWN_OPTIONS = {"--help", "-h", "--version"}


class ChineseContext(click.Context):
    """A context whose help is framed in Chinese; what frames it is imported when help is asked for."""

    def make_formatter(self) -> click.HelpFormatter:
        from speechlint.cli.help import ChineseHelp

        return ChineseHelp(width=self.terminal_width, max_width=self.max_content_width)


class LazyGroup(click.Group):
    """Commands imported when they are needed; a first argument that names none is a path for `check`."""

    context_class = ChineseContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        for one in (command, *getattr(command, "commands", {}).values()):
            one.context_class = ChineseContext
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        return super().resolve_command(ctx, args if args[0] in COMMANDS else ["check", *args])

    def invoke(self, ctx: click.Context) -> object:
        arguments = [*ctx.args]
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            from speechlint.cli.usage import in_chinese, wants_english

            if wants_english(arguments):
                raise
            raise in_chinese(error) from error
        except OSError as error:
            # What no command foresaw: a name too long, a closed folder, a full disk. Of a broken pipe click knows.
            if error.errno == EPIPE:
                raise
            from speechlint.cli.usage import Refusal, wants_english

            raise Refusal(error, "en" if wants_english(arguments) else "zh") from error

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # While a shell completes a first word, it may still become a command's name.
        if not ctx.resilient_parsing and (not args or (args[0].startswith("-") and args[0] not in OWN_OPTIONS)):
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="speechlint")
def cli() -> None:
    """speechlint：检查讲话稿和公文（lint Chinese speech drafts and official documents）。"""


def main() -> None:
    """Run the command line; text goes out as UTF-8 wherever the terminal allows it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  as long as we live
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli(prog_name="speechlint")
