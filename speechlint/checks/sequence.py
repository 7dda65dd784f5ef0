"""Do the ordinals of one list skip, repeat, run backwards, change style, or hide inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.disorder import Disorder, Fault, stuck
from speechlint.language.ordinals import Ordinal
from speechlint.model import Document, Span

IN_CHINESE = "零一二三四五六七八九十"


@kind("expected", "before", "other")
def sequence(analysis: Analysis, *, fault: Fault) -> Iterator[Match]:
    """Yield every ordinal at fault; the ordinals it is seen against are related."""
    document = analysis.document
    of_lists = (disorder for series in analysis.lists for disorder in analysis.faults.of(series))
    for disorder in chain(of_lists, stuck(analysis.lists) if fault == "repeated" else ()):
        if disorder.fault == fault and not (fault == "skipped" and glued_on(document, disorder)):
            yield match_of(document, disorder)


def glued_on(document: Document, disorder: Disorder) -> bool:
    """Whether what is missing does stand between, behind a blank that was a line's end: 二、…委员 三、…。 四、…."""
    at, before = disorder.at, disorder.others[-1] if disorder.others else None
    label = named(document, at)
    if before is None or numeral(at.value, label) is None:
        return False
    missing = (label.replace(numeral(at.value, label) or "", word) for word in numerals_of(disorder, label))
    between = document.text[before.span.end : at.span.start]
    return all(re.search(rf"[^\s　。，、；：][ 　]+{re.escape(one)}", between) for one in missing)


def numerals_of(disorder: Disorder, label: str) -> Iterator[str]:
    digits = numeral(disorder.at.value, label) == str(disorder.at.value)
    for value in range(disorder.expected, disorder.at.value):
        yield str(value) if digits else IN_CHINESE[value]


def numeral(value: int, label: str) -> str | None:
    """How a label writes its number, up to ten."""
    ways = (str(value), IN_CHINESE[value]) if value < len(IN_CHINESE) else ()
    return next((way for way in ways if way in label), None)


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
