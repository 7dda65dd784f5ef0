"""What a command line says of an archive: the options, and the job, places and engine they mean."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict

import click

from speechlint.cli import options
from speechlint.cli.configuration import is_said
from speechlint.config.workspace import Request
from speechlint.messages import Language, Problem
from speechlint.model import Severity
from speechlint.selection import Choice

if TYPE_CHECKING:
    from speechlint.corpus.engines import Engine
    from speechlint.corpus.job import Job

MEBIBYTE = 2**20


class Archive(TypedDict):
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
    compare: bool
    similarity: float
    template: float
    shared: int
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    extend_select: tuple[str, ...]
    extend_ignore: tuple[str, ...]
    min_severity: str
    encoding: str | None
    config: Path | None
    isolated: bool
    lang: Language


where = options.all_of(
    click.argument("sources", nargs=-1, metavar="SRC…"),
    click.option("--manifest", multiple=True, metavar="FILE", help="列出路径的文件，一行一个，可重复。"),
    click.option("--out", metavar="DIR", help="结果放在哪里；同一处再运行一次就接着做。"),
    click.option("--storage-options", default="{}", metavar="JSON", help="交给 fsspec 的参数，如 s3 的 endpoint_url。"),
    click.option("--jsonl", is_flag=True, help="另写一份 JSON Lines。"),
)
engine = options.all_of(
    click.option(
        "--engine",
        type=click.Choice(["local", "dask", "single"]),
        default="local",
        help="由谁来检查：本机多个进程、Dask 集群，或单个进程。",
    ),
    click.option("--address", metavar="tcp://…", help="现成的 Dask 集群；不写则在本机临时建一个。"),
    click.option("--jobs", "-j", type=click.IntRange(0), default=0, metavar="N", help="用几个进程，0 为每核一个。"),
    click.option(
        "--shard-size",
        type=click.IntRange(1),
        default=500,
        show_default=True,
        help="每片多少篇（一片查完即存，中断后从下一片接着做）。",
    ),
    click.option(
        "--max-memory", type=click.IntRange(0), default=0, metavar="MIB", help="一个进程最多占多少 MiB，0 为不限。"
    ),
    click.option(
        "--timeout", type=click.FloatRange(0), default=120, show_default=True, help="一篇最多检查几秒，0 为不限。"
    ),
    click.option("--retries", type=click.IntRange(0), default=3, show_default=True, help="读写失败后再试几次。"),
)
comparison = options.all_of(
    click.option("--compare", is_flag=True, help="另比较各篇：雷同、套用旧稿换名、共用的句子、不同写法。"),
    options.limits,
)
rules = options.all_of(
    options.names("--select", "只用这些规则或类别，ALL 为全部。"),
    options.names("--ignore", "停用的规则或类别，如 wording 或 typo/variant。"),
    options.names("--extend-select", "另外启用的规则或类别。"),
    options.names("--extend-ignore", "另外停用的规则或类别。"),
    click.option(
        "--min-severity", type=options.SEVERITIES, default="warning", show_default=True, help="从哪一级起记下。"
    ),
    click.option("--encoding", help="文本文件的编码，不写则自动判断。"),
    options.configuration_file,
)


def places(given: Archive) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sources and manifests, local ones from the root, for workers may run elsewhere."""
    return tuple(map(absolute, given["sources"])), tuple(map(absolute, given["manifest"]))


def absolute(address: str) -> str:
    from speechlint.corpus.storage import written

    address = written(address)
    return address if "://" in address or "::" in address else os.path.abspath(address)  # noqa: PTH100  globs


def job_of(given: Archive) -> Job:
    """The job the options mean; raises Problem when one of them is not understood."""
    from speechlint.corpus.job import Job, key_of, settings_of
    from speechlint.corpus.limits import Limits

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
        limits=Limits(given["similarity"], given["template"], given["shared"]) if given["compare"] else None,
    )


def storage_options(text: str) -> Mapping[str, object]:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise Problem("corpus-bad-options", reason=str(error)) from error
    if not isinstance(found, dict):
        raise Problem("corpus-bad-options", reason=type(found).__name__)
    return found


def engine_of(given: Archive) -> Engine:
    from speechlint.corpus import engines

    workers = given["jobs"] or os.cpu_count() or 1
    if given["engine"] == "dask":
        from speechlint.corpus.dask_engine import dask

        return dask(given["address"], workers)
    return engines.single if given["engine"] == "single" else engines.local(workers)
