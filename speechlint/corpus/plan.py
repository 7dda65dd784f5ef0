"""The plan of a run: which drafts there are and which shard each belongs to, kept beside the results.

A run that is taken up again follows the plan it was begun with, so that no draft is lost or checked twice though the
archive has changed meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import groupby

from speechlint.corpus.job import Job, Shard
from speechlint.corpus.shard import DONE
from speechlint.corpus.sources import Draft
from speechlint.corpus.tables import PLAN, SCHEMA, parquet, rows_of
from speechlint.messages import Problem

# A shard is full with so many bytes, however few drafts they are: all it holds is lost with its worker.
SHARD_BYTES = 64 * 2**20
PLAN_FILE = "plan.parquet"
HEAD_FILE = "plan.json"


@dataclass(frozen=True, slots=True)
class Head:
    """What must be as it was for a run to be taken up: the sources, the size of a shard, the rules, the traces kept."""

    sources: tuple[str, ...]
    shard_size: int
    key: str
    compare: bool = False

    def differences(self, other: Head) -> list[str]:
        return [each.name for each in fields(self) if getattr(self, each.name) != getattr(other, each.name)]


def shards_of(drafts: Iterable[Draft], size: int) -> Iterator[Shard]:
    """Drafts in shards of at most `size`, in order."""
    some: list[Draft] = []
    weight = number = 0
    for draft in drafts:
        if some and (len(some) == size or weight + max(draft.size, 0) > SHARD_BYTES):
            yield Shard(number, tuple(some))
            some, weight, number = [], 0, number + 1
        some.append(draft)
        weight += max(draft.size, 0)
    if some:
        yield Shard(number, tuple(some))


def planned(job: Job, head: Head, drafts: Iterable[Draft]) -> list[Shard]:
    """The plan kept in the target, or a new one; raises Problem when what is kept is another run's."""
    out = job.place
    try:
        kept = json.loads(out.below(HEAD_FILE).read())
    except FileNotFoundError:
        return begun(job, head, drafts)
    except ValueError as error:
        raise Problem("corpus-other-run", at=job.out, what=HEAD_FILE) from error
    if kept.pop("schema", None) != SCHEMA:
        raise Problem("corpus-other-run", at=job.out, what="schema")
    different = head.differences(Head(**{**kept, "sources": tuple(kept["sources"])}))
    if different:
        raise Problem("corpus-other-run", at=job.out, what=", ".join(different))
    return list(read_plan(out.below(PLAN_FILE).read()))


def begun(job: Job, head: Head, drafts: Iterable[Draft]) -> list[Shard]:
    """A new plan, its head written last: without it there is none."""
    shards = list(shards_of(drafts, head.shard_size))
    rows = [
        {"address": draft.address, "source": draft.source, "bytes": draft.size, "shard": shard.number}
        for shard in shards
        for draft in shard.drafts
    ]
    job.place.below(PLAN_FILE).write(parquet(rows, PLAN))
    told = {"schema": SCHEMA, **asdict(head)}
    job.place.below(HEAD_FILE).write(json.dumps(told, ensure_ascii=False, indent=1).encode())
    return shards


def read_plan(data: bytes) -> Iterator[Shard]:
    rows = rows_of(data).to_pylist()
    for number, group in groupby(rows, lambda row: row["shard"]):
        yield Shard(number, tuple(Draft(row["address"], row["source"], row["bytes"]) for row in group))


def outstanding(job: Job, shards: Sequence[Shard]) -> list[Shard]:
    """The shards without the mark of being done."""
    done = {name.partition(".")[0] for name in job.place.below(DONE).names()}
    return [shard for shard in shards if shard.name not in done]
