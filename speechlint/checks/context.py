"""Is a word improbable where it stands, and one that sounds or looks like it far likelier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from speechlint.checks.corrections import corrections
from speechlint.checks.excuses import Excuses
from speechlint.checks.kinds import Clue, Match, kind
from speechlint.checks.suspects import Margins, suspects
from speechlint.language.analysis import Analysis
from speechlint.model import Span
from speechlint.spelling.corrector import corrector as opened
from speechlint.spelling.model import language_model
from speechlint.tables import Columns, Table


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
    corrector: str | None = None,
    certainty: float = 0.9,
    certain: float = 0.99,
) -> Iterator[Match]:
    """Yield every word that one character of like sound or look would make far likelier, with its sentence.

    `pair`, `longer` and `sure` are margins in powers of ten, less what speaks against the word: for two characters,
    for more, and from where on the words of `likely` (Chinese, English) are said instead of those of `possible`. Silent
    on what stands in a `reviewed` table, fills quotation marks, is said twice, is written in official text, or is part
    of what `names` finds. With a `corrector`, the path of an ONNX model, also every word that it would write otherwise
    with at least that `certainty`; from `certain` on it is likely.
    """
    excuses = Excuses(analysis, reviewed, names)

    def match(span: Span, better: str, *, sure: bool) -> Match:
        words = likely if sure else possible
        fields = {"likelihood_zh": words[0], "likelihood_en": words[-1]}
        return Match(span, fields, better, related=(Clue(analysis.sentence_at(span.start)),))

    for suspect in suspects(analysis, excuses, Margins(pair, longer), language_model):
        yield match(suspect.span, suspect.better, sure=suspect.worth >= sure)
    for word in corrections(analysis, excuses, opened(corrector), certainty) if corrector else ():
        yield match(word.span, word.better, sure=word.certainty >= certain)
