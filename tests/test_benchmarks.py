"""The benchmarks run and their text is always the same; how long anything takes is never asserted."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the benchmarks are for Linux and macOS")

BUILD = """
import sys
from pathlib import Path
from benchmarks.corpus import texts
print(texts(Path(sys.argv[1]) / "drafts", 3, 20_000).size)
"""
WRITE = """
import sys
from pathlib import Path
from benchmarks.tables import MARK, write
page = Path(sys.argv[1])
page.write_text("# Title\\n\\n" + MARK, encoding="utf-8")
for section in ("## b\\n\\nold\\n", "## a\\n\\nfirst\\n", "## b\\n\\nnew\\n"):
    write(page, ["a", "b", "c"], [section])
"""


def python(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("drafts/*")}


def test_the_text_is_the_same_every_time(tmp_path: Path) -> None:
    sizes = [int(python("-c", BUILD, str(tmp_path / run))) for run in ("first", "second")]
    assert digests(tmp_path / "first") == digests(tmp_path / "second")
    assert sizes[0] == sizes[1] >= 60_000


def test_no_two_drafts_are_alike_and_markdown_says_the_same(tmp_path: Path) -> None:
    python("-c", BUILD, str(tmp_path))
    told = digests(tmp_path)
    assert len(told) == 6
    assert len(set(told.values())) == 3
    assert all(told[f"{number:04}.txt"] == told[f"{number:04}.md"] for number in range(3))


@pytest.mark.parametrize(
    ("scenario", "names"),
    [
        ("start-up", ["bare Python", "speechlint --version"]),
        (
            "advisory-ear",
            ["the rule alone, whole process", "the rule alone, less start-up", "added to the default rules"],
        ),
    ],
)
def test_a_scenario_runs_without_peers(scenario: str, names: list[str]) -> None:
    said = python("-m", "benchmarks", "--quick", "--rounds", "1", "--no-peers", "--only", scenario)
    rows = [line.strip("| ").split(" | ") for line in said.splitlines() if line.startswith("| ")]
    assert [row[0] for row in rows[2:]] == names
    assert float(rows[2][1].replace(",", "")) > 0


def test_a_result_takes_the_place_of_the_one_before_and_leaves_the_others(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    python("-c", WRITE, str(page))
    before, _, results = page.read_text(encoding="utf-8").partition("-->\n")
    assert before.startswith("# Title\n\n<!--")
    assert results == "\n## a\n\nfirst\n\n## b\n\nnew\n"


ENVIRONMENT = """
import os
from pathlib import Path
from benchmarks.bench import Bench
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
given = Bench(Path("texts"), Path("caches"), [], 1, 1).environment
print(given.get("PYTHONDONTWRITEBYTECODE"), given["PYTHONPYCACHEPREFIX"])
"""


def test_modules_are_compiled_once_and_outside_the_checkout() -> None:
    assert python("-c", ENVIRONMENT).split() == ["None", str(Path("caches", "modules"))]
