"""`speechlint corpus`: a whole archive checked, shard by shard."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

import click

from speechlint.cli import options
from speechlint.cli.configuration import is_said
from speechlint.cli.console import complain
from speechlint.config.workspace import Request
from speechlint.messages import Language, Problem, say
from speechlint.model import Severity
from speechlint.selection import Choice

if TYPE_CHECKING:
    from speechlint.corpus.engines import Engine
    from speechlint.corpus.job import Job
    from speechlint.corpus.progress import Progress

MEBIBYTE = 2**20
# Without a terminal a line of progress is written this often, in seconds.
PAUSE = 30.0
# For so many workers an estimate says how long it takes.
WORKERS = (1, 4, 16, 64)


class Given(TypedDict):
    """The options as click hands them over."""

    sources: tuple[str, ...]
    manifest: tuple[str, ...]
    out: str | None
    engine: Literal["local", "dask", "single"]
    address: str | None
    jobs: int
    shard_size: int
    max_memory: int
    timeout: float
    retries: int
    storage_options: str
    jsonl: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    extend_select: tuple[str, ...]
    extend_ignore: tuple[str, ...]
    min_severity: str
    encoding: str | None
    config: Path | None
    isolated: bool
    no_progress: bool
    estimate: bool
    within: float | None
    lang: Language


@click.command()
@click.argument("sources", nargs=-1, metavar="SRC…")
@click.option("--manifest", multiple=True, metavar="FILE", help="列出路径的文件，一行一个，可重复。")
@click.option("--out", metavar="DIR", help="结果放在哪里；同一处再运行一次就接着做。")
@click.option("--engine", type=click.Choice(["local", "dask", "single"]), default="local", help="由谁来检查。")
@click.option("--address", metavar="tcp://…", help="现成的 Dask 集群；不写则在本机临时建一个。")
@click.option("--jobs", "-j", type=click.IntRange(0), default=0, metavar="N", help="用几个进程，0 为每核一个。")
@click.option("--shard-size", type=click.IntRange(1), default=500, show_default=True, help="每片多少篇。")
@click.option(
    "--max-memory", type=click.IntRange(0), default=0, metavar="MIB", help="一个进程最多占多少 MiB，0 为不限。"
)
@click.option(
    "--timeout", type=click.FloatRange(0), default=120, show_default=True, help="一篇最多检查几秒，0 为不限。"
)
@click.option("--retries", type=click.IntRange(0), default=3, show_default=True, help="读写失败后再试几次。")
@click.option("--storage-options", default="{}", metavar="JSON", help="交给 fsspec 的参数，如 s3 的 endpoint_url。")
@click.option("--jsonl", is_flag=True, help="另写一份 JSON Lines。")
@options.names("--select", "只用这些规则或类别，ALL 为全部。")
@options.names("--ignore", "停用的规则或类别，如 wording 或 typo/variant。")
@options.names("--extend-select", "另外启用的规则或类别。")
@options.names("--extend-ignore", "另外停用的规则或类别。")
@click.option("--min-severity", type=options.SEVERITIES, default="warning", show_default=True, help="最低记下的级别。")
@click.option("--encoding", help="文本文件的编码，不写则自动判断。")
@options.configuration_file
@click.option("--estimate", is_flag=True, help="只试查一小部分，估计全部要多久、要几个进程。")
@click.option("--within", type=click.FloatRange(0, min_open=True), metavar="HOURS", help="估计时限定的小时数。")
@click.option("--no-progress", is_flag=True, help="不显示进度。")
@options.language
def corpus(**given: Unpack[Given]) -> None:
    """成批检查整个档案库（文件夹、通配、清单、压缩包、s3:// 等），结果写成 Parquet。"""
    try:
        sys.exit(run_corpus(given))
    except Problem as problem:
        complain(problem, given["lang"])
    except OSError as error:
        complain(Problem("corpus-storage-failed", reason=str(error)), given["lang"])
    sys.exit(2)


def run_corpus(given: Given) -> int:
    """Check the archive; the exit code."""
    if not given["sources"] and not given["manifest"]:
        raise Problem("corpus-no-source")
    if given["out"] is None and not given["estimate"]:
        raise Problem("corpus-no-out")
    try:
        from speechlint.corpus.run import run
    except ImportError as error:
        raise Problem("no-extra", extra="corpus") from error
    job = job_of(given)
    if given["estimate"]:
        return estimated(job, given)
    told = silent if given["no_progress"] else teller(given["lang"])
    outcome = run(job, *places(given), given["shard_size"], engine_of(given), told)
    for failure in outcome.failures:
        complain(Problem("corpus-shard-failed", reason=failure), given["lang"])
    found = outcome.balance
    numbers = {"drafts": found.drafts, "documents": found.documents, "errors": found.errors}
    click.echo(say("corpus-done", given["lang"], **numbers, findings=found.findings, out=job.out))
    if not found.balanced:
        fields = {"unfinished": found.unfinished, "lost": found.lost, "doubled": found.doubled}
        raise Problem("corpus-unbalanced", **fields)
    return 0


def estimated(job: Job, given: Given) -> int:
    """Say what the whole would cost, from a sample."""
    from speechlint.corpus.estimate import estimate
    from speechlint.corpus.sources import drafts

    sources, manifests = places(given)
    found = estimate(job, list(drafts(sources, manifests, job.storage)))
    sizes = {"read": f"{found.read / 1e9:.2f}", "kept": f"{found.kept / 1e9:.2f}"}
    each = f"{found.seconds * 1_000:.1f}"
    click.echo(say("estimate", given["lang"], drafts=f"{found.drafts:,}", sample=found.sample, each=each, **sizes))
    for workers in WORKERS:
        click.echo(say("estimate-hours", given["lang"], workers=workers, hours=f"{found.hours(workers):.2f}"))
    if given["within"]:
        needed = found.workers(given["within"])
        click.echo(say("estimate-workers", given["lang"], workers=needed, hours=f"{given['within']:g}"))
    return 0


def places(given: Given) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sources and manifests, local ones from the root, for workers may run elsewhere."""
    return tuple(map(absolute, given["sources"])), tuple(map(absolute, given["manifest"]))


def absolute(address: str) -> str:
    return address if "://" in address or "::" in address else os.path.abspath(address)  # noqa: PTH100  globs


def job_of(given: Given) -> Job:
    from speechlint.corpus.job import Job, key_of, settings_of

    request = Request(
        Choice(given["select"], given["ignore"], given["extend_select"], given["extend_ignore"]),
        min_severity=Severity(given["min_severity"]) if is_said("min_severity") else None,
        language=given["lang"] if is_said("lang") else None,
        encoding=given["encoding"],
        config=given["config"],
        isolated=given["isolated"],
    )
    return Job(
        out=absolute(given["out"] or ""),
        request=request,
        key=key_of(settings_of(request)),
        options=storage_options(given["storage_options"]),
        retries=given["retries"],
        timeout=given["timeout"],
        max_memory=given["max_memory"] * MEBIBYTE,
        jsonl=given["jsonl"],
    )


def storage_options(text: str) -> Mapping[str, object]:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise Problem("corpus-bad-options", reason=str(error)) from error
    if not isinstance(found, dict):
        raise Problem("corpus-bad-options", reason=type(found).__name__)
    return found


def engine_of(given: Given) -> Engine:
    from speechlint.corpus import engines

    workers = given["jobs"] or os.cpu_count() or 1
    if given["engine"] == "dask":
        from speechlint.corpus.dask_engine import dask

        return dask(given["address"], workers)
    return engines.single if given["engine"] == "single" else engines.local(workers)


def silent(progress: Progress) -> None:
    """Say nothing of how far it is."""


def teller(language: Language) -> Callable[[Progress], None]:
    """Writes the progress over itself on a terminal, elsewhere a line now and then."""
    last = time.monotonic()

    def tell(progress: Progress) -> None:
        nonlocal last
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{progress.line(language)}", err=True, nl=progress.left == 0)
        elif time.monotonic() - last > PAUSE or progress.left == 0:
            last = time.monotonic()
            click.echo(progress.line(language), err=True)

    return tell
