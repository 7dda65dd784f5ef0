"""Run again what every part of the project promised to show, and print the table.

Usage: acceptance.py [--part N]… [--quick] [--shared FOLDER]

tools/acceptance.tsv holds the promises. Each line's command is run once, however many lines ask for it, and what its
pattern finds is compared with what is wanted: a number, the quotient of two, or how often it occurs. A line without a
pattern wants the command to end well. FOLDER holds real drafts, proofread text and Word files (by default ../shared);
where it is missing, the command under “without shared” is run on fixtures instead, or the line is left out and says so.
"""

from __future__ import annotations

import argparse
import csv
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import eq, ge, le
from pathlib import Path

from generated import ROOT

PROMISES = Path(__file__).with_suffix(".tsv")
COMPARISONS: dict[str, Callable[[float, float], bool]] = {"=": eq, ">=": ge, "<=": le}
WANTED = re.compile(r"(?P<sum>sum )?(?P<sign>[<>]?=) (?P<number>[\d.]+)")
HOLDS, SHORT, TOLD, LEFT_OUT = "holds", "falls short", "told", "left out"


@dataclass(frozen=True, slots=True)
class Promise:
    """One line of what a part must show, and the command that shows it."""

    part: int
    line: str
    command: str
    pattern: str
    wanted: str
    without_shared: str
    slow: bool

    def on_fixtures(self) -> Promise | None:
        """The promise where no real drafts are; none when it says nothing without them."""
        if "{shared}" not in self.command:
            return self
        if not self.without_shared:
            return None
        return Promise(self.part, self.line, self.without_shared, "", "", "", self.slow)


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command printed, and its exit code."""

    output: str
    code: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What a command showed of a promise, and what that says."""

    value: str
    verdict: str


def main(arguments: Sequence[str]) -> int:
    given = parsed(arguments)
    chosen = [p for p in promises() if not given.part or p.part in given.part]
    print("| part | must show | wanted | seen | |\n| --- | --- | --- | ---: | --- |", flush=True)
    short = 0
    with tempfile.TemporaryDirectory() as folder:
        for promise in chosen:
            seen = shown(promise, given, Path(folder))
            short += seen.verdict == SHORT
            print(row(promise, seen), flush=True)
    print("\nCommands:\n" + "\n".join(told(chosen)))
    return 1 if short else 0


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", type=int, action="append", metavar="N", help="only this part's lines")
    parser.add_argument("--quick", action="store_true", help="leave out what takes many minutes")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="real drafts and proofread text")
    return parser.parse_args(arguments)


def promises() -> list[Promise]:
    with PROMISES.open(encoding="utf-8") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [
            Promise(int(part), line, command, pattern, wanted, without_shared, slow == "slow")
            for part, line, command, pattern, wanted, without_shared, slow in rows
        ]


def shown(promise: Promise, given: argparse.Namespace, folder: Path) -> Seen:
    """Run what shows the promise, here or on fixtures, unless it is left out."""
    if promise.slow and given.quick:
        return Seen("--quick", LEFT_OUT)
    here = promise if given.shared.is_dir() else promise.on_fixtures()
    if here is None:
        return Seen("needs ../shared", LEFT_OUT)
    ended = run(here.command.format(python=sys.executable, shared=given.shared, folder=folder))
    return judged(here, ended)


@cache
def run(command: str) -> Ended:
    print(f"… {command}", file=sys.stderr, flush=True)
    done = subprocess.run(
        ["bash", "-euc", command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    return Ended(done.stdout, done.returncode)


def judged(promise: Promise, ended: Ended) -> Seen:
    """Compare what was printed with what is wanted; of several numbers the worst counts, or their sum."""
    if not promise.pattern:
        return Seen(last_line(ended.output), SHORT if ended.code else HOLDS)
    found = list(numbers(promise.pattern, ended.output))
    if not found:
        return Seen(f"nothing found, exit {ended.code}: {last_line(ended.output)}", SHORT)
    wanted = WANTED.fullmatch(promise.wanted)
    if wanted is None:
        return Seen(", ".join(map(plain, found)), TOLD)
    compare, bound = COMPARISONS[wanted["sign"]], float(wanted["number"])
    values = [sum(found)] if wanted["sum"] else found
    kept = all(compare(value, bound) for value in values)
    return Seen(", ".join(map(plain, values)), HOLDS if kept else SHORT)


def numbers(pattern: str, output: str) -> Iterator[float]:
    """What the pattern's group tells, the quotient of its two groups, or, when it has none, how often it occurs."""
    compiled = re.compile(pattern, re.MULTILINE)
    if not compiled.groups:
        yield len(compiled.findall(output))
        return
    for match in compiled.finditer(output):
        over, *under = (float(group.replace(",", "")) for group in match.groups())
        yield over / under[0] if under else over


def plain(value: float) -> str:
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def last_line(output: str) -> str:
    return (output.strip().splitlines() or ["nothing printed"])[-1].strip("= ").replace("|", "/")


def row(promise: Promise, seen: Seen) -> str:
    wanted = promise.wanted or ("" if promise.pattern else "ends well")
    return f"| {promise.part} | {promise.line} | {wanted} | {seen.value} | {seen.verdict} |"


def told(chosen: Iterable[Promise]) -> Iterator[str]:
    for command in dict.fromkeys(promise.command for promise in chosen):
        yield f"- {command.format(python='python', shared='../shared', folder='FOLDER')}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
