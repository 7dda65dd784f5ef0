"""What comparing found, as tables of the summary's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from speechlint.corpus.cells import Section, amount, common, label
from speechlint.messages import Language, say

if TYPE_CHECKING:
    from speechlint.corpus.comparison import Comparison
    from speechlint.corpus.duplicates import Pair
    from speechlint.corpus.spellings import Use
    from speechlint.corpus.templates import Reuse

FILE = ".parquet"
SHOWN, REPLACED_SHOWN, LONGEST = 20, 4, 120
Found = TypeVar("Found", "Pair", "Reuse")


def compared(found: Comparison, language: Language) -> Iterator[Section]:
    above = common(found.paths)
    names = [path[len(above) :] for path in found.paths]
    copies = ranked(found.copies_alone)
    yield pairs("copies", copies, names, above, [""] * len(copies))
    templates = ranked(found.templates)
    yield pairs("templates", templates, names, above, [replaced(reuse, language) for reuse in templates])
    sentences = [(label(shared.text[:LONGEST]), amount(len(shared.places))) for shared in found.sentences[:SHOWN]]
    yield Section("sentences", ("sentence", "drafts"), sentences, len(found.sentences), suffix=FILE)
    rows = [
        (label(ways(clash.uses, language), clash.rule), amount(sum(use.drafts for use in clash.uses)))
        for clash in found.spellings[:SHOWN]
    ]
    yield Section("terms", ("term", "drafts"), rows, len(found.spellings), suffix=FILE)


def ranked(found: Sequence[Found]) -> list[Found]:
    return sorted(found, key=lambda pair: (-pair.jaccard, pair.first, pair.second))


def pairs(name: str, found: Sequence[Pair | Reuse], names: Sequence[str], above: str, notes: Sequence[str]) -> Section:
    rows = [
        (label(names[pair.first]), label(names[pair.second], note), amount(pair.jaccard))
        for pair, note in zip(found[:SHOWN], notes, strict=False)
    ]
    return Section(name, ("one", "other", "jaccard"), rows, len(found), above, FILE)


def replaced(reuse: Reuse, language: Language) -> str:
    return say("comma", language).join(f"{each.old}→{each.new}" for each in reuse.replaced[:REPLACED_SHOWN])


def ways(uses: Sequence[Use], language: Language) -> str:
    told = (f"{use.text}（{say('compare-drafts', language, count=use.drafts)}）" for use in uses)
    return say("comma", language).join(told)
