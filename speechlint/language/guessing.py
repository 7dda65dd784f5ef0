"""Words that no dictionary has, guessed from their characters: jieba's hidden Markov model (MIT), word for word.

A character begins a word, ends it, stands in its middle or is one alone; how likely, jieba counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.emissions import NEVER, Emissions

CHINESE = re.compile("([\u4e00-\u9fd5]+)")
LATIN = re.compile(r"([a-zA-Z0-9]+(?:[._-][a-zA-Z0-9]+)*%?)")
# Begins, ends, middle, single: in the order that decides between ways as likely.
BEGINS, ENDS, MIDDLE, SINGLE = STATES = range(4)
FIRST = (-0.26268660809250016, NEVER, NEVER, -1.4652633398537678)
# For each state those that may stand before it, and how likely they lead to it.
BEFORE = (
    ((ENDS, -0.5897149736854513), (SINGLE, -0.7211965654669841)),
    ((BEGINS, -0.51082562376599), (MIDDLE, -0.33344856811948514)),
    ((MIDDLE, -1.2603623820268226), (BEGINS, -0.916290731874155)),
    ((SINGLE, -0.6658631448798212), (ENDS, -0.8085250474669937)),
)


def guessed(text: str, emissions: Emissions) -> Iterator[str]:
    """The words that characters make up which are none by themselves nor together."""
    for number, piece in enumerate(CHINESE.split(text)):
        if number % 2:
            yield from words_of(piece, emissions) if len(piece) > 1 else piece
        else:
            yield from filter(None, LATIN.split(piece))


def words_of(text: str, emissions: Emissions) -> Iterator[str]:
    start = 0
    for at, state in enumerate(likeliest_states(text, emissions), 1):
        if state in (ENDS, SINGLE):
            yield text[start:at]
            start = at


def likeliest_states(text: str, emissions: Emissions) -> list[int]:
    """The state of each character on the likeliest of all ways through the text (Viterbi)."""
    seen = emissions.of(text[0])
    best = [FIRST[state] + seen[state] for state in STATES]
    ways = [[state] for state in STATES]
    for character in text[1:]:
        seen = emissions.of(character)
        steps = [max((best[b] + leads + seen[state], b) for b, leads in BEFORE[state]) for state in STATES]
        best, ways = [likely for likely, _ in steps], [[*ways[b], state] for state, (_, b) in enumerate(steps)]
    return ways[max((best[state], state) for state in (ENDS, SINGLE))[1]]
