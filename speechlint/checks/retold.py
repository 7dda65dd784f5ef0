"""Is one quantity told with two different numbers in one draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.retold import counted_sets, disagreements, investments
from speechlint.model import Document


@kind("other")
def retold(document: Document, *, subjects: re.Pattern[str]) -> Iterator[Match]:
    """Yield every count of the `subjects`, and every total investment of a named project, that contradicts the first.

    {other} is how the first place tells it. A masked number beside a plain one is a contradiction too.
    """
    for tellings in (counted_sets(document.text, subjects), investments(document.text)):
        for first, second in disagreements(tellings):
            yield Match(second.span, {"other": document.text_of(first.span)}, related=(Clue(first.span),))
