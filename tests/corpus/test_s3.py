"""An archive on s3://, results too: a server on the loopback that answers 500 or not at all now and then."""

import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

pytest.importorskip("s3fs")
pytest.importorskip("moto")

from corpus.packed import tarred, zipped
from corpus.runs import FAULTY, RIGHT, job, write_drafts
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

from speechlint.corpus.engines import local, single
from speechlint.corpus.limits import Limits
from speechlint.corpus.run import Outcome, run
from speechlint.corpus.storage import Storage
from speechlint.corpus.tables import rows_of

pytestmark = pytest.mark.slow

Application = Callable[..., object]
COUNT = 40
SLOW = 2.0


@dataclass
class Faulty:
    """A server's application that fails the first `times` requests for a path that holds a word."""

    application: Application
    broken: dict[str, int] = field(default_factory=dict)
    slow: dict[str, int] = field(default_factory=dict)
    served: Counter[str] = field(default_factory=Counter)

    def __call__(self, environ: dict[str, str], start_response: Callable[..., object]) -> object:
        for faults, kind in ((self.broken, "500"), (self.slow, "timeout")):
            for word, times in faults.items():
                if word in environ["PATH_INFO"] and self.served[word] < times:
                    self.served[word] += 1
                    self.served[kind] += 1
                    if kind == "500":
                        start_response("500 Internal Server Error", [("Content-Type", "text/xml")])
                        return [b"<Error><Code>InternalError</Code></Error>"]
                    time.sleep(SLOW)
        return self.application(environ, start_response)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Faulty, str]]:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    application = Faulty(DomainDispatcherApplication(create_backend_app))
    made = make_server("127.0.0.1", 0, application, threaded=True)
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    address = f"http://127.0.0.1:{made.server_port}"
    # Its buckets outlive the server, which keeps them for the whole process.
    urlopen(Request(f"{address}/moto-api/reset", method="POST")).close()
    yield application, address
    made.shutdown()
    thread.join()
    made.server_close()


def options(address: str) -> dict[str, object]:
    """How the server is reached: no patience, and no retries but our own and those of s3fs."""
    patience = {"read_timeout": SLOW / 2, "connect_timeout": 5, "retries": {"max_attempts": 0}}
    return {"key": "k", "secret": "s", "endpoint_url": address, "config_kwargs": patience}


def archive(storage: Storage) -> None:
    bucket = storage.at("s3://archive")
    bucket.filesystem.mkdir("archive")
    for number in range(COUNT):
        storage.at(f"s3://archive/in/{number:02}.txt").write((FAULTY if number % 4 == 0 else RIGHT).encode())


@pytest.mark.parametrize("engine", [single, local(2)], ids=["single", "local"])
def test_a_500_and_a_timeout_lose_nothing(server: tuple[Faulty, str], engine: object) -> None:
    application, address = server
    storage = Storage(options(address))
    archive(storage)
    application.broken = {"in/03.txt": 2, "documents/shard-000001": 1}
    application.slow = {"in/05.txt": 2}
    outcome = ran(address, engine)
    assert application.served["500"] == 3
    assert application.served["timeout"] == 2
    assert outcome.balance.balanced
    assert (outcome.balance.documents, outcome.balance.errors, outcome.balance.findings) == (COUNT, 0, COUNT / 4)
    table = rows_of(storage.at("s3://archive/out/documents/shard-000001.parquet").read())
    assert table["address"].to_pylist() == [f"s3://archive/in/{number}.txt" for number in range(10, 20)]


def test_drafts_of_this_machine_share_a_shard_with_distant_ones(server: tuple[Faulty, str], tmp_path: Path) -> None:
    _, address = server
    archive(Storage(options(address)))
    write_drafts(tmp_path, ["a.txt", "b.txt"])
    made = job("s3://archive/out", options=options(address))
    outcome = run(made, ["s3://archive/in", str(tmp_path)], [], 100, single, lambda progress: None)
    assert outcome.balance.balanced
    assert (outcome.balance.documents, outcome.balance.errors) == (COUNT + 2, 0)


def test_globs_manifests_and_archives_lie_there_too(server: tuple[Faulty, str]) -> None:
    _, address = server
    storage = Storage(options(address))
    archive(storage)
    storage.at("s3://archive/packed/a.zip").write(zipped({"x.txt": FAULTY.encode(), "y.txt": RIGHT.encode()}))
    storage.at("s3://archive/packed/b.tgz").write(tarred({"z.txt": FAULTY.encode()}, "w:gz"))
    storage.at("s3://archive/list").write(b"s3://archive/in/31.txt\ns3://archive/in/gone.txt\n")
    made = job("s3://archive/out", options=options(address), limits=Limits())
    sources = ["s3://archive/in/0*.txt", "s3://archive/packed"]
    outcome = run(made, sources, ["s3://archive/list"], 4, single, lambda progress: None)
    assert outcome.balance.balanced
    assert (outcome.balance.documents, outcome.balance.errors) == (10 + 3 + 1, 1)
    assert outcome.comparison is not None
    assert outcome.gone == 0
    told = rows_of(storage.at("s3://archive/out/documents/shard-000002.parquet").read())["address"].to_pylist()
    assert "s3://archive/packed/a.zip!/x.txt" in told


def test_what_never_comes_is_an_error_and_the_account_balances(server: tuple[Faulty, str]) -> None:
    application, address = server
    archive(Storage(options(address)))
    application.broken = {"in/03.txt": 1_000}
    outcome = ran(address, single, retries=1)
    assert outcome.balance.balanced
    assert (outcome.balance.documents, outcome.balance.errors) == (COUNT - 1, 1)


def ran(address: str, engine: object, retries: int = 3) -> Outcome:
    made = job("s3://archive/out", options=options(address), retries=retries)
    return run(made, ["s3://archive/in"], [], 10, engine, lambda progress: None)  # type: ignore[arg-type]
