"""Which hints of the advisory ear are worth a word."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from speechlint.checks.excuses import Excuses
from speechlint.language.analysis import Analysis
from speechlint.language.words import segmenter
from speechlint.model import Span
from speechlint.spelling.hints import Hint, hints
from speechlint.spelling.model import LanguageModel

STRETCH = re.compile("[一-鿿]{2,}")
PAIR = 2
# Between members of an enumeration; or nothing stands there: 有进有退.
SEPARATORS = ("", "、", "，")
# A word formed like its neighbour is formed at will: 养马、养驴 has nothing to do with 养护.
PARALLEL = 2.0
# Gains this small come by chance; how many there are tells how strange the whole draft is to the model.
FAINT = 3.0
# A usual draft has one faint suspect in so many characters; a few in any draft are no sign of anything.
CHARACTERS_PER_FAINT, ALLOWED = 4_000, 3
# What counts against each suspect of a draft that has ten times as many faint ones.
TENFOLD = 3.0


@dataclass(frozen=True, slots=True)
class Suspect:
    """What is written at a span, what was likely meant, and the powers of ten left when all doubts are counted."""

    span: Span
    better: str
    worth: float


@dataclass(frozen=True, slots=True)
class Margins:
    """How many powers of ten a suspect must be worth: one of two characters, and a longer one."""

    pair: float
    longer: float

    def met(self, suspect: Suspect, strangeness: float = 0.0) -> bool:
        return suspect.worth - strangeness >= (self.pair if len(suspect.span) == PAIR else self.longer)


def suspects(
    analysis: Analysis, excuses: Excuses, margins: Margins, model: Callable[[], LanguageModel]
) -> Iterator[Suspect]:
    """Every suspect that nothing excuses and that meets the margins; the model is asked for once it is needed."""
    heard = [suspect for suspect in improbable(analysis, model) if not excuses.cover(suspect.span)]
    faint = sum(not margins.met(suspect) for suspect in heard)
    strangeness = strangeness_of(faint, len(analysis.text))
    yield from (suspect for suspect in heard if margins.met(suspect, strangeness))


def improbable(analysis: Analysis, model: Callable[[], LanguageModel]) -> Iterator[Suspect]:
    """Whatever the model would write otherwise, unless official text writes it again and again."""
    text, cut = analysis.text, segmenter()
    for block in analysis.document.blocks_in("paragraph"):
        for stretch in STRETCH.finditer(text, block.span.start, block.span.end):
            for hint in hints(stretch.group(), cut, model):
                span = Span(stretch.start() + hint.start, stretch.start() + hint.end)
                if hint.gain >= FAINT and not model().attested(text[span.start : span.end]):
                    yield Suspect(span, hint.better, worth(text, span, hint))


def worth(text: str, span: Span, hint: Hint) -> float:
    return hint.gain - hint.doubt - PARALLEL * paralleled(text, span, hint.better)


def paralleled(text: str, span: Span, better: str) -> bool:
    """Whether a neighbour of the same length has, in the same place, a character that the hint lets stand."""
    form, size = text[span.start : span.end], len(span)
    return any(
        len(other) == size and other.isalpha() and any(a == b == c for a, b, c in zip(form, better, other, strict=True))
        for other in neighbours(text, span)
    )


def neighbours(text: str, span: Span) -> Iterator[str]:
    """What stands right before and after a span, or beyond a separator, as long as the span itself."""
    size = len(span)
    for separator in SEPARATORS:
        left, right = span.start - len(separator), span.end + len(separator)
        if text.startswith(separator, left):
            yield text[max(left - size, 0) : left]
        if text.startswith(separator, span.end):
            yield text[right : right + size]


def strangeness_of(faint: int, characters: int) -> float:
    """What counts against every suspect of a draft so long with so many faint ones.

    The wording of another age, trade or tongue has many, and there the model knows least.
    """
    return max(0.0, TENFOLD * math.log10((faint + ALLOWED) / (characters / CHARACTERS_PER_FAINT + ALLOWED)))
