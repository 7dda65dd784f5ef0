"""Is a word improbable where it stands, and one that sounds or looks like it far likelier."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.checks.near import quoted
from speechlint.checks.swap import occurrences
from speechlint.language.analysis import Analysis
from speechlint.language.words import segmenter
from speechlint.model import Span
from speechlint.spelling.hints import Hint, hints
from speechlint.spelling.model import LanguageModel, language_model
from speechlint.tables import Columns, Table

STRETCH = re.compile("[一-鿿]{2,}")
# No name that `names` finds reaches further than this.
AROUND = 12
PAIR = 2


@dataclass(frozen=True, slots=True)
class Margins:
    """How many powers of ten a reading must gain: for words of two characters, for longer ones, and to be sure."""

    pair: float
    longer: float
    sure: float

    def met(self, hint: Hint) -> bool:
        return hint.gain >= (self.pair if hint.end - hint.start == PAIR else self.longer)


@kind("likelihood_zh", "likelihood_en")
def context(
    analysis: Analysis,
    *,
    reviewed: Annotated[Table, Columns("wrong")],
    names: re.Pattern[str],
    pair: float,
    longer: float,
    sure: float,
    likely: tuple[str, ...],
    possible: tuple[str, ...],
) -> Iterator[Match]:
    """Yield every word that one character of like sound or look would make far likelier, with its sentence.

    `pair`, `longer` and `sure` are margins in powers of ten: for two characters, for more, and from where on the
    words of `likely` (Chinese, English) are said instead of those of `possible`. Silent on what stands in a `reviewed`
    table, fills quotation marks, is said twice, is written in official text, or is part of what `names` finds.
    """
    margins = Margins(pair, longer, sure)
    for span, hint in suspects(analysis, reviewed, names, margins, language_model):
        words = likely if hint.gain >= margins.sure else possible
        fields = {"likelihood_zh": words[0], "likelihood_en": words[-1]}
        yield Match(span, fields, hint.better, related=(Clue(analysis.sentence_at(span.start)),))


def suspects(
    analysis: Analysis,
    reviewed: Table,
    names: re.Pattern[str],
    margins: Margins,
    model: Callable[[], LanguageModel],
) -> Iterator[tuple[Span, Hint]]:
    """Every hint that meets the margins and that nothing speaks against; the model is asked for once it is needed."""
    cut = segmenter()
    for block in analysis.document.blocks_in("paragraph"):
        for stretch in STRETCH.finditer(analysis.text, block.span.start, block.span.end):
            for hint in hints(stretch.group(), cut, model):
                span = Span(stretch.start() + hint.start, stretch.start() + hint.end)
                if margins.met(hint) and not excused(analysis, span, reviewed, names, model()):
                    yield span, hint


def excused(analysis: Analysis, span: Span, reviewed: Table, names: re.Pattern[str], model: LanguageModel) -> bool:
    """Whether what is written is meant, or left to the rules that know it."""
    text = analysis.text
    form = text[span.start : span.end]
    return (
        model.attested(form)
        or text.find(form) != text.rfind(form)
        or quoted(text, span)
        or named(text, span, names)
        or any(wrong.overlaps(span) for wrong, _ in occurrences(analysis, reviewed))
    )


def named(text: str, span: Span, names: re.Pattern[str]) -> bool:
    around = (max(span.start - AROUND, 0), span.end + AROUND)
    return any(Span(*found.span()).overlaps(span) for found in names.finditer(text, *around))
