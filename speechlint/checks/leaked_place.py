"""Does a masked draft name its own place: its county, its townships, its villages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from speechlint.checks.divisions import Form, Gazetteer, Mention, gazetteer
from speechlint.checks.kinds import Match, kind
from speechlint.checks.leak import masked, once_each
from speechlint.language.analysis import Analysis
from speechlint.language.names import Token
from speechlint.model import Span
from speechlint.scan import occurrences
from speechlint.tables import Table

ENOUGH = 1.0
FEWEST = 2
COUNTY = 6


@kind()
def leaked_place(
    analysis: Analysis,
    *,
    marks: re.Pattern[str],
    kin: re.Pattern[str],
    divisions: Table,
    suffixes: re.Pattern[str],
    common: tuple[str, ...] = (),
) -> Iterator[Match]:
    """Yield every distinct place of the draft's home prefecture, in a draft that masks places elsewhere.

    The home is the prefecture whose places the draft names most, at least two of them: a single 武汉 or 昆山 is
    somewhere else. A township's stem counts only before one of `suffixes` (界集 in 界集社区). `common` names are words
    or are in every draft.
    """
    if not masked(analysis, marks, kin):
        return
    known = gazetteer(divisions, common)
    likely = [*known.told_in(analysis.scan)]
    # Asked before a clause is cut, for to cut one takes longer.
    if not may_have_home(likely):
        return
    starts = [mention.span.start for mention in likely]
    told = [mention for tokens in analysis.clauses_at(starts) for mention in certain_in(tokens, known)]
    home = home_of(told)
    if home is not None:
        spans = [mention.span for mention in told if mention.within(home)]
        yield from once_each(analysis.document, sorted([*spans, *stems_in(analysis, known, suffixes, home)]))


def certain_in(tokens: tuple[Token, ...], known: Gazetteer) -> Iterator[Mention]:
    """Yield the names that can only be a place's."""
    words = {token.span: token for token in tokens}
    yield from (mention for mention in known.mentions(tokens) if certain(mention, words.get(mention.span)))


def stems_in(analysis: Analysis, known: Gazetteer, suffixes: re.Pattern[str], home: str) -> Iterator[Span]:
    """Yield the stems of the home's townships, with the suffix that follows."""
    text = analysis.text
    places = ((at, stem) for stem in known.stems_within(home) for at in occurrences(stem, text))
    likely = [at for at, stem in places if suffixes.match(text, at + len(stem))]
    for tokens in analysis.clauses_at(likely):
        for mention in known.mentions(tokens):
            suffix = suffixes.match(text, mention.span.end)
            if mention.form is Form.STEM and suffix and mention.within(home):
                yield Span(mention.span.start, suffix.end())


def certain(mention: Mention, word: Token | None) -> bool:
    """Whether the words can only be the place: a full name, a province or prefecture, or a county tagged as a place.

    Counties’ short names are often words: 富裕, 延长, 资源.
    """
    if mention.form is Form.SHORT and all(len(code) == COUNTY for code in mention.codes):
        return word is not None and word.tag == "ns"
    return mention.form is not Form.STEM


def home_of(mentions: Iterable[Mention]) -> str | None:
    """The four-digit code of the prefecture best vouched for by two or more names."""
    names = {mention.name: mention for mention in mentions}
    votes = votes_of(names.values())
    home = max(votes, key=lambda code: votes[code], default=None)
    return home if home is not None and is_vouched_for(home, votes, names.values()) else None


def may_have_home(mentions: Iterable[Mention]) -> bool:
    """Whether a prefecture would be vouched for if every one of the names was meant; fewer names have fewer votes."""
    names = {mention.name: mention for mention in mentions}
    votes = votes_of(names.values())
    return any(is_vouched_for(code, votes, names.values()) for code in votes)


def is_vouched_for(code: str, votes: Mapping[str, float], names: Collection[Mention]) -> bool:
    return votes[code] >= ENOUGH and sum(mention.within(code) for mention in names) >= FEWEST


def votes_of(names: Collection[Mention]) -> dict[str, float]:
    """How much speaks for each prefecture, by its code."""
    votes: dict[str, float] = defaultdict(float)
    for mention in names:
        for code in sorted({code[:4] for code in mention.codes if len(code) > 2}):
            votes[code] += (1.0 if mention.form is Form.FULL else 0.5) / len(mention.codes)
    for mention in names:
        for code in mention.codes:
            for prefecture in votes if len(code) == 2 else ():
                votes[prefecture] += 0.5 * prefecture.startswith(code)
    return votes
