"""`speechlint corpus`: a whole archive checked, shard by shard."""

from __future__ import annotations

import sys
from typing import Unpack

import click

from speechlint.cli import archive, options
from speechlint.cli.archive import engine_of, job_of, places
from speechlint.cli.console import complain
from speechlint.cli.progress import telling
from speechlint.messages import Problem, say

# For so many workers an estimate says how long it takes.
WORKERS = (1, 4, 16, 64)


class Given(archive.Archive):
    """The options as click hands them over."""

    estimate: bool
    within: float | None
    no_progress: bool


@click.command()
@archive.where
@archive.engine
@archive.comparison
@archive.rules
@click.option("--estimate", is_flag=True, help="只试查一小部分，估计全部要多久、要几个进程。")
@click.option("--within", type=click.FloatRange(0, min_open=True), metavar="HOURS", help="估计时要在几小时内做完。")
@click.option("--no-progress", is_flag=True, help="不显示进度。")
@options.language
def corpus(**given: Unpack[Given]) -> None:
    """成批检查整个档案库（文件夹、通配符、清单、压缩包、s3:// 等），结果写成 Parquet。"""
    try:
        require(given)
        sys.exit(estimated(given) if given["estimate"] else checked(given))
    except Problem as problem:
        complain(problem, given["lang"])
    except OSError as error:
        complain(Problem("corpus-storage-failed", reason=str(error)), given["lang"])
    sys.exit(2)


def require(given: Given) -> None:
    """Raise Problem when something needed is not said or not installed."""
    if not given["sources"] and not given["manifest"]:
        raise Problem("corpus-no-source")
    if given["out"] is None and not given["estimate"]:
        raise Problem("corpus-no-out")
    try:
        import speechlint.corpus.run

        if given["compare"]:
            import speechlint.corpus.across  # noqa: F401
    except ImportError as error:
        raise Problem("no-extra", extra="corpus") from error


def checked(given: Given) -> int:
    """Check the archive; the exit code."""
    from speechlint.corpus.run import run

    job, language = job_of(given), given["lang"]
    with telling(language, silent=given["no_progress"]) as told:
        outcome = run(job, *places(given), given["shard_size"], engine_of(given), told)
    for failure in outcome.failures:
        complain(Problem("corpus-shard-failed", reason=failure), language)
    found = outcome.balance
    numbers = {"drafts": found.drafts, "documents": found.documents, "errors": found.errors}
    click.echo(say("corpus-done", language, **numbers, findings=found.findings, out=job.out))
    if outcome.comparison is not None:
        from speechlint.corpus.compared import totals

        click.echo(totals(outcome.comparison, language))
    if outcome.gone:
        complain(Problem("corpus-gone", count=outcome.gone), language)
    if not found.balanced:
        fields = {"unfinished": found.unfinished, "lost": found.lost, "doubled": found.doubled}
        raise Problem("corpus-unbalanced", **fields)
    return 0


def estimated(given: Given) -> int:
    """Say what the whole would cost, from a sample."""
    from speechlint.corpus.estimate import estimate
    from speechlint.corpus.sources import drafts

    job, language = job_of(given), given["lang"]
    sources, manifests = places(given)
    found = estimate(job, list(drafts(sources, manifests, job.storage)))
    sizes = {"read": f"{found.read / 1e9:.2f}", "kept": f"{found.kept / 1e9:.2f}"}
    each = f"{found.seconds * 1_000:.1f}"
    click.echo(say("estimate", language, drafts=f"{found.drafts:,}", sample=found.sample, each=each, **sizes))
    for workers in WORKERS:
        click.echo(say("estimate-hours", language, workers=workers, hours=f"{found.hours(workers):.2f}"))
    if given["within"]:
        needed = found.workers(given["within"])
        click.echo(say("estimate-workers", language, workers=needed, hours=f"{given['within']:g}"))
    return 0
