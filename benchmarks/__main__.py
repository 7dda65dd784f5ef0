"""Measure speechlint beside other linters: `python -m benchmarks [--only NAME]… [--rounds N] [--quick] [--write]`."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.corpus import Sizes
from benchmarks.peers import installed
from benchmarks.scenarios import SCENARIOS, Scenario
from benchmarks.tables import PAGE, machine, section, write

QUICK = Sizes(drafts=50, single=9_000, half=20_000, whole=200_000)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    names = [name_of(scenario) for scenario in SCENARIOS.values()]
    parser.add_argument("--only", action="append", choices=names, metavar="NAME", help=f"one of {', '.join(names)}")
    parser.add_argument("--rounds", type=int, default=7, help="how often each command runs (default 7)")
    parser.add_argument("--limit", type=float, default=300, help="seconds after which a command is stopped")
    parser.add_argument("--quick", action="store_true", help="little text, to see that everything works")
    parser.add_argument("--no-peers", action="store_true", help="speechlint alone")
    parser.add_argument("--folder", type=Path, help="where texts and peers go; kept, and peers are not fetched again")
    parser.add_argument("--write", action="store_true", help=f"keep the results in docs/{PAGE.name}")
    return parser.parse_args()


def name_of(scenario: Scenario) -> str:
    return scenario.__name__.replace("_", "-")


def main() -> None:
    given = arguments()
    if given.write and given.quick:
        raise SystemExit("--write keeps full results, not --quick ones")
    with tempfile.TemporaryDirectory() as temporary:
        measure(given, (given.folder or Path(temporary, "texts")).resolve(), Path(temporary, "caches"))


def measure(given: argparse.Namespace, folder: Path, caches: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    peers = [] if given.no_peers else list(installed(folder))
    bench = Bench(folder, caches, peers, given.rounds, given.limit, QUICK if given.quick else Sizes())
    for title, scenario in SCENARIOS.items():
        if given.only and name_of(scenario) not in given.only:
            continue
        told = f"{machine()}; rounds: {given.rounds}{'; little text' if given.quick else ''}."
        result = section(title, scenario(bench), told)
        print(result, flush=True)
        if given.write:
            write(PAGE, list(SCENARIOS), [result])


if __name__ == "__main__":
    main()
