"""Sentences that many drafts share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import pyarrow as pa
import pyarrow.compute as pc

from speechlint.corpus.places import Place, place
from speechlint.corpus.shingles import plain
from speechlint.language.sentences import sentences
from speechlint.model import Document

# A shorter sentence is a heading, a greeting or a slogan that all drafts may have.
SHORTEST = 20
KEY_BYTES = 8
SENTENCES = pa.schema(
    [
        ("draft", pa.int32()),
        ("key", pa.binary(KEY_BYTES)),
        ("line", pa.int32()),
        ("start", pa.int64()),
        ("end", pa.int64()),
    ]
)


@dataclass(frozen=True, slots=True)
class Shared:
    """One sentence as first written, and where it stands first in each draft that has it."""

    text: str
    places: tuple[Place, ...]


def sentence_rows(number: int, document: Document) -> Iterator[dict[str, object]]:
    """The sentences of one draft that are long enough, each once, under a digest of their letters."""
    seen: set[bytes] = set()
    for span in sentences(document):
        bare = plain(document.text_of(span))
        key = hashlib.blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES).digest()
        if len(bare) >= SHORTEST and key not in seen:
            seen.add(key)
            at = place(number, document, span)
            yield {"draft": number, "key": key, "line": at.line, "start": at.start, "end": at.end}


def shared_sentences(table: pa.Table, limit: int, text_of: Callable[[Place], str]) -> list[Shared]:
    """Every sentence of at least 20 characters that more than `limit` drafts have, the most frequent first."""
    counts = table.group_by("key").aggregate([([], "count_all")])
    many = counts.filter(pc.greater(counts["count_all"], limit))["key"]
    rows = table.filter(pc.is_in(table["key"], value_set=many.combine_chunks())).sort_by(
        [("key", "ascending"), ("draft", "ascending")]
    )
    found = [Shared(text_of(places[0]).strip(), places) for places in places_by_key(rows.to_pylist())]
    return sorted(found, key=lambda shared: (-len(shared.places), shared.text))


def places_by_key(rows: Iterable[dict[str, int]]) -> Iterator[tuple[Place, ...]]:
    for _, group in groupby(rows, lambda row: row["key"]):
        yield tuple(Place(row["draft"], row["line"], row["start"], row["end"]) for row in group)
