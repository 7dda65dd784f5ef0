"""A whole run: any storage to any other, taken up where it stopped, done again where what is kept is broken."""

import json
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

import fsspec
from corpus.packed import with_broken_member, zipped
from corpus.runs import FAULTY, RIGHT, job, write_drafts

from speechlint.corpus.engines import single
from speechlint.corpus.run import Outcome, run
from speechlint.corpus.tables import rows_of


def ran(out: str, *sources: str, size: int = 2) -> Outcome:
    return run(job(out), list(sources), [], size, single, lambda progress: None)


def counts(outcome: Outcome) -> tuple[int, int, int]:
    assert outcome.balance.balanced, outcome.balance
    return outcome.balance.documents, outcome.balance.errors, outcome.balance.findings


def test_from_memory_into_memory() -> None:
    filesystem = fsspec.filesystem("memory")
    for number in range(5):
        filesystem.pipe(f"/run/in/{number}.txt", (RIGHT if number % 2 else FAULTY).encode())
    filesystem.pipe("/run/in/old.zip", zipped({"a.txt": FAULTY.encode()}))
    assert counts(ran("memory://run/out", "memory://run/in")) == (6, 0, 4)
    table = rows_of(filesystem.cat("/run/out/documents/shard-000002.parquet"))
    assert table["address"].to_pylist() == ["memory://run/in/4.txt", "memory://run/in/old.zip!/a.txt"]
    assert json.loads(filesystem.cat("/run/out/manifest.json"))["balanced"]


def test_sources_in_several_storages_share_shards(tmp_path: Path) -> None:
    write_drafts(tmp_path / "in", ["a.txt", "b.txt", "c.txt"])
    fsspec.filesystem("memory").pipe("/several/d.txt", FAULTY.encode())
    assert counts(ran(str(tmp_path / "out"), str(tmp_path / "in"), "memory://several", size=10)) == (4, 0, 3)


def test_what_is_broken_in_an_archive_is_an_error_and_the_rest_is_checked(tmp_path: Path) -> None:
    members = {f"{number}.txt": FAULTY.encode() * 30 for number in range(3)}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(with_broken_member(members, "1.txt"))
    (tmp_path / "in" / "b.zip").write_bytes(zipped(members)[:200])
    assert counts(ran(str(tmp_path / "out"), str(tmp_path / "in"))) == (2, 2, 60)


@pytest.mark.parametrize("file", ["documents/shard-000001.parquet", "done/shard-000001.json"])
def test_what_went_missing_is_made_again(tmp_path: Path, file: str) -> None:
    write_drafts(tmp_path / "in", ["a.txt", "b.txt", "c.txt", "d.txt"])
    out = tmp_path / "out"
    wanted = counts(ran(str(out), str(tmp_path / "in")))
    (out / file).unlink()
    while not (outcome := ran(str(out), str(tmp_path / "in"))).balance.balanced:
        assert outcome.balance.unfinished == 1
    assert counts(outcome) == wanted
