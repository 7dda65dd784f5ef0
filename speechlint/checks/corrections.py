"""Which corrections of a user's model are worth a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from speechlint.checks.excuses import Excuses
from speechlint.language.analysis import Analysis
from speechlint.language.words import Words
from speechlint.model import Span
from speechlint.spelling.candidates import NUMERALS, ONE
from speechlint.spelling.corrector import Correction, Corrector
from speechlint.spelling.model import language_model

# A number may be any other.
ANY_NUMBER = NUMERALS | {ONE}


@dataclass(frozen=True, slots=True)
class Corrected:
    """What is written at a span, the word the model would write, and how certain it is, from 0 to 1."""

    span: Span
    better: str
    certainty: float


def corrections(analysis: Analysis, excuses: Excuses, corrector: Corrector, least: float) -> Iterator[Corrected]:
    """Every word that the model would write otherwise and is so certain of, unless something excuses it.

    A word of one character is grammar (的地得, 在再), which no model judges well enough.
    """
    texts = [analysis.document.text_of(sentence) for sentence in analysis.sentences]
    found = corrector.corrections(texts, least)
    for sentence, text, of_sentence in zip(analysis.sentences, texts, found, strict=True):
        likely = [item for item in of_sentence if ANY_NUMBER.isdisjoint((text[item.at], item.better))]
        for word in whole_words(sentence.start, text, likely):
            if len(word.span) > 1 and not excused(analysis, excuses, word.span):
                yield word


def whole_words(start: int, text: str, likely: Sequence[Correction]) -> Iterator[Corrected]:
    """The words of the corrected sentence that hold a correction; several in one word are one."""
    if not likely:
        return
    right = corrected(text, likely)
    words = Words(right)
    spans = dict.fromkeys(words.at(item.at) for item in likely)
    for span in spans:
        certainty = min(item.certainty for item in likely if item.at in span)
        yield Corrected(Span(start + span.start, start + span.end), right[span.start : span.end], certainty)


def corrected(text: str, likely: Iterable[Correction]) -> str:
    characters = [*text]
    for item in likely:
        characters[item.at] = item.better
    return "".join(characters)


def excused(analysis: Analysis, excuses: Excuses, span: Span) -> bool:
    """Whether official text writes it again and again, or the draft itself speaks for it."""
    return language_model().attested(analysis.document.text_of(span)) or excuses.cover(span)
