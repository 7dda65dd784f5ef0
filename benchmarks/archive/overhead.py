"""What engines cost beside plain `check` of the same files: all in all, at the start, and for every draft."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import mkdtemp

from benchmarks.archive.drafts import check, corpus, written
from benchmarks.tables import Table, machine, times
from benchmarks.timing import Command, Outcome, Run, in_turns

ENGINES = ("single", "local", "dask")
# With a tenth of the drafts beside all of them, what a start costs can be told from what each draft costs.
SMALLER = 10
LIMIT = 3_600.0


def overhead(folder: Path, count: int, size: int, rounds: int, jobs: int, select: str) -> None:
    """Run plain `check` and every engine in turns, each on few drafts and on many, and print a table."""
    counts = (count // SMALLER, count)
    results = Path(mkdtemp(dir=folder))
    commands = {number: list(commands_for(folder, results, number, size, jobs, select, rounds)) for number in counts}
    told = f"{count:,} drafts of {size:,} bytes, {jobs} worker(s), {rounds} rounds{f', {select} alone' * bool(select)}"
    print(f"{machine()}\n{told}", flush=True)
    found = {number: in_turns(commands[number], rounds, LIMIT) for number in counts}
    same_findings(results, count)
    print(table(found, counts).markdown())


def commands_for(
    folder: Path, results: Path, count: int, size: int, jobs: int, select: str, rounds: int
) -> Iterator[Command]:
    drafts = written(folder / f"drafts-{count}-{size}", count, size)
    rules = ("--select", select) if select else ()
    environment = dict(os.environ)
    plain = check(drafts, *rules, "--output-format", f"json={results / f'check-{count}.json'}")
    yield Command("check", tuple(plain), folder, environment)
    for engine in ENGINES:
        # An archive checked already would be left as it is, so each round, and that to warm up, has a place of its own.
        outs = tuple(("--out", str(results / f"{engine}-{count}-{number}")) for number in range(rounds + 1))
        whole = corpus(drafts, *rules, "--engine", engine, "--jobs", str(jobs))
        yield Command(engine, tuple(whole), folder, environment, outs)


def same_findings(results: Path, count: int) -> None:
    """Exit when an engine found or lost something that plain `check` did not: its time would mean nothing."""
    plain = json.loads((results / f"check-{count}.json").read_text(encoding="utf-8"))
    wanted = (len(plain["files"]), 0, len(plain["findings"]))
    for engine in ENGINES:
        for manifest in results.glob(f"{engine}-{count}-*/manifest.json"):
            kept = json.loads(manifest.read_text(encoding="utf-8"))
            found = (kept["documents"], kept["errors"], kept["findings"])
            if found != wanted:
                raise SystemExit(f"{manifest.parent.name}: {found} where check has {wanted}")


def table(found: Mapping[int, Mapping[str, Outcome]], counts: tuple[int, int]) -> Table:
    few, many = (found[count] for count in counts)
    columns = ("Command", "CPU s", "ms a draft", "× check", "start, s more", "a draft, µs more", "wall ×")
    made = Table(columns, "Medians; every ratio and difference is taken within a round. CPU is that of all processes.")
    for name in many:
        each, start = costs(few, many, name, counts)
        made.add(
            name,
            f"{many[name].processor:.2f}",
            f"{many[name].processor / counts[1] * 1e3:.2f}",
            times(median(ratios(many[name].runs, many["check"].runs, "processor"))),
            f"{start:.2f}",
            f"{each * 1e6:.0f}",
            times(median(ratios(many[name].runs, many["check"].runs, "seconds"))),
        )
    return made


def ratios(runs: Sequence[Run], plain: Sequence[Run], what: str) -> list[float]:
    return [getattr(run, what) / getattr(other, what) for run, other in zip(runs, plain, strict=True)]


def costs(
    few: Mapping[str, Outcome], many: Mapping[str, Outcome], name: str, counts: tuple[int, int]
) -> tuple[float, float]:
    """Seconds of processor beyond those of `check`: for every draft, and at the start."""
    more = [
        median(run.processor - plain.processor for run, plain in zip(of[name].runs, of["check"].runs, strict=True))
        for of in (few, many)
    ]
    each = (more[1] - more[0]) / (counts[1] - counts[0])
    return each, more[0] - each * counts[0]
