"""One run over an archive: plan, shards, balance, summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from speechlint.corpus.balance import Balance, Ledger, write_manifest
from speechlint.corpus.engines import Engine
from speechlint.corpus.job import Job, Shard, settings_of
from speechlint.corpus.kept import kept
from speechlint.corpus.page import page
from speechlint.corpus.plan import Head, outstanding, planned
from speechlint.corpus.progress import Progress
from speechlint.corpus.shard import DONE
from speechlint.corpus.sources import drafts
from speechlint.corpus.summary import COLUMNS, FOLDER, Summary, write_summary
from speechlint.corpus.worker import ShardFailed

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
    found, summary = closed(job, shards)
    write_manifest(job, named, found)
    write_report(job, summary)
    return Outcome(found, len(shards) - len(left), tuple(failures))


def closed(job: Job, shards: Sequence[Shard]) -> tuple[Balance, Summary]:
    """The account of what the shards keep, and its summary; one that does not account for its drafts is not done."""
    unfinished = {shard.number for shard in outstanding(job, shards)}
    ledger, summary = Ledger(), Summary()
    for shard in shards:
        if shard.number in unfinished:
            ledger.enter(shard, None)
    for shard, tables in kept(job, [shard for shard in shards if shard.number not in unfinished], COLUMNS):
        if ledger.enter(shard, tables) and tables is not None:
            summary.add(tables["documents"], tables["findings"], tables["errors"])
        else:
            job.place.below(DONE, f"{shard.name}.json").remove()
    return ledger.balance(), summary


def write_report(job: Job, summary: Summary) -> None:
    """Write the summary's tables and its page."""
    write_summary(job, summary)
    settings = settings_of(job.request)
    titles = {rule.id: rule.title[settings.language] for rule in settings.rules}
    html = page(summary, titles, settings.language)
    job.place.below(FOLDER, PAGE).write(html.encode("utf-8", "replace"))
