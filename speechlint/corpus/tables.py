"""The tables a run over an archive writes: their columns, in Parquet and as lines of JSON.

SCHEMA is raised when a column is renamed, removed or means something else; a new one leaves it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa
import pyarrow.parquet as pq

SCHEMA = "1"
WORDS = pa.list_(pa.string())
WHERE = [("address", pa.string()), ("source", pa.string()), ("folder", pa.string()), ("year", pa.int32())]

DOCUMENTS = pa.schema(
    [
        *WHERE,
        ("format", pa.string()),
        ("encoding", pa.string()),
        ("bytes", pa.int64()),
        ("characters", pa.int64()),
        ("sha256", pa.string()),
        ("error", pa.int32()),
        ("warning", pa.int32()),
        ("info", pa.int32()),
        ("notes", WORDS),
    ]
)
FINDINGS = pa.schema(
    [
        *WHERE,
        ("rule", pa.string()),
        ("family", pa.string()),
        ("severity", pa.string()),
        ("message", pa.string()),
        ("line", pa.int32()),
        ("column", pa.int32()),
        ("end_line", pa.int32()),
        ("end_column", pa.int32()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("text", pa.string()),
        ("part", pa.string()),
        ("suggestions", WORDS),
        ("fix", pa.string()),
        ("fix_safe", pa.bool_()),
        ("fingerprint", pa.string()),
    ]
)
ERRORS = pa.schema([*WHERE, ("bytes", pa.int64()), ("problem", pa.string()), ("message", pa.string())])
TABLES = {"findings": FINDINGS, "errors": ERRORS, "documents": DOCUMENTS}
PLAN = pa.schema([("address", pa.string()), ("source", pa.string()), ("bytes", pa.int64()), ("shard", pa.int32())])

Row = Mapping[str, object]


def parquet(rows: Sequence[Row], schema: pa.Schema) -> bytes:
    """The rows as one Parquet file that says which version of the columns it holds."""
    table = pa.Table.from_pylist(list(rows), schema.with_metadata({"speechlint.schema": SCHEMA}))
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def rows_of(data: bytes, columns: Sequence[str] | None = None) -> pa.Table:
    """The columns asked for, or all, of a Parquet file in memory."""
    return pq.read_table(io.BytesIO(data), columns=list(columns) if columns else None)


def json_lines(rows: Iterable[Row]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8", "surrogatepass")
