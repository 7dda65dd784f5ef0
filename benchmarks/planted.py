"""What speechlint and other linters point at in one draft with planted faults, and what they say of its corrected twin.

`python -m benchmarks.planted [--folder FOLDER] [--write]`. The draft is fixtures/planted/flood-speech.txt, in which a
fault stands as ⟦wrong|right|what⟧. For each fault a draft is made that holds it alone; a linter points at the fault
when it raises more on that line than on the same line of the twin, whatever its finding says.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from benchmarks.corpus import Files
from benchmarks.peers import Peer, installed

ROOT = Path(__file__).parent.parent
DRAFT = ROOT / "fixtures" / "planted" / "flood-speech.txt"
PAGE = ROOT / "docs" / "about" / "comparison.md"
FAULT = re.compile(r"⟦([^⟦⟧|]*)\|([^⟦⟧|]*)\|([^⟦⟧|]+)⟧")
BETWEEN = re.compile(r"(<!-- planted -->\n).*?(<!-- /planted -->)", re.DOTALL)
OURS = Peer("speechlint", (sys.executable, "-m", "speechlint", "check", "--isolated", "--lang", "en"))

Lines = Counter[int]


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault: the line it is on, what it is, and the draft that holds it alone."""

    line: int
    what: str
    draft: str


def twin(marked: str) -> str:
    """The draft without any fault."""
    return FAULT.sub(r"\2", marked)


def whole(marked: str) -> str:
    """The draft with every fault."""
    return FAULT.sub(r"\1", marked)


def faults(marked: str) -> Iterator[Planted]:
    for found in FAULT.finditer(marked):
        before, after = twin(marked[: found.start()]), twin(marked[found.end() :])
        yield Planted(before.count("\n") + 1, found[3], before + found[1] + after)


def by_pattern(pattern: str) -> Callable[[str], Lines]:
    """Findings a line, by what begins each finding's own line of a report."""
    found = re.compile(pattern, re.MULTILINE)
    return lambda said: Counter(int(line) for line in found.findall(said))


def of_autocorrect(said: str) -> Lines:
    """AutoCorrect gives whole lines as they should be; every stretch it changes is a finding."""
    lines = Counter[int]()
    for message in json.loads(said)["messages"]:
        for one in message["lines"]:
            changes = SequenceMatcher(None, one["old"], one["new"], autojunk=False).get_opcodes()
            lines[one["l"]] += sum(tag != "equal" for tag, *_ in changes)
    return lines


READERS: dict[str, Callable[[str], Lines]] = {
    "speechlint": by_pattern(r"^[^:\n]+:(\d+):\d+: (?:error|warning|info) "),
    "AutoCorrect CLI (json)": of_autocorrect,
    "zhlint": by_pattern(r"^[^:\n]+:(\d+):\d+ - "),
    "limae": by_pattern(r"^[^:\n]+:(\d+): "),
    "lint-md": by_pattern(r"^ *(\d+):\d+ +(?:error|warning) "),
}


def findings(peer: Peer, text: str) -> Lines:
    """How many findings a linter raises on each line of a draft."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / f"draft{peer.ending}").write_text(text, encoding="utf-8")
        files = Files(folder, ("draft.txt",), 0, "*.txt")
        run = subprocess.run([*peer.argv, *peer.arguments(files)], cwd=folder, capture_output=True, check=False)
        said = run.stdout.decode() if READERS[peer.name] is of_autocorrect else (run.stdout + run.stderr).decode()
        return READERS[peer.name](said)


def compare(peers: Sequence[Peer], marked: str) -> str:
    """The table: a row a fault, a column a linter, and two rows of sums."""
    planted = list(faults(marked))
    quiet = {peer.name: findings(peer, twin(marked)) for peer in peers}
    seen = {
        peer.name: [findings(peer, one.draft)[one.line] > quiet[peer.name][one.line] for one in planted]
        for peer in peers
    }
    names = [peer.name.partition(" CLI")[0] + (f" {peer.version}" if peer.version else "") for peer in peers]
    rows = [
        ["", *names],
        ["---", *(":-:" for _ in peers)],
        *([one.what, *("✓" if seen[p.name][at] else "—" for p in peers)] for at, one in enumerate(planted)),
        [f"**找到（共 {len(planted)} 处）**", *(f"**{sum(seen[peer.name])}**" for peer in peers)],
        ["**改正后的稿子上还报**", *(f"**{quiet[peer.name].total()}**" for peer in peers)],
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planted", description=__doc__)
    parser.add_argument("--folder", type=Path, help="where peers are installed; kept, and not fetched again")
    parser.add_argument("--write", action="store_true", help=f"keep the table in docs/about/{PAGE.name}")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        others = [peer for peer in installed((given.folder or Path(temporary)).resolve()) if peer.name in READERS]
        table = compare([OURS, *others], DRAFT.read_text(encoding="utf-8"))
    print(table)
    if given.write:
        text = f"{date.today():%Y-%m-%d}，都用默认设置。\n\n{table}"
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(BETWEEN.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", page), encoding="utf-8")


if __name__ == "__main__":
    main()
