"""Does a masked draft name its own place: its county, its townships, its villages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from speechlint.checks.divisions import Form, Mention, gazetteer
from speechlint.checks.kinds import Match, kind
from speechlint.checks.leak import masked, once_each
from speechlint.language.analysis import Analysis
from speechlint.model import Span
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
    document = analysis.document
    if not masked(document, marks, kin):
        return
    mentions = list(gazetteer(divisions, common).mentions(analysis.tokens))
    tagged = frozenset(token.span for token in analysis.tokens if token.tag == "ns")
    told = [mention for mention in mentions if certain(mention, tagged)]
    home = home_of(told)
    if home is None:
        return
    spans: list[Span] = [mention.span for mention in told if mention.within(home)]
    for mention in mentions:
        suffix = suffixes.match(document.text, mention.span.end)
        if mention.form is Form.STEM and suffix and mention.within(home):
            spans.append(Span(mention.span.start, suffix.end()))
    yield from once_each(document, sorted(spans))


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
