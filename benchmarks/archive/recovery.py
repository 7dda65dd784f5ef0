"""Workers and the command itself killed in the middle; what is kept must be what an undisturbed run keeps."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import psutil
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.archive.cluster import POLL, cluster
from benchmarks.archive.drafts import corpus, written

TABLES = ("documents", "findings", "errors")
BROKEN_EVERY = 500
Step = tuple[float, Callable[[psutil.Process], None]]


@dataclass(frozen=True)
class Kept:
    """What a run keeps, every table sorted."""

    tables: dict[str, pa.Table]

    @classmethod
    def of(cls, out: Path) -> Kept:
        keys = {"findings": ["address", "start", "rule"], "documents": ["address"], "errors": ["address"]}
        return cls({name: pq.read_table(out / name).sort_by([(k, "ascending") for k in keys[name]]) for name in TABLES})

    @property
    def told(self) -> str:
        return ", ".join(f"{name} {table.num_rows}" for name, table in self.tables.items())

    @property
    def addresses(self) -> list[str]:
        return [address for name in ("documents", "errors") for address in self.tables[name]["address"].to_pylist()]


def recovery(folder: Path, count: int, size: int, shard_size: int, engines: Sequence[str]) -> None:
    """Print what each run kept and whether it is what the plain run kept; exits with 1 when it is not."""
    drafts = written(folder / f"drafts-{count}-{size}-broken", count, size, BROKEN_EVERY)
    shards = ("--shard-size", str(shard_size))
    results = Path(mkdtemp(dir=folder))
    begun = time.monotonic()
    ended(corpus(drafts, *shards, "--engine", "single", "--out", str(results / "plain")))
    wanted = Kept.of(results / "plain")
    print(f"plain  {wanted.told}  ({time.monotonic() - begun:.0f} s)", flush=True)
    good = [recovered(engine, drafts, results / engine, shards, wanted) for engine in engines]
    sys.exit(0 if all(good) else 1)


def recovered(engine: str, drafts: Path, out: Path, shards: Sequence[str], wanted: Kept) -> bool:
    """One engine's trials; whether what it kept is what was wanted."""
    begun = time.monotonic()
    trials = TRIALS[engine](drafts, out, shards)
    found = Kept.of(out)
    equal = all(found.tables[name].equals(wanted.tables[name]) for name in TABLES)
    lost = len({*wanted.addresses} - {*found.addresses})
    doubled = len(found.addresses) - len({*found.addresses})
    print(f"{engine:6} {found.told}; lost {lost}, doubled {doubled}, every row equal: {equal}; ", end="")
    print(f"{', '.join(trials)}  ({time.monotonic() - begun:.0f} s)", flush=True)
    return equal and not lost and not doubled


def on_this_machine(drafts: Path, out: Path, shards: Sequence[str]) -> list[str]:
    whole = corpus(drafts, *shards, "--engine", "local", "--jobs", "2", "--out", str(out))
    told: list[str] = []

    def kill_worker(run: psutil.Process) -> None:
        run.children()[0].send_signal(signal.SIGKILL)
        told.append(f"worker killed after {share(out):.0%}")

    watched(whole, out, [(0.2, kill_worker), (0.5, kill_run(out, told))])
    ended(whole)
    return told


def on_dask(drafts: Path, out: Path, shards: Sequence[str]) -> list[str]:
    told: list[str] = []
    with cluster(2) as made:
        whole = corpus(drafts, *shards, "--engine", "dask", "--address", made.address, "--out", str(out))

        def kill_worker(run: psutil.Process) -> None:
            made.workers[0].send_signal(signal.SIGKILL)
            told.append(f"worker killed after {share(out):.0%}")

        def start_worker(run: psutil.Process) -> None:
            made.add()
            told.append(f"worker started after {share(out):.0%}")

        watched(whole, out, [(0.15, kill_worker), (0.3, start_worker), (0.5, kill_run(out, told))])
        ended(whole)
    return told


TRIALS = {"dask": on_dask, "local": on_this_machine}


def kill_run(out: Path, told: list[str]) -> Callable[[psutil.Process], None]:
    def kill(run: psutil.Process) -> None:
        run.send_signal(signal.SIGKILL)
        told.append(f"client killed after {share(out):.0%} and run again")

    return kill


def share(out: Path) -> float:
    """How much of a run is done."""
    if not (out / "plan.json").exists():
        return 0.0
    shards: list[int] = pq.read_table(out / "plan.parquet", columns=["shard"])["shard"].to_pylist()
    return len(list((out / "done").glob("*.json"))) / (shards[-1] + 1)


def watched(command: list[str], out: Path, steps: Sequence[Step]) -> None:
    """Run a command and do something to it whenever so much is done; the last step ends it."""
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    for when, act in steps:
        while share(out) < when:
            if run.poll() is not None:
                raise SystemExit(f"the run ended with {run.returncode} before {when:.0%} was done")
            time.sleep(POLL)
        act(psutil.Process(run.pid))
    run.wait()


def ended(command: list[str]) -> None:
    """Run a command to its end, which must be a good one."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
