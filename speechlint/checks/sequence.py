"""Do the ordinals of one list skip, repeat, run backwards, change style, or hide inside a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.disorder import Disorder, Fault
from speechlint.language.ordinals import Ordinal
from speechlint.model import Document, Span


@kind("expected", "before", "other")
def sequence(analysis: Analysis, *, fault: Fault) -> Iterator[Match]:
    """Yield every ordinal at fault; the ordinals it is seen against are related."""
    document = analysis.document
    for series in analysis.lists:
        for disorder in analysis.faults.of(series):
            if disorder.fault == fault:
                yield match_of(document, disorder)


def match_of(document: Document, disorder: Disorder) -> Match:
    others = [named(document, other) for other in disorder.others]
    fields = {"expected": str(disorder.expected), "before": others[-1] if others else "", "other": "、".join(others)}
    return Match(
        label_of(disorder.at),
        {"found": named(document, disorder.at), **fields},
        related=tuple(Clue(label_of(other)) for other in disorder.others),
    )


def label_of(ordinal: Ordinal) -> Span:
    return ordinal.span


def named(document: Document, ordinal: Ordinal) -> str:
    """As the draft writes it, without the mark that belongs to the sentence: 第二 of “第二，”, but “二、” whole."""
    return document.text_of(ordinal.span).strip("，,：: 　")
