"""Count findings on proofread text for every 10,000 characters, as they are and without the slips the text really has.

Usage: measure_clean.py FOLDER

FOLDER holds .txt files. tools/genuine_slips.tsv lists the slips, each read in its text: file, rule, words, how often.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from speechlint.linter import lint
from speechlint.model import Severity
from speechlint.readers import read
from speechlint.rule_file import load_rules

SLIPS = Path(__file__).with_name("genuine_slips.tsv")
TYPO_LAYERS = ("typo/misspelling", "typo/misspelt-idiom", "typo/misspelt-phrase")
ONCE_A_FILE = ("punctuation/stray-half-width", "punctuation/stray-half-width-bracket", "punctuation/stray-space")


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding where nearly every one is false."""

    file: str
    rule: str
    severity: Severity
    text: str

    @property
    def family(self) -> str:
        return self.rule.partition("/")[0]

    @property
    def is_loud(self) -> bool:
        return self.severity is not Severity.INFO


MEASURES: dict[str, Callable[[Alarm], bool]] = {
    "errors": lambda alarm: alarm.severity is Severity.ERROR,
    "warnings": lambda alarm: alarm.severity is Severity.WARNING,
    "numbering and date": lambda alarm: alarm.is_loud and alarm.family in ("numbering", "date"),
    "typo layers 0 and 1": lambda alarm: alarm.is_loud and alarm.rule in TYPO_LAYERS,
}


def main(arguments: list[str]) -> int:
    paths = sorted(Path(arguments[0]).glob("*.txt")) if arguments else []
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    documents = {path.name: read(path) for path in paths}
    rules = [rule for rule in load_rules() if rule.enabled]
    found = [
        Alarm(name, finding.rule, finding.severity, document.text_of(finding.span))
        for name, document in documents.items()
        for finding in lint(document, rules)
    ]
    characters = sum(len(document.text) for document in documents.values())
    print(f"{len(paths)} files, {characters} characters")
    print("\n".join(measured(found, characters)))
    return 0


def measured(found: list[Alarm], characters: int) -> Iterator[str]:
    false = list(without_slips(found))
    for name, counts in MEASURES.items():
        rates = (sum(map(counts, alarms)) * 10_000 / characters for alarms in (found, false))
        yield f"{name}: raw {next(rates):.3f}, without genuine slips {next(rates):.3f}"
    noisy = Counter((alarm.file, alarm.rule) for alarm in found if alarm.is_loud and alarm.rule in ONCE_A_FILE)
    yield f"most warnings of a width or spacing rule in one file: {max(noisy.values(), default=0)}"


def without_slips(found: Iterable[Alarm]) -> Iterator[Alarm]:
    left = Counter(slips())
    for alarm in found:
        key = (alarm.file, alarm.rule, alarm.text)
        if left[key]:
            left[key] -= 1
        else:
            yield alarm


def slips() -> dict[tuple[str, str, str], int]:
    with SLIPS.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["file"], row["rule"], row["text"]): int(row["count"]) for row in rows}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
