"""Words with the marks of a name: unknown to the dictionary, or tagged as a person, place or brand.

A segmenter takes a fifth of a second to load, so it is asked only about the words that no dictionary can tell of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import NamedTuple

from speechlint.emissions import installed_emissions
from speechlint.language.cutting import cut_guessing
from speechlint.language.words import dictionary, rjieba_segmenter, sparing
from speechlint.model import Span

NAME_TAGS = frozenset({"nr", "ns", "nt", "nz"})
NUMBER, LATIN, OTHER = "m", "eng", "x"
CHINESE, LETTER, DIGIT = re.compile("[一-鿿]"), re.compile("[a-zA-Z]"), re.compile("[0-9]")
# A word, and its tag if it stands in the dictionary.
Tagged = tuple[str, str | None]


class Token(NamedTuple):
    """One word and its tag in the dictionary; a word without was pieced together."""

    span: Span
    text: str
    known_tag: str | None

    @property
    def known(self) -> bool:
        return self.known_tag is not None

    @property
    def tag(self) -> str:
        """The tag of the dictionary, or else the likeliest."""
        return self.known_tag if self.known_tag is not None else guessed_tag(self.text)

    @property
    def proper(self) -> bool:
        """Whether the word may be a name: two or more Chinese characters, pieced together or tagged as one."""
        return len(self.text) > 1 and is_chinese(self.text) and (self.known_tag is None or self.known_tag in NAME_TAGS)


def is_chinese(text: str) -> bool:
    return all("一" <= character <= "鿿" for character in text)


def tokens_of(text: str, offset: int) -> tuple[Token, ...]:
    """Every word of one paragraph in order; `offset` is where the paragraph begins in the draft."""
    found: list[Token] = []
    at = offset
    for word, tag in tagger()(text):
        found.append(Token(Span(at, at + len(word)), word, tag))
        at += len(word)
    return tuple(found)


@cache
def tagger() -> Callable[[str], Iterable[Tagged]]:
    """What cuts a text into words, guessing those that no dictionary has."""
    words, emissions = dictionary(), installed_emissions()
    if words is None or emissions is None:
        return loaded_tagger
    cut = sparing(lambda text: cut_guessing(text, words, emissions), partial(rjieba_segmenter, guessing=True))
    return lambda text: ((word, words.tag(word)) for word in cut(text))


def loaded_tagger(text: str) -> Iterator[Tagged]:
    import rjieba

    return ((word, tag if rjieba.has_word(word) else None) for word, tag in rjieba.tag(text))


@cache
def guessed_tag(word: str) -> str:
    """The likeliest tag of a word that no dictionary has."""
    if not CHINESE.search(word):
        return LATIN if LETTER.search(word) else NUMBER if DIGIT.search(word) else OTHER
    import rjieba

    return str(rjieba.tag(word)[-1][1])
