"""Does a masked draft name a firm, a park or an office that a reader could look up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from speechlint.checks.kinds import Match, kind
from speechlint.checks.leak import masked, once_each
from speechlint.language.analysis import Analysis
from speechlint.language.names import Token, is_chinese
from speechlint.model import Span
from speechlint.vocabulary import Literals

SHORTEST = 2
PREPOSITIONS = "对把由将向在到与和及给为从以"
"""The segmenter glues one to a name it does not know: 对界集 | 社区."""
DISTINCTIONS = "新老大小东西南北"
"""The segmenter cuts one off a name whose rest it knows: 新 | 河湾 | 公园."""
NO_NAME = frozenset("是的和与及等了")
"""The segmenter takes what it does not know for a name: 二是农业."""


@kind()
def leaked_name(
    analysis: Analysis,
    *,
    marks: re.Pattern[str],
    kin: re.Pattern[str],
    suffixes: tuple[str, ...],
    trades: tuple[str, ...] = (),
    common: tuple[str, ...] = (),
) -> Iterator[Match]:
    """Yield every distinct name that ends in one of `suffixes`, in a draft that masks names elsewhere.

    What stands before the suffix, or before a word of `trades` and the suffix (锦昌服装科技), must be a proper name and
    none of `common`.
    """
    if not masked(analysis, marks, kin):
        return
    places = [at for at, suffix in analysis.scan.places(literals_of(suffixes)) if may_end_name(analysis, at, suffix)]
    found = (name for tokens in analysis.clauses_at(places) for name in names_in(tokens, suffixes, trades, common))
    yield from once_each(analysis.document, found)


def may_end_name(analysis: Analysis, at: int, suffix: str) -> bool:
    """Whether two Chinese characters stand before a suffix that is no part of a word (农|村 of 农村)."""
    before, end = analysis.text[max(0, at - SHORTEST) : at], at + len(suffix)
    if len(before) < SHORTEST or not is_chinese(before):
        return False
    word = analysis.words_at(at).at(end - 1)
    return len(word) == 1 or word == Span(at, end)


@cache
def literals_of(suffixes: tuple[str, ...]) -> Literals:
    return Literals(suffixes)


def names_in(
    tokens: tuple[Token, ...], suffixes: tuple[str, ...], trades: tuple[str, ...], common: tuple[str, ...]
) -> Iterator[Span]:
    for at, token in enumerate(tokens):
        if token.text.endswith(suffixes):
            name = name_ending_at(tokens, at, suffixes, trades, common)
            if name is not None:
                yield name


def name_ending_at(
    tokens: tuple[Token, ...], at: int, suffixes: tuple[str, ...], trades: tuple[str, ...], common: tuple[str, ...]
) -> Span | None:
    suffix = tokens[at]
    if is_whole_name(suffix, suffixes, common):
        return Span(beginning(tokens, at), suffix.span.end)
    if suffix.text not in suffixes:
        return None
    before = at - 1
    if before > 0 and tokens[before].text in trades:
        before -= 1
    name = tokens[before]
    joined = before >= 0 and suffix.span.start - name.span.end == (0 if before == at - 1 else 2)
    if not joined or not name.proper or name.text in common or not may_be_name(name.text):
        return None
    glued = len(name.text) > SHORTEST and name.text[0] in PREPOSITIONS
    start = name.span.start + 1 if glued else beginning(tokens, before)
    return Span(start, last_of(tokens, at, suffixes).span.end)


def beginning(tokens: tuple[Token, ...], at: int) -> int:
    """Where a name begins, with the one character in front that tells it from its namesake: 新河湾, 东柳河."""
    before, name = tokens[max(at - 1, 0)], tokens[at]
    told_apart = len(before.text) == 1 and before.text in DISTINCTIONS and before.span.end == name.span.start
    return before.span.start if told_apart else name.span.start


def last_of(tokens: tuple[Token, ...], at: int, suffixes: tuple[str, ...]) -> Token:
    """The last of the suffixes that follow one another: 恒润 | 纺织 | 科技."""
    while at + 1 < len(tokens) and tokens[at + 1].text in suffixes:
        at += 1
    return tokens[at]


def is_whole_name(token: Token, suffixes: tuple[str, ...], common: tuple[str, ...]) -> bool:
    """Whether a word that no dictionary knows was pieced together with its suffix: 界溪镇."""
    stem = next((token.text.removesuffix(suffix) for suffix in suffixes if token.text.endswith(suffix)), "")
    return token.proper and not token.known and len(stem) >= SHORTEST and stem not in common and may_be_name(stem)


def may_be_name(text: str) -> bool:
    return NO_NAME.isdisjoint(text)
