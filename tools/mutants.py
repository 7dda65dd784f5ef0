"""Tell what share of small faults written into the analysis and the checks the tests notice.

A random sample of mutants (`tools/mutations.py`) is tried in copies of the project: each is written, the tests that run
its lines and little else are run, and it is killed when one fails or uses too much processor time. Verdicts are kept
line by line in the results file in the order drawn, so that a run ended early is a smaller sample, and goes on later.
`--again` tries those alive once more, with all of TESTS or those named: for the rest, and after tests were added.

mutmut leaves decorated functions alone, hence every kind of check; cosmic-ray also mutates annotations and has one test
command for all.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path
from queue import SimpleQueue

from coverage import CoverageData
from mutations import Mutant, mutants_of

ROOT = Path(__file__).parent.parent
MODULES = ("speechlint/language", "speechlint/checks", "speechlint/linter.py", "speechlint/fixes.py")
# The tests that concern these modules and take well under a minute together.
TESTED = ("language", "checks", "test_linter.py", "test_fixes.py", "test_rules.py", "test_time_cases.py")
TESTED += ("test_typo_tables.py", "test_wording_tables.py", "test_fixtures.py", "test_layout_rules.py")
TESTED += ("test_suppress.py", "test_examples.py", "test_model.py", "cli/test_outline.py", "cli/test_timeline.py")
TESTS = [f"tests/{name}" for name in TESTED]
# A table of years and nothing else.
DATA = {"speechlint/language/founding_years.py"}
# Neither these plugins' tests nor their imports, of a second and more, are wanted.
LEFT_OUT = ("no:schemathesis", "no:pytest-lsp", "no:cacheprovider")
PYTEST = ["-m", "pytest", "-x", "-q", "--hypothesis-seed=0", *(part for name in LEFT_OUT for part in ("-p", name))]
PARTICULAR = 100
# Of processor time, for the particular tests and for all.
FEW_SECONDS, SECONDS = 40, 300
# What pytest ends with when a test failed or nothing could be collected.
FAILED, BROKEN = 1, 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant: "killed", "slow" (killed for its time), "alive"; and the test that noticed it."""

    mutant: str
    path: str
    fate: str
    by: str = ""


class Copies:
    """Copies of the project, one for each of the jobs; which tests run which line is kept in a file, made once."""

    def __init__(self, folder: Path, jobs: int, lines: Path) -> None:
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
        )
        self._free: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            copy = folder / str(number)
            for name in filter(None, listed.stdout.split("\0")):
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, copy / name)
            self._free.put(copy)
        if not lines.is_file():
            watch(folder / "0", lines)
        self._lines = tests_by_line(lines)
        self._weights = Counter(test for of in self._lines.values() for tests in of.values() for test in tests)

    def tests_of(self, mutant: Mutant) -> list[str]:
        """The tests that run the mutant's statement, or its module when that runs on import; the module's own first."""
        lines = self._lines.get(mutant.path, {})
        found = {test for line in range(mutant.statement, mutant.last + 1) for test in lines.get(line, ())}
        found = found or {test for tests in lines.values() for test in tests}
        own = f"test_{Path(mutant.path).stem}.py::"
        return sorted(found, key=lambda test: (own not in test, self._weights[test], test))

    def tried(self, mutant: Mutant, *, again: Sequence[str] = ()) -> Verdict:
        copy = self._free.get()
        file = copy / mutant.path
        source, times = file.read_bytes(), file.stat()
        file.write_bytes(mutant.applied(source))
        try:
            tests, seconds = (again, SECONDS) if again else (self.tests_of(mutant)[:PARTICULAR], FEW_SECONDS)
            return verdict(copy, mutant, tests, seconds)
        finally:
            file.write_bytes(source)
            os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
            self._free.put(copy)


def watch(copy: Path, lines: Path) -> None:
    """Run the tests without a mutant and keep which of them runs which line."""
    code, by = run(copy, TESTS, 20 * SECONDS, lines)
    if code:
        raise SystemExit(f"the tests fail without a mutant: {by}")


def tests_by_line(lines: Path) -> dict[str, dict[int, list[str]]]:
    data = CoverageData(str(lines))
    data.read()
    return {
        file[file.rindex("/speechlint/") + 1 :]: {
            line: [test for test in tests if test] for line, tests in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }


def verdict(copy: Path, mutant: Mutant, tests: Sequence[str], seconds: int) -> Verdict:
    code, by = run(copy, tests, seconds) if tests else (0, "")
    fates = {0: "alive", FAILED: "killed", BROKEN: "killed"}
    return Verdict(str(mutant), mutant.path, fates.get(code, "slow" if code < 0 else f"pytest ended with {code}"), by)


def run(copy: Path, arguments: Sequence[str], seconds: int, lines: Path | None = None) -> tuple[int, str]:
    """How pytest ended in a copy, and the line that names what failed; it may use so many seconds of processor time."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "tests.txt")
        listed.write_text("\n".join(arguments), encoding="utf-8")
        paths = os.pathsep.join([str(copy), str(ROOT / "tools")])
        environment = {"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", "SPEECHLINT_CACHE_DIR": folder}
        done = subprocess.run(
            [sys.executable, *PYTEST, *(["-p", "mutants_lines"] if lines else []), f"@{listed}"],
            cwd=copy,
            env=os.environ | environment | ({"SPEECHLINT_LINES": str(lines)} if lines else {}),
            capture_output=True,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)),
        )
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR", "E  "))]
    return done.returncode, failed[-1] if failed else ""


def sample(size: int, seed: int, only: str) -> list[Mutant]:
    """So many mutants, drawn by a hash of each, so that a change elsewhere leaves those of a module as they are."""
    paths = [path for name in MODULES for path in modules(ROOT / name)]
    names = {path.relative_to(ROOT).as_posix(): path for path in paths}
    found = [m for name, path in names.items() if name not in DATA for m in mutants_of(name, path.read_bytes())]
    chosen = sorted(found, key=lambda mutant: blake2b(f"{seed} {mutant}".encode()).digest())
    return [mutant for mutant in chosen if mutant.path.startswith(only)][:size]


def modules(place: Path) -> list[Path]:
    return [place] if place.is_file() else sorted(place.rglob("*.py"))


def kept(results: Path) -> dict[str, Verdict]:
    """The last verdict on each mutant."""
    lines = results.read_text(encoding="utf-8").splitlines() if results.is_file() else []
    return {verdict.mutant: verdict for verdict in (Verdict(**json.loads(line)) for line in lines)}


def keep(results: Path, verdict: Verdict) -> None:
    results.parent.mkdir(parents=True, exist_ok=True)
    with results.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(verdict), ensure_ascii=False) + "\n")


def interval(part: int, whole: int) -> tuple[float, float]:
    """Wilson's, at 95 %, in per cent."""
    z, share = 1.96, part / whole
    middle = (share + z * z / 2 / whole) / (1 + z * z / whole)
    half = z / (1 + z * z / whole) * (share * (1 - share) / whole + z * z / 4 / whole**2) ** 0.5
    return 100 * (middle - half), 100 * (middle + half)


def told(verdicts: list[Verdict]) -> Iterator[str]:
    """A line for each part, and one for all."""
    for part in (*MODULES, ""):
        own = [verdict for verdict in verdicts if verdict.path.startswith(part)]
        if own:
            killed, all_of = sum(verdict.fate != "alive" for verdict in own), len(own)
            low, high = interval(killed, all_of)
            yield f"{part or 'all':24} {killed:4} of {all_of:4} killed, {killed / all_of:.1%} ({low:.1f}-{high:.1f})"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=500, help="how many mutants")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="mutants of paths that begin so")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--again", nargs="*", metavar="TEST", help="those alive, with these tests, or with all")
    parser.add_argument("--results", type=Path, default=ROOT / "build" / "mutants.jsonl")
    asked = parser.parse_args(arguments)
    mutants = {str(mutant): mutant for mutant in sample(asked.sample, asked.seed, asked.only)}
    again = () if asked.again is None else asked.again or TESTS
    known = kept(asked.results)
    alive = {key for key, verdict in known.items() if verdict.fate == "alive"}
    waiting = [m for key, m in mutants.items() if (key not in known if asked.again is None else key in alive)]
    if waiting:
        with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(asked.jobs) as pool:
            copies = Copies(Path(folder), asked.jobs, asked.results.with_suffix(".lines"))
            for done in pool.map(partial(copies.tried, again=again), waiting):
                known[done.mutant] = done
                keep(asked.results, done)
    verdicts = [known[key] for key in mutants if key in known]
    print("\n".join([*(f"alive  {one.mutant}" for one in verdicts if one.fate == "alive"), *told(verdicts)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
