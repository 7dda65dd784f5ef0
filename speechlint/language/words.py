"""Words: a sentence cut where a reader would cut it, by rjieba or, failing that, jieba (both MIT).

Segmenters cost a tenth of a second and more to load, so neither is imported for the few sentences a draft asks about.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cache

from speechlint.dictionary import installed_dictionary
from speechlint.language.cutting import cut as words_in
from speechlint.model import Span

Cut = Callable[[str], Iterable[str]]
dictionary = cache(installed_dictionary)
# Cutting so many characters by the dictionary's file takes half as long as loading a segmenter.
WORTH_LOADING = 5_000


@cache
def segmenter() -> Cut:
    """The cutter in use: dictionary words only, since guessed words would hide the faults we look for."""
    known = dictionary()
    return loaded_segmenter() if known is None else sparing(lambda text: words_in(text, known), loaded_segmenter)


def sparing(first: Cut, more: Callable[[], Cut]) -> Cut:
    """A cutter that does without loading anything until so much is asked of it that another is worth its loading."""
    characters = 0

    def cut(text: str) -> Iterable[str]:
        nonlocal characters
        characters += len(text)
        return first(text) if characters <= WORTH_LOADING else faster()(text)

    faster = cache(more)
    return cut


def loaded_segmenter() -> Cut:
    """rjieba, or jieba where it is not to be had."""
    try:
        return rjieba_segmenter(guessing=False)
    except ImportError:
        return jieba_segmenter()


def rjieba_segmenter(*, guessing: bool) -> Cut:
    """rjieba's cutter, which may guess at words that no dictionary has; raises ImportError."""
    import rjieba

    def cut(text: str) -> Iterable[str]:
        words: list[str] = rjieba.cut(text, guessing)
        return words

    return cut


def jieba_segmenter() -> Cut:
    """jieba's pure Python cutter, kept quiet.

    jieba unmarshals a file of a fixed name in the shared temporary folder, which anyone may have written; a private
    folder that lives as long as the process takes its place.
    """
    import logging
    import tempfile
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    with tempfile.TemporaryDirectory(prefix="speechlint-") as folder:
        tokenizer.tmp_dir = folder
        tokenizer.initialize()

    def cut(text: str) -> Iterable[str]:
        words: list[str] = tokenizer.lcut(text, HMM=False)
        return words

    return cut


class Words:
    """The words of one sentence; `start` is its offset in the draft, every offset below counts in the draft."""

    def __init__(self, text: str, start: int = 0) -> None:
        ends: list[int] = []
        at = start
        for word in segmenter()(text):
            at += len(word)
            ends.append(at)
        self._edges = [start, *ends]

    def at(self, offset: int) -> Span:
        """The word holding the character at `offset`."""
        index = min(max(bisect_right(self._edges, offset), 1), len(self._edges) - 1)
        return Span(self._edges[index - 1], self._edges[index])

    def breaks_at(self, offset: int) -> bool:
        """Whether a word ends just before `offset`."""
        return self._edges[bisect_right(self._edges, offset) - 1] == offset

    def __len__(self) -> int:
        return len(self._edges) - 1

    def count(self, span: Span) -> int:
        """How many words begin in the span."""
        return bisect_left(self._edges, span.end) - bisect_left(self._edges, span.start)

    def cuts(self, span: Span) -> bool:
        """Whether the span begins or ends in the middle of a word that is not all inside it (预|防犯|罪)."""
        return self.at(span.start).start < span.start or span.end < self.at(span.end - 1).end
