"""Drafts of an archive held against one another: what `compare` finds in a folder, from shards in any storage."""

from pathlib import Path

import pytest

pytest.importorskip("rensa")
pytest.importorskip("pyarrow")

import pyarrow.parquet as pq
from corpus.packed import tarred, zipped
from corpus.runs import job

from benchmarks.archive.planted import templates, text_of
from speechlint.corpus.comparison import compare
from speechlint.corpus.engines import local, single
from speechlint.corpus.limits import Limits
from speechlint.corpus.run import Outcome, run
from speechlint.messages import Problem
from speechlint.readers import read
from speechlint.rule_file import load_rules

LIMITS = Limits(shared=2)
TERMS = ("推进“放管服”改革。\n", "深化“放、管、服”改革。\n")


def drafts() -> dict[str, str]:
    """Two templates with other names, a draft with two copies, others that share nothing, one term in two ways."""
    texts = {f"甲/{number}.txt": text for number, text in enumerate(templates(3))}
    texts |= {f"乙/{number}.txt": text_of(f"draft {number}", 1_200) for number in range(8)}
    texts |= {"乙/copy.txt": texts["乙/3.txt"] + "完。\n", "丙/copy.txt": texts["乙/3.txt"]}
    return texts | {f"丙/{number}.txt": text for number, text in enumerate(TERMS)}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name, text in drafts().items():
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "in"


def ran(archive: Path, out: Path, engine: object = single, size: int = 4) -> Outcome:
    made = job(out, limits=LIMITS)
    return run(made, [str(archive)], [], size, engine, lambda progress: None)  # type: ignore[arg-type]


def test_an_archive_holds_what_compare_finds_in_the_folder(archive: Path, tmp_path: Path) -> None:
    found = ran(archive, tmp_path / "out").comparison
    files = [Path(path) for path in found.paths] if found else []
    asked = [rule for rule in load_rules() if rule.id == "typo/misspelling"]
    assert found == compare([read(file) for file in files], asked, LIMITS)
    assert found is not None
    assert (len(found.copies), len(found.templates), len(found.spellings)) == (2, 2, 1)
    assert len(found.sentences) > 3


def test_the_tables_say_what_was_found(archive: Path, tmp_path: Path) -> None:
    found = ran(archive, tmp_path / "out").comparison
    assert found is not None
    rows = {file.stem: pq.read_table(file).to_pylist() for file in (tmp_path / "out" / "comparison").iterdir()}
    assert {Path(row["first"]).parent.name for row in rows["templates"]} == {"甲"}
    assert {"old": "云岭", "new": "清源", "times": 3} in rows["templates"][0]["replaced"]
    assert [row["text"] for row in rows["terms"]] == ["放、管、服", "放管服"]
    assert len({row["term"] for row in rows["terms"]}) == 1
    for row in rows["sentences"]:
        assert row["drafts"] == len(row["places"]) > LIMITS.shared
        for place in row["places"]:
            assert row["text"] in Path(place["address"]).read_text(encoding="utf-8").splitlines()[place["line"] - 1]
    html = (tmp_path / "out" / "summary" / "report.html").read_text(encoding="utf-8")
    assert "套用旧稿换名" in html
    assert "云岭→清源" in html


def test_workers_keep_the_same_traces(archive: Path, tmp_path: Path) -> None:
    one, other = (ran(archive, tmp_path / name, engine) for name, engine in (("a", single), ("b", local(2))))
    assert one.comparison == other.comparison


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz"])
def test_members_are_compared_like_files(tmp_path: Path, name: str) -> None:
    packed = {member: text.encode() for member, text in drafts().items()}
    (tmp_path / name).write_bytes(zipped(packed) if name == "a.zip" else tarred(packed, "w:gz"))
    outcome = ran(tmp_path / name, tmp_path / "out")
    assert outcome.comparison is not None
    assert (len(outcome.comparison.copies), len(outcome.comparison.templates), outcome.gone) == (2, 2, 0)


def test_a_draft_that_is_gone_when_it_is_compared_is_counted(archive: Path, tmp_path: Path) -> None:
    ran(archive, tmp_path / "out")
    (archive / "乙" / "copy.txt").unlink()
    outcome = ran(archive, tmp_path / "out")
    assert outcome.gone == 1
    assert outcome.comparison is not None
    assert len(outcome.comparison.copies) < 2


def test_a_run_without_traces_is_not_taken_up_with_them(archive: Path, tmp_path: Path) -> None:
    run(job(tmp_path / "out"), [str(archive)], [], 4, single, lambda progress: None)
    with pytest.raises(Problem, match="compare"):
        ran(archive, tmp_path / "out")
