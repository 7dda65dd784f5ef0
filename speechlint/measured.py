"""How often each rule spoke on long proofread text, where nearly every finding is a false alarm.

The counts stand in rules/measured.tsv, written by tools/measure_rules.py; genuine slips of that text are among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from speechlint.ruleset import builtin_folder
from speechlint.tables import read_table

FILE = "measured.tsv"


@dataclass(frozen=True, slots=True)
class Measured:
    """Findings of one rule on a text of so many characters."""

    findings: int
    characters: int

    @property
    def per_10_000(self) -> float:
        return self.findings / self.characters * 10_000


def measured() -> Mapping[str, Measured]:
    """The counts of every rule measured, by rule id."""
    table = read_table(builtin_folder() / FILE)
    return {row["rule"]: Measured(int(row["findings"]), int(row["characters"])) for row in table.rows}
