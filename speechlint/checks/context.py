"""Is a word improbable where it stands, and one that sounds or looks like it far likelier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from speechlint.checks.excuses import Excuses
from speechlint.checks.kinds import Clue, Match, kind
from speechlint.checks.suspects import Margins, suspects
from speechlint.language.analysis import Analysis
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
) -> Iterator[Match]:
    """Yield every word that one character of like sound or look would make far likelier, with its sentence.

    `pair`, `longer` and `sure` are margins in powers of ten, less what speaks against the word: for two characters,
    for more, and from where on the words of `likely` (Chinese, English) are said instead of those of `possible`. Silent
    on what stands in a `reviewed` table, fills quotation marks, is said twice, is written in official text, or is part
    of what `names` finds.
    """
    margins = Margins(pair, longer, sure)
    for suspect in suspects(analysis, Excuses(analysis, reviewed, names), margins, language_model):
        words = likely if suspect.worth >= margins.sure else possible
        fields = {"likelihood_zh": words[0], "likelihood_en": words[-1]}
        yield Match(suspect.span, fields, suspect.better, related=(Clue(analysis.sentence_at(suspect.span.start)),))
