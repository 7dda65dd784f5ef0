"""The drafts of a whole archive held against one another, from the traces its shards keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from speechlint.corpus import traces
from speechlint.corpus.comparison import Comparison, Drafts, compare_all
from speechlint.corpus.job import Job, Shard, settings_of
from speechlint.corpus.places import Place
from speechlint.corpus.reopened import Reopened
from speechlint.corpus.sentences import SENTENCES
from speechlint.corpus.signatures import Signature
from speechlint.corpus.sources import Draft
from speechlint.corpus.spellings import Term
from speechlint.corpus.tables import parquet

FOLDER = "comparison"
COLUMNS = {f"{traces.FOLDER}/{name}": schema.names for name, schema in traces.TABLES.items()}
# Of so many drafts that share a sentence the places are told.
PLACES_KEPT = 1_000
PAIR = [("first", pa.string()), ("second", pa.string()), ("jaccard", pa.float64())]
REPLACED = pa.list_(pa.struct([("old", pa.string()), ("new", pa.string()), ("times", pa.int32())]))
PLACES = pa.list_(pa.struct([("address", pa.string()), ("line", pa.int32())]))
SCHEMAS = {
    "copies": pa.schema(PAIR),
    "templates": pa.schema([*PAIR, ("replaced", REPLACED)]),
    "sentences": pa.schema([("text", pa.string()), ("drafts", pa.int32()), ("places", PLACES)]),
    "terms": pa.schema(
        [
            ("term", pa.int32()),
            ("rule", pa.string()),
            ("text", pa.string()),
            ("drafts", pa.int32()),
            ("address", pa.string()),
            ("line", pa.int32()),
        ]
    ),
}


@dataclass
class Gathered:
    """The traces of all shards so far; drafts are numbered in the order they come."""

    drafts: list[Draft] = field(default_factory=list)
    texts: list[Signature] = field(default_factory=list)
    templates: list[Signature] = field(default_factory=list)
    sentences: list[pa.Table] = field(default_factory=lambda: [SENTENCES.empty_table()])
    terms: list[pa.Table] = field(default_factory=list)

    @property
    def columns(self) -> dict[str, list[str]]:
        """What is read of a shard's traces."""
        return COLUMNS

    def add(self, shard: Shard, tables: Mapping[str, pa.Table]) -> None:
        """Take in one shard."""
        planned = {draft.address: draft for draft in shard.drafts}
        signatures, sentences, terms = (tables[name] for name in COLUMNS)
        offset = pa.scalar(len(self.drafts), pa.int32())
        self.drafts += [planned[address] for address in tables["documents"]["address"].to_pylist()]
        self.texts += signatures_in(signatures, "text")
        self.templates += signatures_in(signatures, "template")
        self.sentences.append(numbered(sentences, offset))
        self.terms.append(numbered(terms, offset))

    def all_terms(self) -> Iterator[Term]:
        for table in self.terms:
            for row in table.to_pylist():
                at = Place(row["draft"], row["line"], row["start"], row["end"])
                yield Term(row["rule"], row["about"], row["text"], at)


def signatures_in(table: pa.Table, which: str) -> Iterator[Signature]:
    columns = (table[f"{which}_{part}"].to_pylist() for part in ("digest", "hashes"))
    return (Signature(digest, hashes) for digest, hashes in zip(*columns, strict=True))


def numbered(table: pa.Table, offset: pa.Scalar) -> pa.Table:
    """The rows with their drafts' numbers among those of all shards."""
    index = table.column_names.index("draft")
    return table.set_column(index, "draft", pc.add(table["draft"], offset))


def compare_archive(job: Job, gathered: Gathered) -> tuple[Comparison, int]:
    """What comparing found, and how many drafts could not be opened again for it."""
    assert job.limits is not None
    again = Reopened(gathered.drafts, job.storage, settings_of(job.request).encoding)
    sentences = pa.concat_tables(gathered.sentences)
    paths = [draft.address for draft in gathered.drafts]
    given = Drafts(paths, gathered.texts, gathered.templates, sentences, gathered.all_terms(), again.open)
    return compare_all(given, job.limits), len(again.gone)


def write_comparison(job: Job, found: Comparison) -> None:
    """Write every table as Parquet."""
    for name, rows in rows_of(found).items():
        job.place.below(FOLDER, f"{name}.parquet").write(parquet(list(rows), SCHEMAS[name]))


def rows_of(found: Comparison) -> dict[str, Iterator[dict[str, object]]]:
    paths = found.paths
    return {
        "copies": (
            {"first": paths[pair.first], "second": paths[pair.second], "jaccard": pair.jaccard} for pair in found.copies
        ),
        "templates": (
            {
                "first": paths[reuse.first],
                "second": paths[reuse.second],
                "jaccard": reuse.jaccard,
                "replaced": [{"old": each.old, "new": each.new, "times": each.times} for each in reuse.replaced],
            }
            for reuse in found.templates
        ),
        "sentences": (
            {
                "text": shared.text,
                "drafts": len(shared.places),
                "places": [{"address": paths[at.draft], "line": at.line} for at in shared.places[:PLACES_KEPT]],
            }
            for shared in found.sentences
        ),
        "terms": (
            {
                "term": number,
                "rule": clash.rule or None,
                "text": use.text,
                "drafts": use.drafts,
                "address": paths[use.first.draft],
                "line": use.first.line,
            }
            for number, clash in enumerate(found.spellings)
            for use in clash.uses
        ),
    }
