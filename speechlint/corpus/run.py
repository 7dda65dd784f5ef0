"""One run over an archive: plan, shards, balance, summary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speechlint.corpus.balance import Balance, Ledger, write_manifest
from speechlint.corpus.engines import Engine
from speechlint.corpus.job import Job, Shard, settings_of
from speechlint.corpus.kept import Kept, kept
from speechlint.corpus.page import page
from speechlint.corpus.plan import Head, outstanding, planned
from speechlint.corpus.progress import Progress
from speechlint.corpus.shard import DONE
from speechlint.corpus.sources import drafts
from speechlint.corpus.summary import COLUMNS, FOLDER, Summary, write_summary
from speechlint.corpus.worker import ShardFailed

if TYPE_CHECKING:
    from speechlint.corpus.across import Gathered
    from speechlint.corpus.comparison import Comparison

PAGE = "report.html"
Told = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: its balance, and why shards failed.

    `comparison` is what holding the drafts against one another found, and `gone` are those that could not be opened
    again for it.
    """

    balance: Balance
    failures: tuple[str, ...]
    comparison: Comparison | None = None
    gone: int = 0


def run(
    job: Job, sources: Sequence[str], manifests: Sequence[str], shard_size: int, engine: Engine, told: Told
) -> Outcome:
    """Check every draft not yet done and balance the account; raises Problem, and OSError for a broken storage."""
    named = (*sources, *(f"@{manifest}" for manifest in manifests))
    head = Head(tuple(named), shard_size, job.key, job.limits is not None)
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
    account = closed(job, shards)
    found = account.ledger.balance()
    write_manifest(job, named, found)
    comparison, gone = compared(job, account) if account.gathered else (None, 0)
    write_report(job, account.summary, comparison)
    return Outcome(found, tuple(failures), comparison, gone)


@dataclass(frozen=True, slots=True)
class Account:
    """What the finished shards keep: what becomes of every draft, counts, and traces where drafts are compared."""

    ledger: Ledger
    summary: Summary
    gathered: Gathered | None

    def enter(self, shard: Shard, tables: Kept | None) -> bool:
        """Take in one shard; whether its drafts are accounted for."""
        sound = self.ledger.enter(shard, tables)
        if sound and tables is not None:
            self.summary.add(tables["documents"], tables["findings"], tables["errors"])
            if self.gathered is not None:
                self.gathered.add(shard, tables)
        return sound


def closed(job: Job, shards: Sequence[Shard]) -> Account:
    """The account of all shards; one whose tables do not account for its drafts is not done after all."""
    account = Account(Ledger(), Summary(), gathered_for(job))
    columns = {**COLUMNS, **(account.gathered.columns if account.gathered else {})}
    unfinished = {shard.number for shard in outstanding(job, shards)}
    for shard in shards:
        if shard.number in unfinished:
            account.enter(shard, None)
    for shard, tables in kept(job, [shard for shard in shards if shard.number not in unfinished], columns):
        if not account.enter(shard, tables):
            job.place.below(DONE, f"{shard.name}.json").remove()
    return account


def gathered_for(job: Job) -> Gathered | None:
    if job.limits is None:
        return None
    # Its libraries are not needed otherwise.
    from speechlint.corpus.across import Gathered

    return Gathered()


def compared(job: Job, account: Account) -> tuple[Comparison, int]:
    """Hold the drafts against one another and write what is found; also how many could not be opened again."""
    from speechlint.corpus.across import compare_archive, write_comparison

    assert account.gathered is not None
    comparison, gone = compare_archive(job, account.gathered)
    write_comparison(job, comparison)
    return comparison, gone


def write_report(job: Job, summary: Summary, comparison: Comparison | None) -> None:
    """Write the summary's tables and its page."""
    write_summary(job, summary)
    settings = settings_of(job.request)
    titles = {rule.id: rule.title[settings.language] for rule in settings.rules}
    html = page(summary, titles, settings.language, comparison)
    job.place.below(FOLDER, PAGE).write(html.encode("utf-8", "replace"))
