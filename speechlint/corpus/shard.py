"""One shard: its drafts fetched and checked, its tables written, its number last."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import groupby

from speechlint.corpus.job import Job, Shard, ShardReport
from speechlint.corpus.rows import document_row, error_row, finding_rows
from speechlint.corpus.sources import Draft, unpacked
from speechlint.corpus.storage import Place, Storage
from speechlint.corpus.tables import TABLES, Row, json_lines, parquet
from speechlint.messages import Problem
from speechlint.readers import SIZE_LIMIT, read_bytes
from speechlint.session import Checked, Settings, check_document

# So many requests to a distant storage are under way at once.
AT_ONCE = 32
DONE = "done"
Begun = Callable[[int], None]
Fetched = bytes | Problem


@dataclass(frozen=True)
class ShardTables:
    """The rows of one shard, as they come."""

    documents: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    errors: list[Row] = field(default_factory=list)


def check_shard(
    shard: Shard, job: Job, settings: Settings, poison: Mapping[int, Problem] | None = None, begun: Begun | None = None
) -> ShardReport:
    """Check every draft of a shard and write what was found; raises OSError when it cannot be written.

    `poison` are drafts, by their place in the shard, not to be touched again, with what is to be said of them;
    `begun` is told the place of each draft before it is read, and -1 before several are fetched together.
    """
    start = time.monotonic()
    tables = ShardTables()
    poison = poison or {}
    tell = begun or (lambda number: None)
    for number, data in fetched(shard, job.storage, poison, tell):
        tell(number)
        enter(tables, shard.drafts[number], data, settings)
    report = ShardReport(
        shard.number, len(tables.documents), len(tables.errors), len(tables.findings), time.monotonic() - start
    )
    tell(-1)
    keep(tables, shard, job, report)
    return report


def enter(tables: ShardTables, draft: Draft, data: Fetched, settings: Settings) -> None:
    """Check one draft and add its rows."""
    if isinstance(data, Problem):
        tables.errors.append(error_row(draft, draft.size, data, settings.language))
        return
    outcome = checked(draft.address, data, settings)
    if outcome.document is None:
        problem = outcome.problem or Problem("internal-error", reason="no outcome")
        tables.errors.append(error_row(draft, len(data), problem, settings.language))
        return
    tables.documents.append(document_row(draft, data, outcome.document, outcome, settings.language))
    tables.findings.extend(finding_rows(draft, outcome.document, outcome))


def checked(address: str, data: bytes, settings: Settings) -> Checked:
    """A draft's outcome; whatever goes wrong with one, the next is checked."""
    try:
        if len(data) > SIZE_LIMIT:
            raise Problem("too-large", limit=SIZE_LIMIT // 2**20)
        document = read_bytes(address, data, settings.encoding, layout=settings.reads_layout)
        return check_document(document, settings)
    except Problem as problem:
        return Checked(address, problem=problem)
    except Exception as error:
        # A file can be broken in ways no reader foresaw; the files after it must not suffer.
        return Checked(address, problem=Problem("internal-error", reason=f"{type(error).__name__}: {error}"))


def keep(tables: ShardTables, shard: Shard, job: Job, report: ShardReport) -> None:
    """Write the tables, then the mark that the shard is done: without it all is written again."""
    out = job.place
    for name, schema in TABLES.items():
        out.below(name, f"{shard.name}.parquet").write(parquet(getattr(tables, name), schema))
    if job.jsonl:
        out.below("jsonl", f"{shard.name}.jsonl").write(json_lines(tables.findings))
    out.below(DONE, f"{shard.name}.json").write(json.dumps(asdict(report)).encode())


def fetched(
    shard: Shard, storage: Storage, poison: Mapping[int, Problem], tell: Begun
) -> Iterator[tuple[int, Fetched]]:
    """Every draft's bytes in order, or why there are none; a tar or zip file is read once for all its members."""
    for container, numbers in groupby(range(len(shard.drafts)), lambda number: shard.drafts[number].container):
        wanted = [(number, shard.drafts[number]) for number in numbers]
        yield from ((number, poison[number]) for number, _ in wanted if number in poison)
        rest = [(number, draft) for number, draft in wanted if number not in poison]
        if container:
            tell(-1)
            yield from from_container(storage.at(container), rest)
        else:
            yield from one_by_one(rest, storage, tell)


def from_container(place: Place, wanted: list[tuple[int, Draft]]) -> Iterator[tuple[int, Fetched]]:
    try:
        members = dict(unpacked(place, {draft.member for _, draft in wanted}, SIZE_LIMIT))
    except OSError as error:
        yield from ((number, unreadable(error)) for number, _ in wanted)
        return
    for number, draft in wanted:
        missing = too_large() if draft.size > SIZE_LIMIT else Problem("no-such-path")
        yield number, members.get(draft.member, missing)


def one_by_one(wanted: list[tuple[int, Draft]], storage: Storage, tell: Begun) -> Iterator[tuple[int, Fetched]]:
    for first in range(0, len(wanted), AT_ONCE):
        some = wanted[first : first + AT_ONCE]
        ahead = together([draft for _, draft in some if draft.size <= SIZE_LIMIT], storage, tell)
        for number, draft in some:
            if draft.address not in ahead:
                tell(number)
            yield number, ahead.get(draft.address) or fetch(draft, storage)


def together(wanted: list[Draft], storage: Storage, tell: Begun) -> dict[str, bytes]:
    """What a distant storage gives when asked for many drafts at once; what it does not is asked for again alone."""
    if not wanted or not storage.at(wanted[0].address).filesystem.async_impl:
        return {}
    tell(-1)
    places = {storage.at(draft.address).path: draft.address for draft in wanted}
    found = storage.at(wanted[0].address).filesystem.cat(list(places), on_error="return")
    return {places[path]: data for path, data in found.items() if isinstance(data, bytes)}


def fetch(draft: Draft, storage: Storage) -> Fetched:
    if draft.size > SIZE_LIMIT:
        return too_large()
    try:
        return storage.at(draft.address).read()
    except FileNotFoundError:
        return Problem("no-such-path")
    except OSError as error:
        return unreadable(error)


def unreadable(error: OSError) -> Problem:
    return Problem("unreadable", reason=error.strerror or str(error))


def too_large() -> Problem:
    return Problem("too-large", limit=SIZE_LIMIT // 2**20)
