"""What finished shards keep, read again: several at a time, for a distant storage answers slowly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

import pyarrow as pa

from speechlint.corpus.job import Job, Shard
from speechlint.corpus.tables import rows_of

AT_ONCE = 8

Columns = Mapping[str, Sequence[str]]
Kept = dict[str, pa.Table]


def kept(job: Job, shards: Iterable[Shard], columns: Columns) -> Iterator[tuple[Shard, Kept | None]]:
    """The columns asked for of every table of every shard, in order; None when one is missing or broken."""
    left = iter(shards)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while some := list(islice(left, AT_ONCE)):
            yield from zip(some, pool.map(lambda shard: of_shard(job, shard, columns), some), strict=True)


def of_shard(job: Job, shard: Shard, columns: Columns) -> Kept | None:
    """One shard's tables; raises OSError when the storage fails."""
    try:
        data = {name: job.place.below(name, f"{shard.name}.parquet").read() for name in columns}
    except FileNotFoundError:
        return None
    try:
        return {name: rows_of(data[name], wanted) for name, wanted in columns.items()}
    except (pa.ArrowException, OSError, ValueError, KeyError):
        # Bytes that are no Parquet file, or not with these columns.
        return None
