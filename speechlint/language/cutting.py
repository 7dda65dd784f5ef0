"""Text cut into words of the dictionary so that their frequencies are together highest: jieba's way, word for word."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import groupby

from speechlint.dictionary import TOTAL, Dictionary
from speechlint.emissions import Emissions
from speechlint.language.guessing import guessed

# What is looked up; anything else is cut into characters.
LOOKED_UP = re.compile(
    "([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002a6df\U0002a700-\U0002b73f\U0002b740-\U0002b81f"
    "\U0002b820-\U0002ceaf\U0002ceb0-\U0002ebef\U0002f800-\U0002fa1fa-zA-Z0-9+#&._%-]+)"
)
LINE_ENDS = re.compile(r"(\r\n|\s)")
LOG_TOTAL = math.log(TOTAL)


def cut(text: str, dictionary: Dictionary) -> Iterator[str]:
    """The words in order, which make up the text; letters and digits that are no word stay together."""
    for number, piece in enumerate(LOOKED_UP.split(text)):
        yield from joined(likeliest(piece, dictionary)) if number % 2 else characters(piece)


def cut_guessing(text: str, dictionary: Dictionary, emissions: Emissions) -> Iterator[str]:
    """The same, with words guessed from characters that follow one another and are none together."""
    for number, piece in enumerate(LOOKED_UP.split(text)):
        if not number % 2:
            yield from characters(piece)
            continue
        for alone, words in groupby(likeliest(piece, dictionary), lambda word: len(word) == 1):
            several = [*words]
            run = "".join(several)
            unknown = alone and len(run) > 1 and dictionary.tag(run) is None
            yield from guessed(run, emissions) if unknown else several


def characters(text: str) -> Iterator[str]:
    for number, piece in enumerate(LINE_ENDS.split(text)):
        yield from (piece,) if number % 2 else piece


def likeliest(text: str, dictionary: Dictionary) -> Iterator[str]:
    """Of all ways to cut the text, the likeliest; of two as likely, the longer word first."""
    best = [(0.0, 0)] * (len(text) + 1)
    for start in reversed(range(len(text))):
        words = words_at(text, start, dictionary) or [(start + 1, 1)]
        best[start] = max((math.log(frequency) - LOG_TOTAL + best[end][0], end) for end, frequency in words)
    start = 0
    while start < len(text):
        end = best[start][1]
        yield text[start:end]
        start = end


def words_at(text: str, start: int, dictionary: Dictionary) -> list[tuple[int, int]]:
    """Where the words end that begin here, and their frequencies."""
    alone = dictionary.frequency(text[start])
    found = [] if alone is None else [(start + 1, alone)]
    pair = text[start : start + 2]
    if len(pair) == 2:
        found += [(start + len(w), frequency) for w, frequency in dictionary.longer(pair) if text.startswith(w, start)]
    return found


def joined(words: Iterator[str]) -> Iterator[str]:
    """The words, with single letters and digits that follow one another made one."""
    run = ""
    for word in words:
        if len(word) == 1 and word.isascii() and word.isalnum():
            run += word
            continue
        if run:
            yield run
            run = ""
        yield word
    if run:
        yield run
