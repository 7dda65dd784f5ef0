"""Is an official document's number, date or list of annexes written in the form laid down for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis


@kind()
def element(analysis: Analysis, *, of: Literal["number", "annex", "date"], form: re.Pattern[str]) -> Iterator[Match]:
    """Yield every line that is the element `of` an official document and not, from end to end, in its `form`.

    Source: GB/T 9704—2012 7.2.5, 7.3.4, 7.3.5.4.
    """
    for found in analysis.elements:
        if found.kind == of and not form.fullmatch(analysis.document.text_of(found.span)):
            yield Match(found.span)
