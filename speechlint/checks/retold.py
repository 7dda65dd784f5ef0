"""Is one quantity told with two different numbers in one draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.retold import counted_sets, disagreements, investments, tasks
from speechlint.model import Document


@kind("other")
def retold(document: Document, *, subjects: re.Pattern[str]) -> Iterator[Match]:
    """Yield every count, total investment of a named project or size of a named task that contradicts the first.

    `subjects` are the sets that are counted.

    {other} is how the first place tells it. A masked number beside a plain one is a contradiction too.
    """
    text = document.text
    for tellings, exact in ((counted_sets(text, subjects), False), (investments(text), False), (tasks(text), True)):
        for first, second in disagreements(tellings, exact=exact):
            yield Match(second.span, {"other": document.text_of(first.span)}, related=(Clue(first.span),))
