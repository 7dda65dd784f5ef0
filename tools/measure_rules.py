"""Count every rule's findings on long proofread text and write rules/measured.tsv.

    python tools/measure_rules.py [FOLDER]

FOLDER holds .txt files and defaults to ../shared/clean beside the repository.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from speechlint.linter import lint
from speechlint.measured import FILE
from speechlint.readers import read
from speechlint.rule_file import load_rules
from speechlint.ruleset import builtin_folder

CLEAN = Path(__file__).parents[2] / "shared" / "clean"


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else CLEAN
    rules = load_rules()
    enabled = [rule for rule in rules if rule.enabled]
    counts: Counter[str] = Counter()
    characters = 0
    for path in sorted(folder.glob("*.txt")):
        document = read(path)
        characters += len(document.text)
        counts.update(finding.rule for finding in lint(document, enabled))
    if not characters:
        print(f"no .txt file in {folder}", file=sys.stderr)
        return 2
    rows = [f"{rule.id}\t{counts[rule.id]}\t{characters}" for rule in enabled]
    text = "\n".join(["rule\tfindings\tcharacters", *rows]) + "\n"
    (builtin_folder() / FILE).write_text(text, encoding="utf-8")
    print(f"{sum(counts.values())} findings of {len(rows)} rules on {characters} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
