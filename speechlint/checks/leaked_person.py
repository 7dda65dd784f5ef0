"""Does a masked draft give a person’s full name."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    document = analysis.document
    if not masked(analysis, marks, kin):
        return
    places = [Span(*found.span()) for found in matches(titles, document.text)]
    starts, ends = {place.start for place in places}, {place.end for place in places}
    yield from once_each(
        document,
        (
            name
            for block in analysis.scan.blocks(titles)
            for name in full_names(analysis.tokens_in(block), surnames)
            if name.end in starts or (name.start in ends and AFTER_A_NAME.match(document.text, name.end))
        ),
    )


def full_names(tokens: tuple[Token, ...], surnames: str) -> Iterator[Span]:
    """Yield the words and pairs of words that read as a surname and a given name (谭|建国, 林立|新)."""
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.text[0] not in surnames:
            continue
        if len(token.text) in LENGTHS and token.proper and token.tag in ("nr", "x", "n"):
            yield token.span
        if following is None or following.span.start != token.span.end:
            continue
        single = len(token.text) == 1 or token.tag == "nr"
        if single and len(token.text) + len(following.text) in LENGTHS and following.tag != "x":
            yield Span(token.span.start, following.span.end)
