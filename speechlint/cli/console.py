"""The terminal: whether there is one, and what a person sees on it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from speechlint.config.workspace import Workspace
from speechlint.messages import Language, Problem, say
from speechlint.reports.counts import closing_line
from speechlint.reports.visible import visible
from speechlint.session import Checked

DEFAULT_WIDTH = 100


def is_terminal(color: str) -> bool:
    """Whether to write for a person: `always`, `never`, or `auto`, which looks at the standard output."""
    return color == "always" or sys.stdout.isatty()


def is_colored(color: str) -> bool:
    """Whether to colour: NO_COLOR and a dumb terminal turn `auto` off."""
    if color != "auto":
        return color == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def show(outcomes: Sequence[Checked], language: Language, *, per_rule: int, color: str, quiet: bool) -> None:
    """Print the report a person reads; rich is imported only here."""
    from speechlint.cli.screen import Screen
    from speechlint.reports.terminal import terminal

    console = Screen(colored=is_colored(color))
    width = console.width if sys.stdout.isatty() else DEFAULT_WIDTH
    for outcome in outcomes:
        for line in terminal(outcome, language, width=width, per_rule=per_rule):
            console.print(line)
    if not quiet:
        console.print(closing_line(outcomes, language), style="bold")


def complain(problem: Problem, language: Language, path: str = "") -> None:
    """Print a problem on the error stream, behind the file it concerns."""
    remark(problem.say(language), path)


def remark(text: str, path: Path | str = "") -> None:
    """Print a line on the error stream, behind the file it concerns; a name may hold anything."""
    click.echo(visible(f"{path}: {text}" if path else text), err=True)


def tell_how(outcomes: Sequence[Checked], workspace: Workspace, language: Language) -> None:
    """Print on the error stream what each file was read as and what it was checked with."""
    for outcome in outcomes:
        if outcome.document is None:
            continue
        path = Path(outcome.path)
        facts = {
            "format": outcome.document.format,
            "encoding": outcome.document.encoding or "-",
            "characters": len(outcome.document.text),
            "rules": len(workspace.for_path(path).rules),
            "config": workspace.configured(path.parent).file or "-",
            "count": len(outcome.findings),
        }
        remark(say("how-checked", language, **facts), outcome.path)
