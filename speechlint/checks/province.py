"""Is a city or county named under a province it does not belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from speechlint.checks.kinds import Match, kind
from speechlint.model import Document, Severity, Span
from speechlint.scan import matches
from speechlint.tables import Columns, Table

PROVINCE, PREFECTURE = 2, 4
MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
# Short names of two characters are words as well: 日照时数, 长治久安, 来宾.
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Places:
    """Provinces by the names they go by, and the provinces in which a city or county of a name lies."""

    provinces: dict[str, str]
    within: dict[str, frozenset[str]]
    full: dict[str, str]
    pattern: re.Pattern[str]


@kind("province", "place", "right", sets_severity=True)
def province(document: Document, *, table: Annotated[Table, Columns("code", "name", "short")]) -> Iterator[Match]:
    """Yield a province directly followed by a city or county of another one.

    The table's `code` holds 2, 4 or 6 digits (province, prefecture, county), `name` the full name, `short` the name
    without its suffix. {right} is where the place lies.
    """
    places = places_of(table)
    for found in matches(places.pattern, document.text):
        lies_in = places.within[found["place"]]
        if places.provinces[found["province"]] not in lies_in:
            right = "、".join(sorted(places.full[code] for code in lies_in))
            better = right + found["place"] if len(lies_in) == 1 and found["place"] not in MUNICIPALITIES else None
            # 四川省重庆市 may be two places named side by side.
            severity = Severity.WARNING if found["place"] in MUNICIPALITIES else None
            yield Match(Span(*found.span()), {**found.groupdict(), "right": right}, better, severity=severity)


@cache
def places_of(table: Table) -> Places:
    provinces: dict[str, str] = {}
    full: dict[str, str] = {}
    within: dict[str, set[str]] = {}
    for row in table.rows:
        code, name, short = row["code"], row["name"], row["short"]
        if len(code) == PROVINCE:
            full[code] = name
            provinces[name] = code
        for form in forms(code, name, short):
            within.setdefault(form, set()).add(code[:PROVINCE])
    for municipality in MUNICIPALITIES:
        provinces.pop(municipality, None)
    pattern = re.compile(f"(?P<province>{longest_first(provinces)})(?P<place>{longest_first(within)})(?!省)")
    return Places(provinces, {form: frozenset(codes) for form, codes in within.items()}, full, pattern)


def forms(code: str, name: str, short: str) -> Iterator[str]:
    """The names a place can be told by without doubt; districts (新城区, 郊区) are words too and left out."""
    if len(code) == PROVINCE:
        if name in MUNICIPALITIES:
            yield name
    elif len(code) == PREFECTURE:
        yield name
        if name.endswith("市") and len(short) >= SHORTEST:
            yield short
    elif name.endswith(("市", "县")) and len(name) >= SHORTEST:
        yield name


def longest_first(words: dict[str, str] | dict[str, set[str]]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
