"""HDFS by the class that fsspec gives hdfs:// to, over folders of this machine in the place of Hadoop's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

import fsspec
import pyarrow.fs
from corpus.packed import tarred, zipped
from corpus.runs import FAULTY, RIGHT, job
from fsspec.implementations.arrow import ArrowFSWrapper

from speechlint.corpus.engines import single
from speechlint.corpus.limits import Limits
from speechlint.corpus.run import Outcome, run
from speechlint.corpus.storage import Storage
from speechlint.corpus.tables import rows_of

PROTOCOL = "hdfslike"


class HdfsLike(ArrowFSWrapper):  # type: ignore[misc]
    """A host's files, below a folder of its name."""

    protocol = PROTOCOL

    def __init__(self, root: str = "", host: str = "", port: int = 0, **options: object) -> None:
        folder = pyarrow.fs.SubTreeFileSystem(f"{root}/{host}", pyarrow.fs.LocalFileSystem())
        super().__init__(fs=folder, **options)

    @staticmethod
    def _get_kwargs_from_urls(path: str) -> dict[str, object]:
        found = fsspec.utils.infer_storage_options(path)
        return {name: found[name] for name in ("host", "port") if found.get(name)}


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    fsspec.register_implementation(PROTOCOL, HdfsLike, clobber=True)
    archive = tmp_path / "node" / "in"
    (archive / "甲").mkdir(parents=True)
    (archive / "甲" / "a.txt").write_text(FAULTY, encoding="utf-8")
    (archive / "b.txt").write_text(RIGHT, encoding="utf-8")
    (archive / "p.zip").write_bytes(zipped({"x.txt": FAULTY.encode()}))
    (archive / "p.tar.gz").write_bytes(tarred({"x.txt": FAULTY.encode()}, "w:gz"))
    return tmp_path


def ran(root: Path) -> Outcome:
    made = job(f"{PROTOCOL}://node:8020/out", options={"root": str(root)}, retries=0, limits=Limits())
    return run(made, [f"{PROTOCOL}://node:8020/in"], [], 2, single, lambda progress: None)


def test_a_run_from_a_host_to_the_host_and_taken_up_again(root: Path) -> None:
    for _ in range(2):
        outcome = ran(root)
        found = outcome.balance
        assert (found.balanced, found.documents, found.errors, found.findings) == (True, 4, 0, 3)
        assert outcome.gone == 0
        (root / "node" / "out" / "done" / "shard-000001.json").unlink()
    storage = Storage({"root": str(root)})
    table = rows_of(storage.at(f"{PROTOCOL}://node:8020/out/documents/shard-000000.parquet").read())
    assert table["address"].to_pylist() == [
        f"{PROTOCOL}://node:8020/in/b.txt",
        f"{PROTOCOL}://node:8020/in/p.tar.gz!/x.txt",
    ]
