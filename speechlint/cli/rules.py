"""`speechlint rules`, `speechlint rule ID` and `speechlint test`: the rules looked at and proved."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from speechlint.cli import options
from speechlint.cli.console import complain, is_colored
from speechlint.config.workspace import Request, Workspace
from speechlint.examples import Failure, failures, spoken
from speechlint.measured import measured
from speechlint.messages import Language, Problem, say
from speechlint.plugins import plugin_folders
from speechlint.reports.rule_page import rule_page
from speechlint.rule_file import load_rules
from speechlint.ruleset import Rule
from speechlint.selection import select_rules


@click.command()
@click.argument("names", nargs=-1, metavar="[FAMILY]…")
@options.language
def rules(names: tuple[str, ...], lang: Language) -> None:
    """列出规则（可只列某几类）。"""
    for rule in loaded(lang, names):
        off = "" if rule.enabled else say("rule-off", lang)
        click.echo(f"{rule.id}  {say(f'severity-{rule.severity}', lang)}  {rule.title[lang]}{off}")


@click.command()
@click.argument("name", metavar="ID")
@options.color
@options.language
def rule(name: str, color: str, lang: Language) -> None:
    """显示一条规则：查什么、为什么、依据和例子。"""
    counts = measured()
    for chosen in loaded(lang, (name,)):
        page = rule_page(chosen, lang, spoken(chosen, lang), counts.get(chosen.id))
        if is_colored(color):
            from rich.console import Console
            from rich.markdown import Markdown

            Console(force_terminal=True).print(Markdown(page))
        else:
            click.echo(page, nl=False)


@click.command("test")
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@options.language
def prove(folder: Path | None, lang: Language) -> None:
    """用规则自带的例子检验规则（FOLDER 默认为自带规则）。"""
    tested = loaded(lang, folder=folder)
    failed = [failure for rule in tested for failure in failures(rule)]
    for failure in failed:
        click.echo(described(failure, lang))
    counts = {"rules": len(tested), "examples": sum(len(r.bad) + len(r.good) for r in tested), "failed": len(failed)}
    click.echo(say("examples-broken" if failed else "examples-hold", lang, **counts))
    sys.exit(1 if failed else 0)


def loaded(language: Language, names: tuple[str, ...] = (), folder: Path | None = None) -> tuple[Rule, ...]:
    """The rules named, or all of them, off ones included; ends the program with 2 on a problem."""
    try:
        plugin_folders()  # a folder's rules may be of a plugin's kinds
        known = load_rules(folder) if folder else Workspace(Request()).rules(Path.cwd())
        return select_rules(known, names or ("ALL",))
    except Problem as problem:
        complain(problem, language)
        sys.exit(2)


def described(failure: Failure, language: Language) -> str:
    lines = [
        f"{failure.rule}: {say('example-failed', language)}",
        f"  {say('example-wanted', language)}  {failure.example}",
        f"  {say('example-seen', language)}  {failure.seen}",
    ]
    return "\n".join(lines)
