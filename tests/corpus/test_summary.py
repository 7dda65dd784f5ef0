"""The summary: counts by group that add up, the same in Parquet, csv and on the page."""

import csv
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

pytest.importorskip("pyarrow")

from corpus.runs import job, write_drafts

from speechlint.corpus.engines import single
from speechlint.corpus.estimate import Estimate, estimate
from speechlint.corpus.run import run
from speechlint.corpus.sources import drafts
from speechlint.corpus.storage import Storage
from speechlint.corpus.summary import Summary, write_summary

NAMES = ["甲/2019年a.txt", "甲/2019年b.txt", "甲/2021年c.txt", "乙/d.txt", "乙/2021年e.txt", "乙/2021年f.txt"]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("summary")
    write_drafts(folder / "in", NAMES)
    (folder / "in" / "乙" / "<坏>.txt").write_bytes(b"\0\0\xff")
    run(job(folder / "out"), [str(folder / "in")], [], 3, single, lambda progress: None)
    return folder / "out" / "summary"


def rows(out: Path, name: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = pq.read_table(out / f"{name}.parquet").to_pylist()
    return found


def test_drafts_are_counted_by_folder_year_and_source(out: Path) -> None:
    folders = {str(row["folder"])[-1]: (row["drafts"], row["unread"], row["error"]) for row in rows(out, "folders")}
    assert folders == {"甲": (3, 0, 2), "乙": (4, 1, 1)}
    assert [(row["year"], row["drafts"]) for row in rows(out, "years")] == [(2019, 2), (2021, 3), (None, 2)]
    (source,) = rows(out, "sources")
    assert (source["drafts"], source["unread"], source["error"]) == (7, 1, 3)


def test_rules_and_drafts_are_ranked(out: Path) -> None:
    assert rows(out, "rules") == [{"rule": "typo/misspelling", "severity": "error", "findings": 3, "drafts": 3}]
    assert len(rows(out, "worst")) == 3
    assert [row["drafts"] for row in rows(out, "problems")] == [1]


@pytest.mark.parametrize("name", ["folders", "years", "sources", "rules", "problems", "worst"])
def test_the_csv_says_what_the_parquet_says(out: Path, name: str) -> None:
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        told = [list(row.values()) for row in csv.DictReader(file)]
    assert told == [["" if value is None else str(value) for value in row.values()] for row in rows(out, name)]


def test_the_page_is_beside_the_tables(out: Path) -> None:
    html = (out / "report.html").read_text(encoding="utf-8")
    assert "共 7 篇，发现 3 处" in html
    assert "typo/misspelling" in html


def test_a_spreadsheet_takes_no_name_for_a_formula(tmp_path: Path) -> None:
    summary = Summary(problems=Counter({"=1+1": 1}))
    write_summary(job(tmp_path), summary)
    assert '"\'=1+1",1' in (tmp_path / "summary" / "problems.csv").read_text(encoding="utf-8-sig")


def test_an_estimate_multiplies_a_sample(out: Path) -> None:
    found = list(drafts([str(out.parent.parent / "in")], [], Storage()))
    told = estimate(job(out / "none"), found, 4)
    assert (told.drafts, told.sample) == (7, 4)
    assert told.seconds > 0
    assert told.read > 0
    assert not (out / "none").exists()


def test_hours_and_workers_of_an_estimate() -> None:
    told = Estimate(drafts=100_000_000, sample=200, seconds=0.036, read=0, kept=0)
    assert told.hours(1) == pytest.approx(1_000)
    assert told.hours(100) == pytest.approx(10)
    assert told.workers(24) == 42
