"""The last word on a run: every draft that went in is accounted for, counted in the tables themselves."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

import pyarrow as pa

from speechlint import __version__
from speechlint.corpus.job import Job, Shard
from speechlint.corpus.tables import SCHEMA

MANIFEST = "manifest.json"
EXAMPLES = 10


@dataclass(frozen=True, slots=True)
class Balance:
    """Drafts that went in, and what became of them; `examples` are the first addresses lost or doubled.

    `unfinished` are shards not done, or not kept as they should be.
    """

    drafts: int
    documents: int
    errors: int
    findings: int
    shards: int
    unfinished: int
    lost: int
    doubled: int
    examples: tuple[str, ...] = ()

    @property
    def balanced(self) -> bool:
        return not (self.unfinished or self.lost or self.doubled) and self.drafts == self.documents + self.errors


@dataclass
class Ledger:
    """Holds the plan against the tables, address by address, one shard after another."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def enter(self, shard: Shard, tables: Mapping[str, pa.Table] | None) -> bool:
        """Count a shard, None for one whose tables are not there; whether every draft is accounted for once."""
        self.counts.update(shards=1, drafts=len(shard.drafts))
        if tables is None:
            self.counts.update(unfinished=1, lost=len(shard.drafts))
            return False
        self.counts.update({name: table.num_rows for name, table in tables.items()})
        told = [address for name in ("documents", "errors") for address in tables[name]["address"].to_pylist()]
        return self._compared([draft.address for draft in shard.drafts], told)

    def _compared(self, wanted: Sequence[str], told: Sequence[str]) -> bool:
        lost, doubled = Counter(wanted) - Counter(told), Counter(told) - Counter(wanted)
        self.counts.update(lost=lost.total(), doubled=doubled.total(), unfinished=int(bool(lost or doubled)))
        self.examples += sorted(lost | doubled)[: EXAMPLES - len(self.examples)]
        return not (lost or doubled)

    def balance(self) -> Balance:
        names = ("drafts", "documents", "errors", "findings", "shards", "unfinished", "lost", "doubled")
        return Balance(**{name: self.counts[name] for name in names}, examples=tuple(self.examples))


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
