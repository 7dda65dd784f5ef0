"""What may have been meant: words one like-sounding or look-alike character away from what no dictionary holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from speechlint.spelling.model import LanguageModel

SIZES = (2, 3, 4)
# A word less common than one in a million may be somebody's misspelling.
RARE = 6.0
# Single characters more common than this stand alone all the time.
COMMON_CHARACTER = 3.0
# One number is as good as another: 第十二节 is no slip for 第十二届.
NUMERALS = frozenset("〇零二三四五六七八九十百千万亿两")
ONE = "一"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A word in place of what is written from `start` to `end`, offsets into one stretch."""

    start: int
    end: int
    word: str


def doubtful(words: Iterable[str], model: LanguageModel) -> Iterator[tuple[int, int]]:
    """Where a stretch cut into words has a rare word, or a character left over that seldom stands alone."""
    at = 0
    for word in words:
        known = model.word(word)
        least = COMMON_CHARACTER if len(word) == 1 else RARE
        if known is None or known[0] > least:
            yield at, at + len(word)
        at += len(word)


def edits(stretch: str, places: Iterable[tuple[int, int]], model: LanguageModel) -> frozenset[Edit]:
    """Every common word that one changed character makes of a doubtful place and its neighbours."""
    windows = {
        (at, at + size)
        for start, end in places
        for size in SIZES
        for at in range(max(start - size + 1, 0), min(end, len(stretch) - size + 1))
    }
    return frozenset(
        Edit(start, end, word)
        for start, end in windows
        if NUMERALS.isdisjoint(stretch[start:end]) and improbable(stretch[start:end], model)
        for word in alike(stretch[start:end], model)
        if NUMERALS.isdisjoint(word) and word.count(ONE) == stretch.count(ONE, start, end)
    )


def improbable(form: str, model: LanguageModel) -> bool:
    known = model.word(form)
    return known is None or known[0] > RARE


def alike(form: str, model: LanguageModel) -> Iterator[str]:
    """Common words that differ from the form in one character of like sound or look."""
    for sound in product(*map(model.sounds, form)):
        for word in model.words_of_sound("".join(sound)):
            if one_apart(form, word, sound, model):
                yield word
    for at, character in enumerate(form):
        for other in model.lookalikes(character):
            word = form[:at] + other + form[at + 1 :]
            if not improbable(word, model):
                yield word


def one_apart(form: str, word: str, sound: tuple[str, ...], model: LanguageModel) -> bool:
    """Whether just one character differs, and the word's own has the sound; buckets hold words of other sounds."""
    apart = [at for at, (a, b) in enumerate(zip(form, word, strict=False)) if a != b]
    return len(form) == len(word) and len(apart) == 1 and sound[apart[0]] in model.sounds(word[apart[0]])
