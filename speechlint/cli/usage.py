"""A wrong option or argument told in Chinese; click tells it in English alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import IO, Any

import click

from speechlint.messages import Language, Problem, say
from speechlint.reports.visible import visible

# How click begins what it tells of a word too many and of a command's part: old ones have no classes for these.
EXTRA = "Got unexpected extra argument"
NO_COMMAND = "No such command"


class ChineseUsageError(click.UsageError):
    """A usage error whose message is Chinese, shown with the usage and the way to the help."""

    def show(self, file: IO[Any] | None = None) -> None:
        if self.ctx is not None:
            click.echo(self.ctx.get_usage(), file, err=True)
            click.echo(say("usage-help", "zh", command=self.ctx.command_path), file, err=True)
        click.echo(self.message, file, err=True)


def wants_english(arguments: Sequence[str]) -> bool:
    return "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)


class Refusal(click.ClickException):
    """What the operating system refused, told behind the file it concerns."""

    exit_code = 2

    def __init__(self, error: OSError, language: Language) -> None:
        problem = Problem("system-refused", at=visible(str(error.filename or "")), reason=error.strerror or error)
        super().__init__(problem.say(language))

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file, err=True)


def in_chinese(error: click.UsageError) -> ChineseUsageError:
    return ChineseUsageError(told(error), error.ctx)


def told(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = error.possibilities
            hint = say("did-you-mean", "zh", near=near[0]) if near else ""
            return say("no-such-option", "zh", name=error.option_name) + hint
        case click.MissingParameter():
            return say("missing-argument", "zh", name=named(error))
        case click.BadParameter():
            return say("bad-argument", "zh", name=named(error), reason=reason(error))
        case click.BadOptionUsage():
            return say("option-without-value", "zh", name=error.option_name)
    plain = error.format_message()
    if plain.startswith(EXTRA):
        return say("extra-argument", "zh", names=plain.partition("(")[2].rstrip(")"))
    if plain.startswith(NO_COMMAND) and error.ctx is not None and isinstance(error.ctx.command, click.Group):
        known = error.ctx.command.list_commands(error.ctx)
        return say("no-such-command", "zh", name=plain.split("'")[1], known="、".join(known))
    return plain


def named(error: click.BadParameter) -> str:
    """The parameter as a person writes it: --lang, PATHS."""
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "")
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return (parameter.metavar or (parameter.name or "").upper()).strip("[].…")


def reason(error: click.BadParameter) -> str:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return say("one-of-these", "zh", allowed="、".join(map(str, kind.choices)))
    if isinstance(kind, click.Path):
        wrong = kind.dir_okay != kind.file_okay and "does not exist" not in error.message
        return say(("not-a-folder" if kind.dir_okay else "is-a-folder") if wrong else "no-such-path", "zh")
    if isinstance(kind, click.IntRange | click.FloatRange) and kind.min is not None:
        key = "a-number-up-to" if kind.max is not None else "a-number-above" if kind.min_open else "a-number"
        return say(key, "zh", low=f"{kind.min:g}", high=kind.max)
    return error.message
