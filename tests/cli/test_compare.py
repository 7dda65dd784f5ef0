"""`speechlint compare` on a folder: what a person reads, what a program reads, the exit code."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("rensa")

from benchmarks.archive.planted import templated
from speechlint.cli import cli


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["compare", *arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    drafts = {
        "a.txt": templated("云岭", "石桥", "王建明", 2019, 12),
        "b.txt": templated("清源", "柳河", "李国华", 2022, 9),
        "a2.txt": templated("云岭", "石桥", "王建明", 2019, 12) + "完。\n",
        "丙.txt": "在座谈会上的讲话\n\n　　今天和大家谈谈春耕生产。\n",
    }
    for name, text in drafts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_person_reads_which_drafts_are_copies_and_what_was_replaced(folder: Path) -> None:
    result = run(str(folder))
    assert result.exit_code == 1
    assert "雷同（1 对）" in result.stdout
    assert "云岭→清源" in result.stdout
    assert "丙.txt" not in result.stdout
    assert run("--exit-zero", str(folder)).exit_code == 0
    assert run(str(folder / "丙.txt")).stdout == "比较了 1 篇，没有发现雷同或套用\n"


def test_json_names_both_drafts_and_every_replacement(folder: Path) -> None:
    found = json.loads(run("--output-format", "json", str(folder)).stdout)
    assert [{Path(path).name for path in pair["paths"]} for pair in found["copies"]] == [{"a.txt", "a2.txt"}]
    assert len(found["templates"]) == 1
    replaced = {frozenset((each["old"], each["new"])) for pair in found["templates"] for each in pair["replaced"]}
    assert frozenset(("石桥", "柳河")) in replaced
    assert all(0.7 <= pair["jaccard"] <= 1 for pair in found["copies"])


def test_a_draft_that_cannot_be_read_is_named_and_the_exit_code_says_so(folder: Path) -> None:
    (folder / "丁.txt").write_bytes(b"\0\0\xff")
    result = run(str(folder))
    assert result.exit_code == 2
    assert "丁.txt" in result.stderr
    assert "云岭→清源" in result.stdout


def test_without_the_extra_it_says_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("speechlint.corpus")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "rensa", None)
    result = run(str(folder))
    assert result.exit_code == 2
    assert "speechlint[corpus]" in result.stderr
