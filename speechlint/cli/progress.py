"""How far a long run is: a bar on a terminal, elsewhere a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from speechlint.messages import Language

if TYPE_CHECKING:
    from speechlint.corpus.progress import Progress

# Without a terminal a line is written this often, in seconds.
PAUSE = 30.0

Told = Callable[["Progress"], None]


@contextmanager
def telling(language: Language, *, silent: bool = False) -> Iterator[Told]:
    """What a run tells its progress to."""
    if silent:
        yield lambda progress: None
    elif sys.stderr.isatty():
        with bar(language) as told:
            yield told
    else:
        yield lines(language)


@contextmanager
def bar(language: Language) -> Iterator[Told]:
    from rich import progress as rich
    from rich.console import Console

    look = (rich.BarColumn(bar_width=None), rich.TaskProgressColumn(), rich.TextColumn("{task.description}"))
    with rich.Progress(*look, console=Console(stderr=True), expand=True) as shown:
        task = shown.add_task("", total=None)

        def told(progress: Progress) -> None:
            done = progress.before + progress.done
            shown.update(task, total=progress.total, completed=done, description=progress.line(language))

        yield told


def lines(language: Language) -> Told:
    last = time.monotonic()

    def told(progress: Progress) -> None:
        nonlocal last
        if time.monotonic() - last > PAUSE or progress.left == 0:
            last = time.monotonic()
            click.echo(progress.line(language), err=True)

    return told
