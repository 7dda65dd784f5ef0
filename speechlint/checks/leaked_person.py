"""Does a masked draft give a person’s full name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import zip_longest

from speechlint.checks.kinds import Match, kind
from speechlint.checks.leak import masked, once_each
from speechlint.language.analysis import Analysis
from speechlint.language.names import Token
from speechlint.model import Span
from speechlint.scan import matches

LENGTHS = (2, 3)
AFTER_A_NAME = re.compile(r"[^一-鿿]|同志|[在作为主就对说指出及和与带率任]|$")


@kind()
def leaked_person(
    analysis: Analysis, *, marks: re.Pattern[str], kin: re.Pattern[str], titles: re.Pattern[str], surnames: str
) -> Iterator[Match]:
    """Yield every distinct full name right before or after one of `titles`, in a draft that masks persons elsewhere."""
    document, text = analysis.document, analysis.text
    if not masked(analysis, marks, kin):
        return
    places = [Span(*found.span()) for found in matches(titles, text)]
    starts, ends = {place.start for place in places}, {place.end for place in places}
    # Asked before a clause is cut, for to cut one takes longer.
    likely = [place.start for place in places if may_stand_beside(text, place, surnames)]

    def beside(name: Span) -> bool:
        """Whether a title follows or precedes; asked first, for a guess at a word costs more."""
        return name.end in starts or bool(name.start in ends and AFTER_A_NAME.match(text, name.end))

    yield from once_each(
        document,
        (name for tokens in analysis.clauses_at(likely) for name in full_names(tokens, surnames, beside)),
    )


def may_stand_beside(text: str, title: Span, surnames: str) -> bool:
    """Whether a surname stands where a full name right before or right after a title would begin."""
    before = any(title.start >= size and text[title.start - size] in surnames for size in LENGTHS)
    after = text[title.end : title.end + 1]
    return before or (after != "" and after in surnames)


def full_names(tokens: tuple[Token, ...], surnames: str, beside: Callable[[Span], bool]) -> Iterator[Span]:
    """Yield the words and pairs of words beside a title that read as surname and given name (谭|建国, 林立|新)."""
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.text[0] not in surnames:
            continue
        if len(token.text) in LENGTHS and beside(token.span) and token.proper and token.tag in ("nr", "x", "n"):
            yield token.span
        if following is None or following.span.start != token.span.end:
            continue
        pair = Span(token.span.start, following.span.end)
        if (
            len(pair) in LENGTHS
            and beside(pair)
            and (len(token.text) == 1 or token.tag == "nr")
            and following.tag != "x"
        ):
            yield pair
