"""Is a sentence or a paragraph too long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Span


@kind("length", "limit")
def length(analysis: Analysis, *, of: Literal["sentence", "paragraph"], limit: int) -> Iterator[Match]:
    """Yield every sentence or paragraph of more than `limit` characters; items strung by 、 count once."""
    for span in analysis.sentences if of == "sentence" else (block.span for block in analysis.document.blocks):
        if span.end - span.start <= limit:
            continue
        text = analysis.document.text_of(span)
        if weight(text) > limit:
            start = span.start + len(text) - len(text.lstrip())
            # The opening words are mark enough: a whole underlined page helps nobody.
            yield Match(Span(start, min(start + 12, span.end)), {"length": str(weight(text)), "limit": str(limit)})


def weight(text: str) -> int:
    """Characters, with every item of an enumeration after its first counted as one."""
    return sum(len(clause.split("、")[0]) + clause.count("、") + 1 for clause in text.replace("；", "，").split("，"))
