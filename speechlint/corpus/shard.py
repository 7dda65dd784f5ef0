"""One shard: its drafts fetched and checked, its tables written, its number last."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from speechlint.corpus.fetch import Begun, Fetched, fetched
from speechlint.corpus.job import Job, Shard, ShardReport
from speechlint.corpus.rows import document_row, error_row, finding_rows, where
from speechlint.corpus.sources import Draft
from speechlint.corpus.tables import TABLES, Row, json_lines, parquet
from speechlint.messages import Problem
from speechlint.model import Document
from speechlint.readers import SIZE_LIMIT, read_bytes
from speechlint.session import Checked, Settings, check_document

if TYPE_CHECKING:
    from speechlint.corpus.traces import Traces

DONE = "done"


@dataclass(frozen=True)
class ShardTables:
    """The rows of one shard, as they come."""

    documents: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    errors: list[Row] = field(default_factory=list)
    traces: Traces | None = None


def check_shard(
    shard: Shard, job: Job, settings: Settings, poison: Mapping[int, Problem] | None = None, begun: Begun | None = None
) -> ShardReport:
    """Check every draft of a shard and write what was found; raises OSError when it cannot be written.

    `poison` are drafts, by their place in the shard, not to be touched again, with what is to be said of them;
    `begun` is told the place of each draft before it is read, and -1 before several are fetched together.
    """
    start = time.monotonic()
    tables = empty_tables(job, settings)
    poison = poison or {}
    tell = begun or (lambda number: None)
    for number, data in fetched(shard.drafts, job.storage, poison, tell):
        tell(number)
        enter(tables, shard.drafts[number], data, settings)
    report = ShardReport(
        shard.number, len(tables.documents), len(tables.errors), len(tables.findings), time.monotonic() - start
    )
    tell(-1)
    keep(tables, shard, job, report)
    return report


def empty_tables(job: Job, settings: Settings) -> ShardTables:
    if job.limits is None:
        return ShardTables()
    # Its libraries are not needed otherwise.
    from speechlint.corpus.traces import Traces

    return ShardTables(traces=Traces.by(settings.rules))


def enter(tables: ShardTables, draft: Draft, data: Fetched, settings: Settings) -> None:
    """Check one draft and add its rows."""
    if isinstance(data, Problem):
        tables.errors.append(error_row(draft, draft.size, data, settings.language))
        return
    outcome = checked(draft.address, data, settings)
    problem = outcome.problem or (traced(tables.traces, outcome.document) if tables.traces else None)
    if problem is not None or outcome.document is None:
        problem = problem or Problem("internal-error", reason="no outcome")
        tables.errors.append(error_row(draft, len(data), problem, settings.language))
        return
    here = where(draft, outcome.document.text)
    tables.documents.append(document_row(here, data, outcome.document, outcome.findings, settings.language))
    tables.findings.extend(finding_rows(here, outcome.document, outcome.findings))


def traced(traces: Traces, document: Document | None) -> Problem | None:
    """Take in what comparing needs of a draft; a draft that cannot be compared costs itself alone."""
    try:
        if document is not None:
            traces.add(document)
    except Exception as error:
        return Problem("internal-error", reason=f"{type(error).__name__}: {error}")
    return None


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
    for (*folders, suffix), data in packed(tables, job):
        job.place.below(*folders, f"{shard.name}{suffix}").write(data)
    job.place.below(DONE, f"{shard.name}.json").write(json.dumps(asdict(report)).encode())


def packed(tables: ShardTables, job: Job) -> Iterator[tuple[tuple[str, ...], bytes]]:
    """Every file of a shard: its folders, its suffix, its bytes."""
    for name, schema in TABLES.items():
        rows = getattr(tables, name)
        yield (name, ".parquet"), parquet(rows, schema)
        if job.jsonl:
            yield ("jsonl", name, ".jsonl"), json_lines(rows)
    if tables.traces is not None:
        from speechlint.corpus import traces

        for name, rows in tables.traces.rows().items():
            yield (traces.FOLDER, name, ".parquet"), parquet(rows, traces.TABLES[name])
