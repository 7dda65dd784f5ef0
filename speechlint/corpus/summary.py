"""A summary of quality: drafts and findings by folder, year and source, rules by frequency, the worst drafts.

Each shard is counted by itself and the counts are added, so that one shard at a time is in memory.
"""

from __future__ import annotations

import heapq
import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field

import pyarrow as pa
import pyarrow.csv as pcsv

from speechlint.corpus.job import Job
from speechlint.corpus.tables import parquet
from speechlint.reports.csv import inert

GROUPS = ("folder", "year", "source")
COUNTS = ("drafts", "unread", "characters", "error", "warning", "info")
SUMS = COUNTS[2:]
# What is read of each table to be counted; the addresses of errors are for the account.
COLUMNS = {
    "documents": ("address", *GROUPS, *SUMS),
    "findings": ("rule", "severity", "address"),
    "errors": ("address", *GROUPS, "problem"),
}
WORST = 100
FOLDER = "summary"
# Excel takes a csv file for UTF-8 only when it begins so.
BOM = "\ufeff".encode()


@dataclass(frozen=True, slots=True)
class Group:
    """A folder, year or source, and its counts by their names in COUNTS."""

    value: object
    counts: Counter[str]


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often a rule was broken, and in how many drafts."""

    rule: str
    severity: str
    findings: int
    drafts: int


@dataclass
class Summary:
    """The counts: for each group and its value, for each rule; the worst drafts with their findings."""

    groups: dict[str, dict[object, Counter[str]]] = field(
        default_factory=lambda: {group: defaultdict(Counter) for group in GROUPS}
    )
    rules: Counter[tuple[str, str]] = field(default_factory=Counter)
    rule_drafts: Counter[tuple[str, str]] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    worst: list[tuple[int, str, int]] = field(default_factory=list)

    def add(self, documents: pa.Table, findings: pa.Table, errors: pa.Table) -> None:
        """Count one shard."""
        for group in GROUPS:
            for value, counts in summed(documents, group, SUMS):
                self.groups[group][value].update(counts)
            for value, counts in summed(errors, group, ()):
                self.groups[group][value].update(counts, unread=counts["drafts"])
        self.worst = heapq.nlargest(WORST, [*self.worst, *most(documents)])
        self.problems.update({str(problem): count for (problem,), count in counted(errors, "problem")})
        rule = ("rule", "severity")
        self.rules.update({(str(name), str(severity)): count for (name, severity), count in counted(findings, *rule)})
        alone = findings.group_by([*rule, "address"]).aggregate([])
        self.rule_drafts.update(
            {(str(name), str(severity)): count for (name, severity), count in counted(alone, *rule)}
        )

    @property
    def totals(self) -> Counter[str]:
        return sum(self.groups["source"].values(), Counter())

    def grouped(self, group: str) -> list[Group]:
        """The values of a group in order, what is unknown last."""
        found = sorted(self.groups[group].items(), key=lambda item: (item[0] is None, item[0]))
        return [Group(value, counts) for value, counts in found]

    def ranked(self) -> list[Frequency]:
        """The rules by how often they were broken."""
        ranked = sorted(self.rules.items(), key=lambda item: (-item[1], item[0]))
        return [Frequency(*rule, count, self.rule_drafts[rule]) for rule, count in ranked]

    def tables(self) -> dict[str, list[dict[str, object]]]:
        """Rows of every table of the summary, by its name."""
        tables: dict[str, list[dict[str, object]]] = {
            f"{name}s": [
                {name: group.value, **{count: group.counts[count] for count in COUNTS}} for group in self.grouped(name)
            ]
            for name in GROUPS
        }
        tables["rules"] = [asdict(row) for row in self.ranked()]
        tables["problems"] = [{"problem": key, "drafts": count} for key, count in self.problems.most_common()]
        tables["worst"] = [
            {"address": address, "findings": found, "characters": characters}
            for found, address, characters in self.worst
        ]
        return tables


def summed(table: pa.Table, group: str, columns: Sequence[str]) -> Iterator[tuple[object, dict[str, int]]]:
    """Every value of a group with the number of drafts and the sums of columns."""
    found = table.group_by(group).aggregate([("address", "count"), *((name, "sum") for name in columns)])
    sums = (found[name].to_pylist() for name in ("address_count", *(f"{name}_sum" for name in columns)))
    for value, *row in zip(found[group].to_pylist(), *sums, strict=True):
        yield value, dict(zip(("drafts", *columns), row, strict=True))


def counted(table: pa.Table, *columns: str) -> Iterator[tuple[tuple[object, ...], int]]:
    """How many rows there are of every combination of the columns' values."""
    found = table.group_by(list(columns)).aggregate([([], "count_all")])
    for *values, count in zip(*(found[name].to_pylist() for name in (*columns, "count_all")), strict=True):
        yield tuple(values), count


def most(documents: pa.Table) -> Iterator[tuple[int, str, int]]:
    """Findings, address and characters of the drafts that have any."""
    columns = (documents[name].to_pylist() for name in ("error", "warning", "info", "address", "characters"))
    for error, warning, info, address, characters in zip(*columns, strict=True):
        if error or warning or info:
            yield error + warning + info, address, characters


SCHEMAS = {
    **{
        f"{group}s": pa.schema(
            [
                (group, pa.int32() if group == "year" else pa.string()),
                *((name, pa.int64()) for name in COUNTS),
            ]
        )
        for group in GROUPS
    },
    "rules": pa.schema(
        [("rule", pa.string()), ("severity", pa.string()), ("findings", pa.int64()), ("drafts", pa.int64())]
    ),
    "problems": pa.schema([("problem", pa.string()), ("drafts", pa.int64())]),
    "worst": pa.schema([("address", pa.string()), ("findings", pa.int64()), ("characters", pa.int64())]),
}


def write_summary(job: Job, summary: Summary) -> None:
    """Write every table as Parquet and as csv."""
    for name, rows in summary.tables().items():
        place = job.place.below(FOLDER)
        place.below(f"{name}.parquet").write(parquet(rows, SCHEMAS[name]))
        sink = io.BytesIO()
        harmless = [{key: inert(cell) if isinstance(cell, str) else cell for key, cell in row.items()} for row in rows]
        pcsv.write_csv(pa.Table.from_pylist(harmless, SCHEMAS[name]), sink)
        place.below(f"{name}.csv").write(BOM + sink.getvalue())
