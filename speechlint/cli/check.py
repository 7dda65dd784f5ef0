"""`speechlint check`: the default verb."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Unpack, cast

import click

from speechlint.cli import options
from speechlint.cli.agreed import against_baseline
from speechlint.cli.configuration import Repair
from speechlint.cli.console import complain, remark, tell_how
from speechlint.cli.delivery import Delivery, deliver, spare_drafts, targets_of, write
from speechlint.cli.examination import Examination, Scope
from speechlint.discovery import STDIN
from speechlint.messages import Problem, say
from speechlint.model import Severity
from speechlint.rehearsal import is_due, rehearse
from speechlint.session import Checked, exit_code

if TYPE_CHECKING:
    from speechlint.cli.repair import Repairs


class Given(Scope, Repair):
    """The options as click hands them over."""

    fix: bool
    verbose: bool
    formats: tuple[str, ...]
    output_file: Path | None
    statistics: bool
    max_per_rule: int
    color: str
    fail_on: str
    exit_zero: bool
    show_files: bool
    show_settings: bool
    add_ignore: bool
    baseline: Path | None
    diff_from: str | None
    watch: bool


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True, readable=False))
@options.selection
@click.option("--fix", is_flag=True, help="先自动修改有把握的错处，再报告余下的（同 speechlint fix）。")
@options.repair
@options.output
@options.gate
@options.files
@options.configuration
@click.option("--baseline", type=click.Path(path_type=Path, dir_okay=False), help="只报基线文件里没有的问题。")
@click.option("--diff-from", metavar="REV", help="只报这个 git 版本之后改过的段落。")
@click.option("--add-ignore", is_flag=True, help="在每处问题旁写上忽略标记（.txt、.md），不出报告。")
@click.option("--watch", is_flag=True, help="文稿一有改动就重新检查，Ctrl-C 结束。")
@options.language
def check(**given: Unpack[Given]) -> None:
    """检查讲话稿和公文，指出错处和改法（PATHS 默认为当前文件夹，- 为标准输入）。"""
    if given["watch"]:
        from speechlint.cli.watch import watch

        watch(lambda: once_more(given), lambda: watched(given))
        return
    sys.exit(answer(given))


def answer(given: Given) -> int:
    """The exit code of one run, whatever stops it said."""
    try:
        return run(given)
    except Problem as problem:
        complain(problem, given["lang"])
        return 2


def once_more(given: Given) -> None:
    click.clear()
    answer(given)


def watched(given: Given) -> list[Path]:
    """The drafts and the configuration files whose changes matter."""
    try:
        examination = Examination(given)
        drafts = [item.path for item in examination.files()]
        return [*drafts, *examination.base.files]
    except Problem:
        # A wrong configuration has no drafts yet; it is watched itself until it is mended.
        return [given["config"]] if given["config"] else list(Path().glob("*.toml"))


def run(given: Given) -> int:
    """Check what was asked for and deliver the reports; the exit code."""
    examination = Examination(given)
    given = cast(Given, examination.given)
    delivery = delivery_of(given)
    if given["show_settings"]:
        from speechlint.reports.settings import effective_settings

        write(effective_settings(examination.base, given["lang"]), None)
        return 0
    if given["show_files"]:
        write((str(item.path) for item in examination.files() if item.problem is None), None)
        return 0
    if STDIN in given["paths"] and (given["fix"] or given["diff"] or given["add_ignore"]):
        raise Problem("stdin-only-checked", at=STDIN)
    spare_drafts(delivery.targets, examination.files)
    repairs = repaired(examination, given) if given["fix"] or given["diff"] else None
    if repairs and given["diff"]:
        return tell_refused(repairs, (), given) or int(repairs.count > 0)
    outcomes = narrowed(examination, given)
    if given["add_ignore"]:
        return marked(outcomes, given)
    deliver(outcomes, delivery)
    if given["verbose"]:
        tell_how(outcomes, examination.workspace, given["lang"])
    code = ended(outcomes, given)
    code = max(code, tell_refused(repairs, outcomes, given)) if repairs else code
    if is_due():
        sys.stdout.flush()
        rehearse(examination.rules)
    return code


def repaired(examination: Examination, given: Given) -> Repairs:
    """Mend what can be before the check that tells what is left, or show how."""
    from speechlint.cli.repair import repair

    repairs = repair((item for item in examination.files() if item.problem is None), examination.workspace, given)
    if not given["quiet"] and (repairs.mended or not repairs.refused):
        click.echo(repairs.summary(given["lang"], diff=given["diff"]), err=True)
    return repairs


def tell_refused(repairs: Repairs, outcomes: Sequence[Checked], given: Given) -> int:
    """Say why files were not mended, unless nobody mends their format or the check said it; the exit code."""
    from speechlint.cli.repair import READ_ONLY

    said = {outcome.path for outcome in outcomes if outcome.problem}
    failed = [(p, why) for p, why in repairs.refused.items() if why.key not in READ_ONLY and p not in said]
    for path, problem in failed:
        complain(problem, given["lang"], path)
    return 2 if failed else 0


def delivery_of(given: Given) -> Delivery:
    return Delivery(
        targets_of(given["formats"], given["output_file"]),
        given["lang"],
        given["color"],
        given["max_per_rule"],
        given["statistics"],
        given["quiet"],
    )


def narrowed(examination: Examination, given: Given) -> list[Checked]:
    """The outcomes less what the baseline knows and what did not change since a revision."""
    outcomes = against_baseline(examination, given["baseline"], quiet=given["quiet"])
    if given["diff_from"] is not None:
        from speechlint.revision import since

        outcomes = since(outcomes, given["diff_from"])
    return outcomes


def marked(outcomes: list[Checked], given: Given) -> int:
    """Write suppression markers beside the findings; the exit code."""
    from speechlint.cli.marking import add_markers

    after, written = add_markers(outcomes, given["encoding"])
    click.echo(say("markers-written", given["lang"], count=written), err=True)
    return 2 if ended(after, given) == 2 else 0


def ended(outcomes: list[Checked], given: Given) -> int:
    """Say what went wrong with which file and what could not be seen in it; the exit code."""
    for outcome in outcomes:
        for note in outcome.document.notes if outcome.document else ():
            remark(say(note, given["lang"]), outcome.path)
        if outcome.problem is not None:
            complain(outcome.problem, given["lang"], outcome.path)
    return exit_code(outcomes, Severity(given["fail_on"]), exit_zero=given["exit_zero"])
