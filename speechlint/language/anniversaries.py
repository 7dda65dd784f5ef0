"""Anniversaries and numbered days: which year the n-th one falls in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice, takewhile
from typing import NamedTuple

from speechlint.language.bounds import PHRASES, matches_around
from speechlint.language.founding_years import (
    EARLIEST_CONGRESS,
    EARLIEST_PEOPLES_CONGRESS,
    FIRST_CONGRESS,
    FIRST_KEPT,
    FIRST_PEOPLES_CONGRESS,
    FOUNDED,
    YEARS_BETWEEN_CONGRESSES,
)
from speechlint.language.numerals import number
from speechlint.model import Span
from speechlint.scan import matches

# No year in figures is read from here on either; dates end at 9999, and 前年 counts on from an anniversary.
TOO_LATE = 3000
NUMBER = "[0-9]{1,3}|[一二三四五六七八九十百]{1,5}"
ANNIVERSARY = re.compile(
    rf"(?:(?P<event>{'|'.join(f'(?:{name})' for name in FOUNDED)})(?:后的?)?(?P<years>{NUMBER})周年)"
    rf"|第(?P<ordinal>{NUMBER})[个届次](?P<day>{'|'.join(f'(?:{name})' for name in FIRST_KEPT)})"
)


ORDINAL = "[一二三四五六七八九十]{1,3}|[0-9]{1,2}"
CONGRESS = f"(?:党的(?P<congress>{ORDINAL})大(?![会事局])|中国共产党第(?P<full_congress>{ORDINAL})次全国代表大会)"
SESSION = (
    f"(?:第?(?P<term>{ORDINAL})届全国(?:人大|人民代表大会)第?(?P<session>[一二三四五])次会议"
    f"|全国政协第?(?P<other_term>{ORDINAL})届(?:委员会)?第?(?P<other_session>[一二三四五])次会议)"
)
# 党的二十大召开以来 and 召开后的第一年 name no day of the meeting.
HELD = re.compile(
    f"(?:{CONGRESS}|{SESSION})(?:将|即将)?(?:在北京|在京)?(?:胜利|隆重|顺利)?(?:召开|举行)(?!以来|以后|之后|后|前|以前|之前|一周年|[0-9一二三四五]+周年)"
)
# What HELD is not found without.
MEETING = re.compile("党的[一二三四五六七八九十0-9]|国共产党第|届全国人|全国政协")
# The year after a congress was called so: 2018, 2023.
SPIRIT = re.compile(f"贯彻(?:落实)?党的(?P<congress>{ORDINAL})大精神的?开局之年")


class Anniversary(NamedTuple):
    """One mention: which year it falls in, and the year it counts from."""

    span: Span
    year: int
    since: int


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Everything that marks a year: anniversaries and numbered days, meetings, first years after a congress."""

    anniversaries: tuple[Anniversary, ...]
    meetings: tuple[Anniversary, ...]
    opening_years: tuple[Anniversary, ...]

    def __iter__(self) -> Iterator[Anniversary]:
        return chain(self.anniversaries, self.meetings, self.opening_years)

    def inside(self, span: Span) -> Iterator[Anniversary]:
        """Those that stand wholly inside a span."""
        return chain(*(inside(sort, span) for sort in (self.anniversaries, self.meetings, self.opening_years)))


def marks(text: str) -> Marks:
    """Every mark of a text, each sort in order."""
    return Marks(tuple(anniversaries(text)), tuple(meetings(text)), tuple(opening_years(text)))


def inside(marks: Sequence[Anniversary], span: Span) -> Iterator[Anniversary]:
    """Those of marks of one sort that stand wholly inside a span."""
    first = bisect_left(marks, span.start, key=lambda mark: mark.span.start)
    return takewhile(lambda mark: mark.span.end <= span.end, islice(marks, first, None))


@cache
def counted_from(name: str) -> int:
    """The year an event or a numbered day counts from."""
    return next(year for pattern, year in (FOUNDED | FIRST_KEPT).items() if re.fullmatch(pattern, name))


def anniversaries(text: str) -> Iterator[Anniversary]:
    """Yield every anniversary and numbered day whose beginning is known."""
    for found in matches(ANNIVERSARY, text):
        since = counted_from(found["event"] or found["day"])
        count = number(found["years"] or found["ordinal"])
        if count and since + count < TOO_LATE:
            yield Anniversary(Span(*found.span()), since + count, since)


def meetings(text: str) -> Iterator[Anniversary]:
    """Yield every party congress and session of the national assemblies said to be held, with the year it was."""
    places = [place.start() for place in matches(MEETING, text)]
    for found in matches_around(HELD, text, places, PHRASES):
        congress = number(found["congress"] or found["full_congress"] or "")
        term = number(found["term"] or found["other_term"] or "") or 0
        session = number(found["session"] or found["other_session"] or "")
        if congress and congress >= EARLIEST_CONGRESS:
            yield Anniversary(Span(*found.span()), FIRST_CONGRESS + YEARS_BETWEEN_CONGRESSES * (congress - 1), 1921)
        elif session and term >= EARLIEST_PEOPLES_CONGRESS:
            year = FIRST_PEOPLES_CONGRESS + YEARS_BETWEEN_CONGRESSES * (term - 1) + session - 1
            yield Anniversary(Span(*found.span()), year, 1954)


def opening_years(text: str) -> Iterator[Anniversary]:
    """Yield 贯彻党的二十大精神的开局之年 with its year."""
    for found in matches(SPIRIT, text):
        congress = number(found["congress"])
        if congress and congress >= EARLIEST_CONGRESS:
            held = FIRST_CONGRESS + YEARS_BETWEEN_CONGRESSES * (congress - 1)
            yield Anniversary(Span(*found.span()), held + 1, held)
