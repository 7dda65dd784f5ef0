"""The last word on a run: every draft that went in is accounted for, counted in the tables themselves."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from speechlint import __version__
from speechlint.corpus.job import Job, Shard
from speechlint.corpus.tables import SCHEMA, rows_of

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Balance:
    """Drafts that went in, and what became of them; `lost` and `doubled` are addresses, the first of each."""

    drafts: int
    documents: int
    errors: int
    findings: int
    shards: int
    unfinished: int
    lost: int
    doubled: int
    examples: tuple[str, ...] = field(default=())

    @property
    def balanced(self) -> bool:
        return not (self.unfinished or self.lost or self.doubled) and self.drafts == self.documents + self.errors


EXAMPLES = 10


def balance(job: Job, shards: Sequence[Shard], unfinished: Sequence[Shard]) -> Balance:
    """Hold the plan against the tables, address by address, one shard in memory at a time."""
    count: Counter[str] = Counter()
    examples: list[str] = []
    missing = {shard.number for shard in unfinished}
    for shard in shards:
        if shard.number in missing:
            count["lost"] += len(shard.drafts)
            continue
        documents, errors = (addresses(job, name, shard) for name in ("documents", "errors"))
        told = Counter([*documents, *errors])
        wanted = {draft.address for draft in shard.drafts}
        lost = sorted(wanted - told.keys())
        doubled = sorted(address for address, times in told.items() if times > 1 or address not in wanted)
        examples += [*lost, *doubled]
        count.update(
            documents=len(documents),
            errors=len(errors),
            findings=len(addresses(job, "findings", shard)),
            lost=len(lost),
            doubled=len(doubled),
        )
    return Balance(
        drafts=sum(len(shard.drafts) for shard in shards),
        documents=count["documents"],
        errors=count["errors"],
        findings=count["findings"],
        shards=len(shards),
        unfinished=len(missing),
        lost=count["lost"],
        doubled=count["doubled"],
        examples=tuple(examples[:EXAMPLES]),
    )


def addresses(job: Job, table: str, shard: Shard) -> list[str]:
    data = job.place.below(table, f"{shard.name}.parquet").read()
    return list(rows_of(data, ["address"])["address"].to_pylist())


def write_manifest(job: Job, sources: Sequence[str], found: Balance) -> None:
    body = {
        "schema": SCHEMA,
        "version": __version__,
        "key": job.key,
        "sources": list(sources),
        "balanced": found.balanced,
        **asdict(found),
    }
    job.place.below(MANIFEST).write(json.dumps(body, ensure_ascii=False, indent=1).encode("utf-8"))
