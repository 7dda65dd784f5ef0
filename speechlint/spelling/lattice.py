"""The likeliest way to read a stretch of characters as words: Viterbi over pairs of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from speechlint.spelling.candidates import Edit
from speechlint.spelling.model import BREAK, LanguageModel

LONGEST = 7
# What an edit must gain before the reading that has it is taken.
PENALTY = 2.0
Arcs = Mapping[int, list[tuple[int, str, Edit | None]]]
# The cost of a reading so far, and how it came here: its last word's start, the word before, and the edit made.
Step = tuple[float, int, str, Edit | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading's edits, and what it costs without their penalties."""

    cost: float
    edits: tuple[Edit, ...]


def arcs(stretch: str, edits: Iterable[Edit], model: LanguageModel) -> Arcs:
    """Words as written and words meant, by where they begin."""
    found: dict[int, list[tuple[int, str, Edit | None]]] = {}
    for start in range(len(stretch)):
        here: list[tuple[int, str, Edit | None]] = [(start + 1, stretch[start], None)]
        for end in range(start + 2, min(start + LONGEST, len(stretch)) + 1):
            word = stretch[start:end]
            if model.word(word):
                here.append((end, word, None))
        found[start] = here
    # Sets have no order of their own, and of two readings that cost the same the first is taken.
    for edit in sorted(edits):
        found[edit.start].append((edit.end, edit.word, edit))
    return found


def read(stretch: str, found: Arcs, model: LanguageModel, without: frozenset[Edit] = frozenset()) -> Reading:
    """The cheapest reading that does without some of the edits."""
    # At each place, by the last word: a word edited and the same word written are one.
    best: list[dict[str, Step]] = [{} for _ in range(len(stretch) + 1)]
    best[0][BREAK] = (0.0, -1, "", None)
    cost = model.cost
    for start in range(len(stretch)):
        before = [(word, step[0]) for word, step in best[start].items()]
        if not before:
            continue
        for end, word, edit in found[start]:
            if edit is not None and edit in without:
                continue
            spent, last = min((so_far + cost(previous, word), previous) for previous, so_far in before)
            if edit is not None:
                spent += PENALTY
            if word not in best[end] or spent < best[end][word][0]:
                best[end][word] = (spent, start, last, edit)
    spent, last = min((step[0] + cost(word, BREAK), word) for word, step in best[-1].items())
    made = traced(best, last)
    return Reading(spent - PENALTY * len(made), made)


def traced(best: list[dict[str, Step]], last: str) -> tuple[Edit, ...]:
    made: list[Edit] = []
    at, word = len(best) - 1, last
    while at > 0:
        _, start, before, edit = best[at][word]
        if edit is not None:
            made.append(edit)
        at, word = start, before
    return tuple(reversed(made))
