"""Measure the typo rules on sentences with marked misspellings.

Usage: measure_spelling.py FILE...   (tab-separated: label, written, meant; the label counts the wrong characters)

A flagged sentence is truly wrong when it differs from what was meant; the rules of layers 0 and 1 only are run.
"""

from __future__ import annotations

import sys
from pathlib import Path

from speechlint.examples import document_of
from speechlint.linter import lint
from speechlint.model import Finding
from speechlint.rule_file import load_rules

LAYERS = ("typo/misspelling", "typo/misspelt-idiom", "typo/misspelt-phrase")


def main(paths: list[str]) -> None:
    rules = [rule for rule in load_rules() if rule.id in LAYERS]
    right = wrong = faulty = 0
    for path in map(Path, paths):
        for line in path.read_text(encoding="utf-8").splitlines():
            _, written, meant = line.split("\t")
            faulty += written != meant
            found = lint(document_of(written), rules)
            if found and written == meant:
                wrong += 1
                show(written, found)
            elif found:
                right += 1
                for finding in found:
                    if written[finding.span.start : finding.span.end] in meant:
                        print("  beside the fault:", end="")
                        show(written, [finding])
    print(f"flagged {right + wrong}, truly wrong {right} ({right / max(right + wrong, 1):.2%})")
    print(f"recall {right} of {faulty} ({right / max(faulty, 1):.1%})")


def show(text: str, findings: list[Finding]) -> None:
    for finding in findings:
        span = finding.span
        found, around = text[span.start : span.end], text[max(span.start - 8, 0) : span.end + 8]
        print(f"  {finding.rule} {found} → {finding.suggestions}: {around}")


if __name__ == "__main__":
    main(sys.argv[1:])
