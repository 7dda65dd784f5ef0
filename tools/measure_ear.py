"""Measure the rule typo/improbable-word.

Usage: measure_ear.py PART MODEL SENTENCES OFFICIAL_TEXT [--drafts FOLDER] [--pair N] [--longer N] [--show]

PART is what the MODEL has not counted (build_language_model.py --part): `margins` for one built of `fit`, `check` for
one built of `tune`. SENTENCES holds .train files (label, written, meant), OFFICIAL_TEXT proofread .txt. A flagged
sentence is truly wrong when it differs from what was meant; a flag in official text is counted as false, though some
are slips.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from build_language_model import PARTS, belongs

from speechlint.checks.excuses import Excuses
from speechlint.checks.suspects import Margins, Suspect, suspects
from speechlint.examples import document_of
from speechlint.language.analysis import Analysis
from speechlint.model import Document
from speechlint.readers import read
from speechlint.rule_file import load_rules
from speechlint.ruleset import Rule
from speechlint.spelling.model import LanguageModel

RULE = "typo/improbable-word"


class Ear:
    """The rule with a model and margins of one's own."""

    def __init__(self, rule: Rule, model: Path, given: argparse.Namespace) -> None:
        self.options = rule.options
        self.model = cache(lambda: LanguageModel(model))
        pair, longer = (self.options[name] for name in ("pair", "longer"))
        self.margins = Margins(given.pair or pair, given.longer or longer)

    def flags(self, document: Document) -> list[Suspect]:
        analysis = Analysis(document)
        excuses = Excuses(analysis, self.options["reviewed"], self.options["names"])
        return list(suspects(analysis, excuses, self.margins, self.model))


def sentences(folder: Path, part: str) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.train")):
        for line in path.read_text(encoding="utf-8").splitlines():
            _, written, meant = line.split("\t")
            if belongs(meant, part):
                yield written, meant


def told(flags: Iterable[Suspect], text: str) -> None:
    for suspect in flags:
        span = suspect.span
        around = text[max(span.start - 8, 0) : span.end + 8].replace("\n", "/")
        print(f"  {suspect.worth:5.2f} {text[span.start : span.end]} → {suspect.better}: {around}")


def measure_sentences(ear: Ear, rows: list[tuple[str, str]], show: bool) -> None:
    right = wrong = 0
    for written, meant in rows:
        flags = ear.flags(document_of(written))
        right += bool(flags) and written != meant
        wrong += bool(flags) and written == meant
        if show and written == meant:
            told(flags, written)
    faulty = sum(written != meant for written, meant in rows)
    print(f"flagged {right + wrong} sentences, truly wrong {right} ({right / max(right + wrong, 1):.2%})")
    print(f"recall {right} of {faulty} ({right / max(faulty, 1):.1%})")


def measure_text(ear: Ear, name: str, paths: list[Path], show: bool) -> None:
    documents = [read(path) for path in paths]
    characters = sum(len(document.text) for document in documents)
    begun = time.process_time()
    flags = [(document.text, ear.flags(document)) for document in documents]
    spent = time.process_time() - begun
    if show:
        for text, found in flags:
            told(found, text)
    count = sum(len(found) for _, found in flags)
    print(f"{name}: {count} flags in {characters:,} characters, {count / characters * 10_000:.2f} per 10,000", end="; ")
    print(f"{characters / spent:,.0f} characters a second")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=PARTS)
    for name in ("model", "sentences", "official"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--drafts", type=Path)
    for name in ("--pair", "--longer"):
        parser.add_argument(name, type=float)
    parser.add_argument("--show", action="store_true", help="print what is flagged though it is right")
    given = parser.parse_args()
    ear = Ear(next(rule for rule in load_rules() if rule.id == RULE), given.model, given)
    measure_sentences(ear, list(sentences(given.sentences, given.part)), given.show)
    held = [path for path in sorted(given.official.glob("*.txt")) if belongs(path.name, given.part)]
    for kind, names in {"work reports": ("gwr",), "speeches": ("spk", "cpc"), "laws": ("law",)}.items():
        chosen = [path for path in held if path.name.startswith(names)]
        if chosen:
            measure_text(ear, kind, chosen, given.show)
    if given.drafts:
        measure_text(ear, "drafts", sorted(given.drafts.glob("*.txt")), given.show)


if __name__ == "__main__":
    main()
