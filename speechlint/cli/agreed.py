"""A run narrowed to what its baseline does not know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from speechlint.cli.examination import Examination
from speechlint.discovery import STDIN
from speechlint.messages import say
from speechlint.session import Checked


def against_baseline(examination: Examination, file: Path | None, *, quiet: bool) -> list[Checked]:
    """The outcomes with only new findings, and a line that counts known, new and fixed ones; raises Problem."""
    outcomes = examination.outcomes()
    file = file or examination.base.config.baseline
    if file is None:
        return outcomes
    from speechlint.baseline import compare, read_baseline

    compared = compare(read_baseline(file), outcomes, file.parent, spoken(examination))
    if not quiet:
        counts = {"known": compared.known, "new": compared.new, "fixed": compared.fixed_count}
        click.echo(say("baseline-counts", examination.language, **counts), err=True)
    return list(compared.outcomes)


def spoken(examination: Examination) -> Callable[..., bool]:
    """Which entries of a baseline this run could have found."""
    from speechlint.baseline import at_or_above

    settings = examination.workspace.for_path(examination.folder / STDIN)
    return at_or_above(settings.min_severity, frozenset(rule.id for rule in settings.rules))
