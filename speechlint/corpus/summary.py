"""A summary of quality: drafts and findings by folder, year and source, rules by frequency, the worst drafts.

Each shard is counted by itself and the counts are added, so that one shard at a time is in memory.
"""

from __future__ import annotations

import heapq
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.csv as pcsv

from speechlint.corpus.job import Job, Shard
from speechlint.corpus.tables import parquet, rows_of

GROUPS = ("folder", "year", "source")
COUNTS = ("drafts", "unread", "characters", "error", "warning", "info")
WORST = 100
FOLDER = "summary"
# Excel takes a csv file for UTF-8 only when it begins so.
BOM = "\ufeff".encode()


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
        for row in documents.to_pylist():
            found = row["error"] + row["warning"] + row["info"]
            self._group(row, {"drafts": 1, **{name: row[name] for name in COUNTS[2:]}})
            if found:
                self.worst.append((found, row["address"], row["characters"]))
        for row in errors.to_pylist():
            self._group(row, {"drafts": 1, "unread": 1})
            self.problems[row["problem"]] += 1
        self.worst = heapq.nlargest(WORST, self.worst, key=lambda entry: (entry[0], entry[1]))
        told = [(row["rule"], row["severity"], row["address"]) for row in findings.to_pylist()]
        self.rules.update((rule, severity) for rule, severity, _ in told)
        self.rule_drafts.update((rule, severity) for rule, severity, _ in set(told))

    def _group(self, row: dict[str, object], counts: dict[str, int]) -> None:
        for group in GROUPS:
            self.groups[group][row[group]].update(counts)

    @property
    def totals(self) -> Counter[str]:
        return sum(self.groups["source"].values(), Counter())

    def tables(self) -> dict[str, list[dict[str, object]]]:
        """Rows of every table of the summary, by its name."""
        tables = {f"{group}s": list(self._grouped(group)) for group in GROUPS}
        tables["rules"] = [
            {"rule": rule, "severity": severity, "findings": count, "drafts": self.rule_drafts[rule, severity]}
            for (rule, severity), count in sorted(self.rules.items(), key=lambda item: (-item[1], item[0]))
        ]
        tables["problems"] = [{"problem": key, "drafts": count} for key, count in self.problems.most_common()]
        tables["worst"] = [
            {"address": address, "findings": found, "characters": characters}
            for found, address, characters in self.worst
        ]
        return tables

    def _grouped(self, group: str) -> Iterator[dict[str, object]]:
        for value, counts in sorted(self.groups[group].items(), key=lambda item: (item[0] is None, item[0])):
            yield {group: value, **{name: counts[name] for name in COUNTS}}


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


def summarize(job: Job, shards: Iterable[Shard]) -> Summary:
    """Count what the finished shards keep; raises OSError."""
    summary = Summary()
    columns: dict[str, Sequence[str]] = {
        "documents": ("address", *GROUPS, "characters", "error", "warning", "info"),
        "findings": ("rule", "severity", "address"),
        "errors": (*GROUPS, "problem"),
    }
    for shard in shards:
        read = {
            name: rows_of(job.place.below(name, f"{shard.name}.parquet").read(), wanted)
            for name, wanted in columns.items()
        }
        summary.add(read["documents"], read["findings"], read["errors"])
    return summary


def write_summary(job: Job, summary: Summary) -> None:
    """Write every table as Parquet and as csv."""
    for name, rows in summary.tables().items():
        place = job.place.below(FOLDER)
        place.below(f"{name}.parquet").write(parquet(rows, SCHEMAS[name]))
        sink = io.BytesIO()
        pcsv.write_csv(pa.Table.from_pylist(rows, SCHEMAS[name]), sink)
        place.below(f"{name}.csv").write(BOM + sink.getvalue())
