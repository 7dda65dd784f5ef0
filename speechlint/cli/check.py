"""`speechlint check`: the default verb."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from speechlint.discovery import discover
from speechlint.messages import Language, Problem, say
from speechlint.model import Severity
from speechlint.reports import json as json_report
from speechlint.reports.plain import plain
from speechlint.ruleset import load_rules
from speechlint.selection import select_rules
from speechlint.session import Settings, check_files, exit_code

SEVERITIES = click.Choice([str(severity) for severity in Severity])


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--output-format", type=click.Choice(["text", "json", "json-lines"]), default="text")
@click.option("--min-severity", type=SEVERITIES, default="warning")
@click.option("--fail-on", type=SEVERITIES, default="warning")
@click.option("--exit-zero", is_flag=True)
@click.option("--isolated", is_flag=True)
@click.option("--no-cache", is_flag=True)
@click.option("--select", multiple=True)
@click.option("--ignore", multiple=True)
@click.option("--encoding")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh")
def check(
    paths: tuple[Path, ...],
    output_format: str,
    min_severity: str,
    fail_on: str,
    exit_zero: bool,
    isolated: bool,
    no_cache: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    encoding: str | None,
    lang: Language,
) -> None:
    """检查讲话稿，指出错处。"""
    try:
        rules = select_rules(load_rules(), select, ignore)
    except Problem as problem:
        click.echo(problem.say(lang), err=True)
        sys.exit(2)
    settings = Settings(rules, Severity(min_severity), lang, encoding)
    outcomes = list(check_files(discover(paths or (Path(),)), settings))
    if output_format == "json":
        click.echo(json_report.report(outcomes, lang))
    elif output_format == "json-lines":
        for line in json_report.report_lines(outcomes):
            click.echo(line)
    else:
        for line in plain(outcomes, lang):
            click.echo(line)
        if not any(o.findings or o.problem for o in outcomes):
            click.echo(say("clean", lang, files=len(outcomes)))
    for outcome in outcomes:
        if outcome.problem:
            click.echo(f"{outcome.path}: {outcome.problem.say(lang)}", err=True)
    sys.exit(exit_code(outcomes, Severity(fail_on), exit_zero=exit_zero))
