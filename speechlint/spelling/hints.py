"""Hints: what an editor might look at again, and how much likelier the other reading is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from speechlint.spelling.candidates import doubtful, edits
from speechlint.spelling.doubts import doubts
from speechlint.spelling.lattice import arcs, read
from speechlint.spelling.model import LanguageModel, language_model

Cut = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Hint:
    """A word meant instead of what is written, offsets into the stretch.

    `gain` says by how many powers of ten its reading is likelier, `doubt` how many of them count for nothing.
    """

    start: int
    end: int
    better: str
    gain: float
    doubt: float


def hints(stretch: str, cut: Cut, opened: Callable[[], LanguageModel] = language_model) -> Iterator[Hint]:
    """Every edit of the likeliest reading of one stretch of Chinese characters.

    A stretch that is one word of the dictionary has no candidate; the model is opened for the first that is more.
    """
    words = list(cut(stretch))
    if len(words) < 2:
        return
    model = opened()
    candidates = edits(stretch, doubtful(words, model), model)
    if not candidates:
        return
    found = arcs(stretch, candidates, model)
    reading = read(stretch, found, model)
    strangeness = reading.cost / (len(stretch) + 1)
    for edit in reading.edits:
        others = candidates.difference(reading.edits) | {edit}
        gain = read(stretch, found, model, others).cost - reading.cost
        yield Hint(edit.start, edit.end, edit.word, gain, doubts(stretch, words, edit, strangeness, model))
