"""Does a masked draft name its own place: its county, its townships, its villages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from speechlint.checks.divisions import Form, Gazetteer, Mention, gazetteer
from speechlint.checks.kinds import Match, kind
from speechlint.checks.leak import masked, once_each
from speechlint.language.analysis import Analysis
from speechlint.model import Block, Span
from speechlint.tables import Table

ENOUGH = 1.0
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
    told = [m for block in analysis.scan.blocks_with(known.telling) for m in told_in(analysis, block, known)]
    home = home_of(told)
    if home is not None:
        spans = [mention.span for mention in told if mention.within(home)]
        spans += [
            span
            for block in analysis.scan.blocks(suffixes)
            for span in stems_in(analysis, block, known, suffixes, home)
        ]
        yield from once_each(analysis.document, sorted(spans))


def told_in(analysis: Analysis, block: Block, known: Gazetteer) -> Iterator[Mention]:
    """Yield the names that can only be a place's."""
    tokens = analysis.tokens_in(block)
    tagged = frozenset(token.span for token in tokens if token.tag == "ns")
    yield from (mention for mention in known.mentions(tokens) if certain(mention, tagged))


def stems_in(
    analysis: Analysis, block: Block, known: Gazetteer, suffixes: re.Pattern[str], home: str
) -> Iterator[Span]:
    """Yield the stems of the home's townships, with the suffix that follows."""
    for mention in known.mentions(analysis.tokens_in(block)):
        suffix = suffixes.match(analysis.text, mention.span.end)
        if mention.form is Form.STEM and suffix and mention.within(home):
            yield Span(mention.span.start, suffix.end())


def certain(mention: Mention, tagged: frozenset[Span]) -> bool:
    """Whether the words can only be the place: a full name, a province or prefecture, or a county tagged as a place.

    Counties’ short names are often words: 富裕, 延长, 资源.
    """
    if mention.form is Form.SHORT and all(len(code) == COUNTY for code in mention.codes):
        return mention.span in tagged
    return mention.form is not Form.STEM


def home_of(mentions: Iterable[Mention]) -> str | None:
    """The four-digit code of the prefecture best vouched for by two or more names."""
    votes: dict[str, float] = defaultdict(float)
    names = {mention.name: mention for mention in mentions}
    for mention in names.values():
        for code in {code[:4] for code in mention.codes if len(code) > 2}:
            votes[code] += (1.0 if mention.form is Form.FULL else 0.5) / len(mention.codes)
    for mention in names.values():
        for code in mention.codes:
            for prefecture in votes if len(code) == 2 else ():
                votes[prefecture] += 0.5 * prefecture.startswith(code)
    home = max(votes, key=lambda code: votes[code], default=None)
    if home is None or votes[home] < ENOUGH or sum(mention.within(home) for mention in names.values()) < 2:
        return None
    return home
