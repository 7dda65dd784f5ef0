"""What speaks against a hint: signs that the model, and not the writer, lacks the word. All in powers of ten.

The weights were set on text that is measured nowhere else, see docs/language-model.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from speechlint.spelling.candidates import Edit
from speechlint.spelling.model import LanguageModel

# Words more common than this are written, and miswritten, every day; counts of rarer ones are thin.
EVERYDAY = 3.0
# Some dictionary holds what is written: it is rare, but no slip by itself.
LISTED = 2.0
# The edit takes part of a word that stands there whole: 边[实践] read as 夯实|践.
TORN = 3.0
# Words this common stand between any two others: 干|是|失职 is grammar, not a slip for 干事.
GRAMMAR, GRAMMATICAL = 2.2, 2.0


def doubts(stretch: str, words: Sequence[str], edit: Edit, strangeness: float, model: LanguageModel) -> float:
    """How much a hint must gain to be as good as one that nothing speaks against.

    `words` are those of a dictionary that the stretch is cut into; `strangeness` is what a character of the corrected
    reading costs on average: where even that makes no sense to the model, its hints are worth little.
    """
    form = stretch[edit.start : edit.end]
    meant = model.word(edit.word)
    return (
        strangeness
        + max(0.0, (meant[0] if meant else 0.0) - EVERYDAY)
        + LISTED * (model.word(form) is not None)
        + TORN * torn(words, edit)
        + GRAMMATICAL * grammatical(form, edit.word, model)
    )


def torn(words: Sequence[str], edit: Edit) -> bool:
    """Whether a word of two characters or more reaches over one end of the edit."""
    ends = list(accumulate(map(len, words)))
    places = [(end - len(word), end) for word, end in zip(words, ends, strict=True) if len(word) > 1]
    return any(
        start < edit.end and end > edit.start and not (edit.start <= start and end <= edit.end) for start, end in places
    )


def grammatical(form: str, meant: str, model: LanguageModel) -> bool:
    """Whether a character that is to go is one of the commonest words."""
    replaced = (model.word(old) for old, new in zip(form, meant, strict=True) if old != new)
    return any(word is not None and word[0] < GRAMMAR for word in replaced)
