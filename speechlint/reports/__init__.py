"""Findings written down: each report takes outcomes and gives text, and decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from speechlint.messages import Language
from speechlint.reports.plain import plain
from speechlint.session import Checked

Report = Callable[[Sequence[Checked], Language], Iterator[str]]


def json(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
    from speechlint.reports.json import report

    yield report(outcomes, language)


def json_lines(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
    from speechlint.reports.json import report_lines

    yield from report_lines(outcomes)


def made_by(module: str) -> Report:
    """The report of a module of this package, imported when it is asked for."""

    def report(outcomes: Sequence[Checked], language: Language) -> Iterator[str]:
        made: Iterator[str] = import_module(f"{__name__}.{module}").lines(outcomes, language)
        return made

    return report


MODULES = ("sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "csv", "html")
# Each yields lines without their line feeds; a terminal's own report is the command line's affair.
REPORTS: dict[str, Report] = {
    "concise": plain,
    "json": json,
    "json-lines": json_lines,
    **{module: made_by(module) for module in MODULES},
}
