"""What speaks for a word as it is written, whatever a model thinks of it."""

from __future__ import annotations

import re
from functools import cached_property

from speechlint.checks.near import quoted
from speechlint.checks.swap import occurrences
from speechlint.language.analysis import Analysis
from speechlint.model import Span
from speechlint.spans import SpanSet
from speechlint.tables import Table

# No name that `names` finds reaches further than this.
AROUND = 12


class Excuses:
    """One draft's: said twice, alone in quotation marks, part of what `names` finds, or known to the `reviewed` table.

    What the table holds is not right, but the rule that reads it says more.
    """

    def __init__(self, analysis: Analysis, reviewed: Table, names: re.Pattern[str]) -> None:
        self.analysis = analysis
        self.reviewed = reviewed
        self.names = names

    def cover(self, span: Span) -> bool:
        """Whether what is written there is meant, or left to the rules that know it."""
        text = self.analysis.text
        form = text[span.start : span.end]
        return (
            text.find(form) != text.rfind(form)
            or quoted(text, span)
            or self._named(span)
            or self._misspelt.touches(span)
        )

    @cached_property
    def _misspelt(self) -> SpanSet:
        return SpanSet(span for span, _ in occurrences(self.analysis, self.reviewed))

    def _named(self, span: Span) -> bool:
        around = (max(span.start - AROUND, 0), span.end + AROUND)
        return any(Span(*found.span()).overlaps(span) for found in self.names.finditer(self.analysis.text, *around))
