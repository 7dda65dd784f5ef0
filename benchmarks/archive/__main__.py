"""Archives measured: `python -m benchmarks.archive overhead|recovery|planted [--drafts N] [--size BYTES] …`.

`overhead` runs engines in turns with plain `check` on the same files. `recovery` kills workers and the command itself
and compares what is kept row by row. `planted` plants near-duplicates, decoys and templates and counts what is found.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.archive.overhead import overhead
from benchmarks.archive.planted import planted
from benchmarks.archive.recovery import TRIALS, recovery


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__)
    kept = argparse.ArgumentParser(add_help=False)
    kept.add_argument("--folder", type=Path, help="where drafts and results go; kept")
    what = parser.add_subparsers(dest="what", required=True)
    each = what.add_parser("overhead", parents=[kept], help="what engines cost beside plain check")
    each.add_argument("--drafts", type=int, default=2_000)
    each.add_argument("--size", type=int, default=20_000, help="bytes a draft at least")
    each.add_argument("--rounds", type=int, default=5)
    each.add_argument("--jobs", type=int, default=1, help="workers of every engine")
    each.add_argument("--select", default="", help="rules; one that is quick shows what engines cost more sharply")
    each = what.add_parser("recovery", parents=[kept], help="workers and the command killed in the middle")
    each.add_argument("--drafts", type=int, default=20_000)
    each.add_argument("--size", type=int, default=1_000, help="bytes a draft at least")
    each.add_argument("--shard-size", type=int, default=100)
    each.add_argument("--engine", action="append", choices=[*TRIALS], help="all unless named")
    each = what.add_parser("planted", parents=[kept], help="near-duplicates and templates among other drafts")
    each.add_argument("--pairs", type=int, default=100)
    each.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


@contextmanager
def place(folder: Path | None) -> Iterator[Path]:
    if folder is not None:
        yield folder.resolve()
        return
    with tempfile.TemporaryDirectory() as temporary:
        yield Path(temporary)


def main() -> None:
    given = arguments()
    with place(given.folder) as folder:
        folder.mkdir(parents=True, exist_ok=True)
        if given.what == "overhead":
            overhead(folder, given.drafts, given.size, given.rounds, given.jobs, given.select)
        elif given.what == "recovery":
            recovery(folder, given.drafts, given.size, given.shard_size, given.engine or [*TRIALS])
        else:
            planted(given.pairs, given.seed)


if __name__ == "__main__":
    main()
