"""One run over an archive: plan, shards, balance, summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from speechlint.corpus.balance import Balance, balance, write_manifest
from speechlint.corpus.engines import Engine
from speechlint.corpus.guard import ShardFailed
from speechlint.corpus.job import Job, Shard
from speechlint.corpus.page import page
from speechlint.corpus.plan import Head, outstanding, planned
from speechlint.corpus.progress import Progress
from speechlint.corpus.sources import drafts
from speechlint.corpus.summary import FOLDER, summarize, write_summary

PAGE = "report.html"
Told = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: its balance, how many shards an earlier run had done, and why shards failed."""

    balance: Balance
    done_before: int
    failures: tuple[str, ...]


def run(
    job: Job, sources: Sequence[str], manifests: Sequence[str], shard_size: int, engine: Engine, told: Told
) -> Outcome:
    """Check every draft not yet done and balance the account; raises Problem, and OSError for a broken storage."""
    named = (*sources, *(f"@{manifest}" for manifest in manifests))
    head = Head(tuple(named), shard_size, job.key)
    shards = planned(job, head, drafts(sources, manifests, job.storage))
    left = outstanding(job, shards)
    progress = Progress(
        sum(len(shard.drafts) for shard in shards),
        sum(len(shard.drafts) for shard in shards) - sum(len(shard.drafts) for shard in left),
    )
    failures: list[str] = []
    told(progress)
    for report in engine(job, left) if left else ():
        if isinstance(report, ShardFailed):
            failures.append(str(report))
        else:
            progress.add(report.documents + report.errors)
        told(progress)
    unfinished = outstanding(job, shards)
    found = balance(job, shards, unfinished)
    write_manifest(job, named, found)
    write_report(job, shards, unfinished)
    return Outcome(found, len(shards) - len(left), tuple(failures))


def write_report(job: Job, shards: Sequence[Shard], unfinished: Sequence[Shard]) -> None:
    """Write the summary of what is done, and its page."""
    left = {shard.number for shard in unfinished}
    summary = summarize(job, [shard for shard in shards if shard.number not in left])
    write_summary(job, summary)
    html = page(summary, job.request.language or "zh")
    job.place.below(FOLDER, PAGE).write(html.encode("utf-8", "replace"))
