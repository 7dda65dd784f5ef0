"""Runs over small archives made for a test, and what they keep."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow.parquet as pq

from speechlint.config.workspace import Request
from speechlint.corpus.job import Job, key_of, settings_of
from speechlint.corpus.sources import Draft
from speechlint.selection import Choice

# One rule is enough to see findings travel, and loads fast.
REQUEST = Request(Choice(select=("typo/misspelling",)), isolated=True)
FAULTY, RIGHT = "全力打造避署胜地。\n", "全力打造避暑胜地。\n"


def job(out: Path | str, **changed: object) -> Job:
    return Job(str(out), REQUEST, key_of(settings_of(REQUEST)), **changed)  # type: ignore[arg-type]


def write_drafts(folder: Path, names: Iterable[str]) -> list[Draft]:
    """Drafts of which every other holds one fault."""
    made = []
    for number, name in enumerate(names):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(RIGHT if number % 2 else FAULTY, encoding="utf-8")
        made.append(Draft(str(file), str(folder), file.stat().st_size))
    return made


def kept(out: Path | str, table: str, column: str = "address") -> list[object]:
    """A column of every shard's table, sorted."""
    files = sorted(Path(out, table).glob("*.parquet"))
    return sorted(value for file in files for value in pq.read_table(file)[column].to_pylist())
