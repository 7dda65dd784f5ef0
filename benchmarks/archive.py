"""Archives under misfortune: `python -m benchmarks.archive recovery|overhead [--drafts N] [--folder DIR]`.

`recovery` checks generated drafts in one process, then on a Dask cluster of two workers of which one is killed and one
started anew, then by local processes of which one is killed; each time the command itself is killed as well and run
again. What the runs keep must be the same row for row. `overhead` times engines beside plain `check` on the same files.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.corpus import draft

TABLES = ("documents", "findings", "errors")
BROKEN_EVERY = 500
POLL = 0.2
Step = tuple[float, Callable[[psutil.Process], None]]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__)
    parser.add_argument("what", choices=["recovery", "overhead"])
    parser.add_argument("--drafts", type=int, default=20_000)
    parser.add_argument("--size", type=int, default=1_000, help="bytes a draft at least")
    parser.add_argument("--shard-size", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3, help="of overhead; the best of each counts")
    parser.add_argument("--engine", action="append", choices=["dask", "local"], help="of recovery; both unless named")
    parser.add_argument("--folder", type=Path, help="where drafts and results go; kept")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (given.folder or Path(temporary)).resolve()
        drafts = written(folder / f"drafts-{given.drafts}-{given.size}", given.drafts, given.size)
        if given.what == "overhead":
            overhead(drafts, folder, given.drafts, given.rounds)
        else:
            recovery(drafts, folder, given.shard_size, given.engine or ["dask", "local"])


def written(folder: Path, count: int, size: int) -> Path:
    """Drafts of generated text, a few of them unreadable; what is there already stays."""
    for number in range(count):
        file = folder / f"{number // 1000:03}" / f"{2000 + number % 25}年-{number:06}.txt"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            text = "".join(f"{paragraph}\n" for paragraph in draft(size, f"archive {number}"))
            file.write_bytes(b"\0\0\xff" if number % BROKEN_EVERY == 7 else text.encode())
    return folder


def command(drafts: Path, out: Path, *arguments: str) -> list[str]:
    start = [sys.executable, "-m", "speechlint", "corpus", str(drafts), "--out", str(out), "--isolated"]
    return [*start, "--no-progress", *arguments]


# recovery


@dataclass(frozen=True)
class Kept:
    """What a run keeps, sorted."""

    tables: dict[str, pa.Table]

    @property
    def told(self) -> str:
        return ", ".join(f"{name} {table.num_rows}" for name, table in self.tables.items())


def kept(out: Path) -> Kept:
    tables = {name: pq.read_table(out / name) for name in TABLES}
    keys = {"findings": [("address", "ascending"), ("start", "ascending"), ("rule", "ascending")]}
    return Kept({name: table.sort_by(keys.get(name, [("address", "ascending")])) for name, table in tables.items()})


def recovery(drafts: Path, folder: Path, shard_size: int, engines: Sequence[str]) -> None:
    """Print what each run kept and whether it is what the plain run kept; exits with 1 when it is not."""
    shards = ["--shard-size", str(shard_size)]
    plain = folder / "plain"
    begun = time.monotonic()
    subprocess.run(command(drafts, plain, *shards, "--engine", "single"), check=True)
    wanted = kept(plain)
    print(f"plain  {wanted.told}  ({time.monotonic() - begun:.0f} s)", flush=True)
    same = True
    for engine in engines:
        begun = time.monotonic()
        out = folder / engine
        trials = {"dask": on_dask, "local": on_this_machine}[engine](drafts, out, shards)
        found = kept(out)
        equal = all(found.tables[name].equals(wanted.tables[name]) for name in TABLES)
        addresses = [*found.tables["documents"]["address"].to_pylist(), *found.tables["errors"]["address"].to_pylist()]
        lost = len({*wanted.tables["documents"]["address"].to_pylist()} - {*addresses})
        doubled = len(addresses) - len({*addresses})
        print(
            f"{engine:6} {found.told}; lost {lost}, doubled {doubled}, every row equal: {equal}; {trials} "
            f"({time.monotonic() - begun:.0f} s)",
            flush=True,
        )
        same = same and equal and not lost and not doubled
    sys.exit(0 if same else 1)


def on_this_machine(drafts: Path, out: Path, shards: list[str]) -> str:
    whole = [*shards, "--engine", "local", "--jobs", "2"]
    told: list[str] = []

    def kill_worker(process: psutil.Process) -> None:
        worker = process.children()[0]
        worker.send_signal(signal.SIGKILL)
        told.append(f"worker killed after {share(out):.0%}")

    watched(command(drafts, out, *whole), out, [(0.2, kill_worker), (0.5, kill_run(out, told))])
    subprocess.run(command(drafts, out, *whole), check=True)
    return ", ".join(told)


def on_dask(drafts: Path, out: Path, shards: list[str]) -> str:
    told: list[str] = []
    with cluster() as (address, workers, start):
        whole = [*shards, "--engine", "dask", "--address", address]

        def kill_worker(process: psutil.Process) -> None:
            workers[0].send_signal(signal.SIGKILL)
            told.append(f"worker killed after {share(out):.0%}")

        def start_worker(process: psutil.Process) -> None:
            start()
            told.append(f"worker started after {share(out):.0%}")

        steps = [(0.15, kill_worker), (0.3, start_worker), (0.5, kill_run(out, told))]
        watched(command(drafts, out, *whole), out, steps)
        subprocess.run(command(drafts, out, *whole), check=True)
    return ", ".join(told)


def kill_run(out: Path, told: list[str]) -> Callable[[psutil.Process], None]:
    def kill(process: psutil.Process) -> None:
        process.send_signal(signal.SIGKILL)
        told.append(f"client killed after {share(out):.0%} and run again")

    return kill


def share(out: Path) -> float:
    """How much of a run is done."""
    if not (out / "plan.json").exists():
        return 0.0
    shards: list[int] = pq.read_table(out / "plan.parquet", columns=["shard"])["shard"].to_pylist()
    return len(list((out / "done").glob("*.json"))) / (shards[-1] + 1)


def watched(arguments: list[str], out: Path, steps: list[Step]) -> None:
    """Run a command and do something to it whenever so much is done; the last step ends it."""
    run = subprocess.Popen(arguments)
    for when, act in steps:
        while share(out) < when:
            if run.poll() is not None:
                raise SystemExit(f"the run ended with {run.returncode} before {when:.0%} was done")
            time.sleep(POLL)
        act(psutil.Process(run.pid))
    run.wait()


@contextlib.contextmanager
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[bytes]], Callable[[], None]]]:
    """A scheduler and two workers, each a process of its own; yields the address, the workers, and how to add one."""
    workers: list[subprocess.Popen[bytes]] = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "scheduler.json")
        scheduler = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
        processes = [quietly([*scheduler, "--scheduler-file", str(file), "--no-dashboard"])]
        while not file.exists():
            time.sleep(POLL)

        def start() -> None:
            worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(file)]
            single = ["--no-nanny", "--nthreads", "1", "--memory-limit", "0", "--no-dashboard"]
            place = ["--local-directory", folder]
            workers.append(quietly([*worker, *single, *place]))

        start()
        start()
        try:
            yield json.loads(file.read_text())["address"], workers, start
        finally:
            for process in [*workers, *processes]:
                process.terminate()
                process.wait()


def quietly(arguments: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


# overhead


def overhead(drafts: Path, folder: Path, count: int, rounds: int) -> None:
    """Print the best time of each engine beside plain `check`, in all and for one draft."""
    check = [sys.executable, "-m", "speechlint", "check", str(drafts), "--isolated", "--no-cache", "--jobs", "1"]
    plain = [*check, "--exit-zero", "--output-format", f"json={folder / 'plain.json'}", "--no-progress"]
    best: dict[str, tuple[float, float]] = {}
    for number in range(rounds):
        runs = {"check": plain}
        for engine in ("local", "dask"):
            out = folder / f"overhead-{engine}-{number}-{os.getpid()}"
            runs[engine] = command(drafts, out, "--engine", engine, "--jobs", "1", "--shard-size", "500")
        for name, arguments in runs.items():
            taken = timed(arguments)
            best[name] = min(best.get(name, taken), taken)
    cpu, wall = best["check"]
    for name, (own_cpu, own_wall) in best.items():
        print(
            f"{name:6} CPU {own_cpu:6.1f} s, {own_cpu / count * 1000:5.2f} ms a draft, {own_cpu / cpu:.2f}×; "
            f"wall {own_wall:6.1f} s, {own_wall / wall:.2f}×"
        )


def timed(arguments: list[str]) -> tuple[float, float]:
    """Seconds of processor time, that of all processes below included, and seconds that passed."""
    begun = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begun


if __name__ == "__main__":
    main()
