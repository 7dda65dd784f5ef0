"""A comparison as a person reads it and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from speechlint import __version__
from speechlint.corpus.comparison import Comparison
from speechlint.corpus.duplicates import Pair
from speechlint.corpus.places import Place
from speechlint.corpus.sentences import Shared
from speechlint.corpus.spellings import Clash
from speechlint.corpus.templates import Replacement, Reuse
from speechlint.messages import Language, say

REPLACEMENTS_SHOWN = 6
PLACES_SHOWN = 5
LONGEST = 60
Row = TypeVar("Row")


class ComparisonText:
    """The lines of a comparison; of each section at most `shown` entries, 0 for all."""

    def __init__(self, comparison: Comparison, language: Language, shown: int) -> None:
        self.comparison = comparison
        self.language = language
        self.shown = shown

    def lines(self) -> Iterator[str]:
        """Yield the sections that hold something, then the totals."""
        found = self.comparison
        yield from self.section("compare-copies", found.copies_alone, self.copy)
        yield from self.section("compare-templates", found.templates, self.reuse)
        yield from self.section("compare-sentences", found.sentences, self.sentence)
        yield from self.section("compare-spellings", found.spellings, self.clash)
        yield totals(found, self.language)

    def section(self, key: str, rows: Sequence[Row], tell: Callable[[Row], Iterator[str]]) -> Iterator[str]:
        if not rows:
            return
        shown = rows[: self.shown] if self.shown else rows
        yield say(key, self.language, count=len(rows))
        for row in shown:
            yield from tell(row)
        if len(rows) > len(shown):
            yield "  " + say("compare-more", self.language, count=len(rows) - len(shown))
        yield ""

    def copy(self, pair: Pair) -> Iterator[str]:
        yield f"  {pair.jaccard:.0%}  {self.path(pair.first)}  =  {self.path(pair.second)}"

    def reuse(self, reuse: Reuse) -> Iterator[str]:
        yield f"  {reuse.jaccard:.0%}  {self.path(reuse.first)}  →  {self.path(reuse.second)}"
        told = say("separator", self.language).join(map(replaced, reuse.replaced[:REPLACEMENTS_SHOWN]))
        yield f"        {told}"

    def sentence(self, shared: Shared) -> Iterator[str]:
        yield f"  {say('compare-drafts', self.language, count=len(shared.places))}  {cut(shared.text)}"
        yield f"        {self.places(shared.places)}"

    def clash(self, clash: Clash) -> Iterator[str]:
        yield "  " + say("comma", self.language).join(
            f"{use.text}（{say('compare-drafts', self.language, count=use.drafts)}，{self.place(use.first)}）"
            for use in clash.uses
        )

    def places(self, places: Sequence[Place]) -> str:
        told = say("comma", self.language).join(map(self.place, places[:PLACES_SHOWN]))
        return told + (" …" if len(places) > PLACES_SHOWN else "")

    def place(self, place: Place) -> str:
        return f"{self.path(place.draft)}:{place.line}"

    def path(self, number: int) -> str:
        return self.comparison.paths[number]


def totals(found: Comparison, language: Language) -> str:
    """How much was found, in one line."""
    return say(
        "compare-found" if found.found else "compare-clean",
        language,
        files=f"{len(found.paths):,}",
        copies=len(found.copies_alone),
        templates=len(found.templates),
        sentences=len(found.sentences),
        spellings=len(found.spellings),
    )


def replaced(replacement: Replacement) -> str:
    return f"{replacement.old}→{replacement.new}" + (f"×{replacement.times}" if replacement.times > 1 else "")


def cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def comparison_json(comparison: Comparison) -> str:
    """The whole comparison as one JSON object; offsets are 0-based, lines 1-based."""
    paths = comparison.paths

    def place(at: Place) -> dict[str, object]:
        return {"path": paths[at.draft], "line": at.line, "start": at.start, "end": at.end}

    def pair(found: Pair | Reuse) -> dict[str, object]:
        return {"paths": [paths[found.first], paths[found.second]], "jaccard": round(found.jaccard, 4)}

    body: dict[str, object] = {
        "version": __version__,
        "files": list(paths),
        "copies": [pair(found) for found in comparison.copies],
        "templates": [
            {**pair(reuse), "replaced": [{"old": r.old, "new": r.new, "times": r.times} for r in reuse.replaced]}
            for reuse in comparison.templates
        ],
        "sentences": [
            {"text": shared.text, "drafts": len(shared.places), "places": list(map(place, shared.places))}
            for shared in comparison.sentences
        ],
        "spellings": [
            {
                "rule": clash.rule or None,
                "uses": [{"text": u.text, "drafts": u.drafts, "first": place(u.first)} for u in clash.uses],
            }
            for clash in comparison.spellings
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=1)
