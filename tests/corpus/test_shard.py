"""One shard: rows for what was read, rows for what was not, nothing in between."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

pytest.importorskip("pyarrow")

from corpus.runs import FAULTY, REQUEST, job, kept, write_drafts

from speechlint.corpus.balance import Balance, Ledger
from speechlint.corpus.job import Job, Shard, settings_of
from speechlint.corpus.kept import kept as kept_tables
from speechlint.corpus.rows import where
from speechlint.corpus.shard import check_shard
from speechlint.corpus.sources import Draft
from speechlint.corpus.summary import COLUMNS
from speechlint.corpus.tables import SCHEMA, TABLES
from speechlint.messages import Problem
from speechlint.session import Settings


@pytest.fixture(scope="module")
def settings() -> Settings:
    return settings_of(REQUEST)


@pytest.fixture
def archive(tmp_path: Path) -> Shard:
    made = write_drafts(tmp_path / "in", ["2020年讲话.txt", "b.txt", "c.txt"])
    (tmp_path / "in" / "broken.docx").write_bytes(b"PK\x03\x04 no more")
    with zipfile.ZipFile(tmp_path / "in" / "old.zip", "w") as packed:
        packed.writestr("m.txt", FAULTY)
    old = f"{tmp_path}/in/old.zip"
    more = [f"{tmp_path}/in/broken.docx", f"{tmp_path}/in/gone.txt", f"{old}!/m.txt", f"{old}!/absent.txt"]
    return Shard(0, (*made, *(Draft(address, "s") for address in more)))


def balance(run: Job, shard: Shard) -> Balance:
    ledger = Ledger()
    for each, tables in kept_tables(run, [shard], COLUMNS):
        ledger.enter(each, tables)
    return ledger.balance()


def kept_in_order(out: Path, name: str) -> list[str]:
    addresses: list[str] = pq.read_table(out / name)["address"].to_pylist()
    return addresses


def test_every_draft_leaves_one_row(archive: Shard, tmp_path: Path, settings: Settings) -> None:
    out = tmp_path / "out"
    report = check_shard(archive, job(out, jsonl=True), settings)
    assert (report.documents, report.errors, report.findings) == (4, 3, 3)
    accounted = [*kept(out, "documents"), *kept(out, "errors")]
    assert sorted(map(str, accounted)) == sorted(draft.address for draft in archive.drafts)
    assert set(kept(out, "findings", "text")) == {"避署"}
    for name, count in (("documents", 4), ("errors", 3), ("findings", 3)):
        lines = (out / "jsonl" / name / "shard-000000.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["address"] for line in lines] == kept_in_order(out, name)
        assert len(lines) == count
    assert balance(job(out), archive).balanced


def test_the_tables_have_the_columns_promised(archive: Shard, tmp_path: Path, settings: Settings) -> None:
    check_shard(archive, job(tmp_path / "out"), settings)
    for name, schema in TABLES.items():
        found = pq.read_schema(tmp_path / "out" / name / "shard-000000.parquet")
        assert found.equals(schema)
        assert found.metadata[b"speechlint.schema"] == SCHEMA.encode()


def test_checking_again_changes_no_byte(archive: Shard, tmp_path: Path, settings: Settings) -> None:
    seen = []
    for _ in range(2):
        check_shard(archive, job(tmp_path / "out"), settings)
        seen.append({file: file.read_bytes() for file in sorted(tmp_path.glob("out/*/*.parquet"))})
    assert seen[0] == seen[1]


def test_poison_is_not_touched(archive: Shard, tmp_path: Path, settings: Settings) -> None:
    begun: list[int] = []
    check_shard(
        archive, job(tmp_path / "out"), settings, {1: Problem("corpus-given-up", reason="x", deaths=2)}, begun.append
    )
    assert "corpus-given-up" in kept(tmp_path / "out", "errors", "problem")
    assert {0, 2} <= set(begun)


def test_a_table_that_cannot_be_written_leaves_no_mark(
    archive: Shard, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "documents").write_text("in the way")
    with pytest.raises(OSError, match="documents"):
        check_shard(archive, job(tmp_path / "out", retries=0), settings)
    assert not (tmp_path / "out" / "done").exists()


def test_a_lost_and_a_doubled_row_are_seen(archive: Shard, tmp_path: Path, settings: Settings) -> None:
    check_shard(archive, job(tmp_path / "out"), settings)
    missing = replace(archive, drafts=(*archive.drafts, Draft("lost.txt", "s")))
    found = balance(job(tmp_path / "out"), missing)
    assert (found.balanced, found.lost, found.examples) == (False, 1, ("lost.txt",))
    found = balance(job(tmp_path / "out"), replace(archive, drafts=archive.drafts[1:]))
    assert (found.balanced, found.doubled) == (False, 1)


@pytest.mark.parametrize("name", ["documents", "errors", "findings"])
@pytest.mark.parametrize("data", [None, b"", b"PAR1 and no more PAR1"])
def test_a_table_that_is_gone_or_broken_leaves_its_drafts_unaccounted_for(
    archive: Shard, tmp_path: Path, settings: Settings, name: str, data: bytes | None
) -> None:
    run = job(tmp_path / "out", retries=0)
    check_shard(archive, run, settings)
    file = tmp_path / "out" / name / "shard-000000.parquet"
    file.write_bytes(data) if data is not None else file.unlink()
    found = balance(run, archive)
    assert (found.balanced, found.unfinished, found.lost) == (False, 1, len(archive.drafts))


@pytest.mark.parametrize(
    ("address", "text", "year"),
    [
        ("x/2021年工作会议.txt", "", 2021),
        ("2019/讲话.txt", "在2020年工作会议上的讲话", 2020),
        ("2019/讲话.txt", "同志们", 2019),
        ("x/20190304-a.txt", "", None),
        ("x/2018-05-01.txt", "", 2018),
        ("x/12019年.txt", "", None),
    ],
)
def test_the_year_of_a_draft(address: str, text: str, year: int | None) -> None:
    assert where(Draft(address, "s"), text)["year"] == year
