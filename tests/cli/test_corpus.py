"""`speechlint corpus`: one command checks an archive or takes it up again; lost drafts are never called clean."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("pyarrow")

from corpus.runs import kept, write_drafts

from speechlint.cli import cli


def run(out: Path, *arguments: str) -> Result:
    start = ["corpus", "--out", str(out), "--isolated", "--select", "typo/misspelling", "--engine", "single"]
    return CliRunner().invoke(cli, [*start, *arguments])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    write_drafts(tmp_path / "in", ["a.txt", "b.txt", "旧/c.txt"])
    (tmp_path / "in" / "d.txt").write_bytes(b"\0\0\xff")
    return tmp_path / "in"


def test_an_archive_is_checked_and_the_account_balances(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(out, "--shard-size", "2", str(archive))
    assert (result.exit_code, result.stdout) == (0, f"共 4 篇：检查了 3 篇，1 篇读不了，发现 2 处；结果在 {out}\n")
    assert result.stderr == "已检查 4/4 篇，" + result.stderr.partition("，")[2]
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["balanced"]
    assert (manifest["drafts"], manifest["documents"], manifest["errors"], manifest["shards"]) == (4, 3, 1, 2)
    assert [Path(str(address)).name for address in kept(out, "errors")] == ["d.txt"]


def test_the_same_command_does_only_what_is_left(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, "--shard-size", "1", str(archive))
    before = {file: file.stat().st_mtime_ns for file in out.glob("documents/*")}
    (out / "done" / "shard-000001.json").unlink()
    assert run(out, "--shard-size", "1", str(archive)).exit_code == 0
    after = {file: file.stat().st_mtime_ns for file in out.glob("documents/*")}
    assert [file.name for file in after if before[file] != after[file]] == ["shard-000001.parquet"]


def test_local_workers_keep_what_one_process_keeps(archive: Path, tmp_path: Path) -> None:
    for engine in ("single", "local"):
        assert (
            run(tmp_path / engine, "--engine", engine, "--jobs", "2", "--shard-size", "2", str(archive)).exit_code == 0
        )
    for table, column in [("documents", "sha256"), ("findings", "fingerprint"), ("errors", "problem")]:
        assert kept(tmp_path / "local", table, column) == kept(tmp_path / "single", table, column)


def test_a_table_that_lost_rows_is_not_called_balanced_and_is_written_again(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out, "--shard-size", "2", str(archive))
    (out / "documents" / "shard-000001.parquet").write_bytes((out / "documents" / "shard-000000.parquet").read_bytes())
    result = run(out, "--shard-size", "2", str(archive))
    assert result.exit_code == 2
    assert "结果不齐" in result.stderr
    assert not json.loads((out / "manifest.json").read_text(encoding="utf-8"))["balanced"]
    assert run(out, "--shard-size", "2", str(archive)).exit_code == 0
    assert len(kept(out, "documents")) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--manifest"),
        (["/no/such/folder"], "路径不存在"),
        (["--manifest", "/no/such/list"], "清单读不了"),
        (["--storage-options", "[]", "s3://a"], "JSON"),
        (["nothing://a"], "nothing://a"),
    ],
)
def test_what_cannot_be_done_is_said(tmp_path: Path, arguments: list[str], said: str) -> None:
    result = run(tmp_path / "out", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_an_archive_without_faults_has_a_summary(tmp_path: Path) -> None:
    write_drafts(tmp_path / "in", ["_", "a.txt"])
    (tmp_path / "in" / "_").unlink()
    result = run(tmp_path / "out", str(tmp_path / "in"))
    assert (result.exit_code, "发现 0 处" in result.stdout) == (0, True)
    assert (tmp_path / "out" / "summary" / "report.html").exists()


def test_other_rules_do_not_mix_with_what_is_there(archive: Path, tmp_path: Path) -> None:
    run(tmp_path / "out", str(archive))
    result = run(tmp_path / "out", "--extend-select", "date", str(archive))
    assert result.exit_code == 2
    assert "另一次运行" in result.stderr


def test_without_the_extra_it_says_what_to_install(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("speechlint.corpus")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    result = run(tmp_path / "out", str(archive))
    assert result.exit_code == 2
    assert "speechlint[corpus]" in result.stderr
