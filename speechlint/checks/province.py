"""Is a city or county named under a province it does not belong to."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache
from typing import Annotated

from speechlint.checks.kinds import Match, kind
from speechlint.model import Document, Severity, Span
from speechlint.prepared import prepared
from speechlint.scan import matches
from speechlint.tables import Columns, Table

PROVINCE, PREFECTURE = 2, 4
MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
# Short names of two characters are words as well: 日照时数, 长治久安, 来宾.
SHORTEST = 3
# No name has more characters.
LONGEST = 20


@kind("province", "place", "right", sets_severity=True)
def province(document: Document, *, table: Annotated[Table, Columns("code", "name", "short")]) -> Iterator[Match]:
    """Yield a province directly followed by a city or county of another one.

    The table's `code` holds 2, 4 or 6 digits (province, prefecture, county), `name` the full name, `short` the name
    without its suffix. {right} is where the place lies.
    """
    provinces = provinces_of(table)
    for found in matches(any_of(provinces), document.text):
        place = place_at(document.text, found.end(), places_of(table))
        lies_in = places_of(table).get(place)
        if lies_in and provinces[found.group()] not in lies_in:
            right = "、".join(sorted(names_of(table)[code] for code in lies_in))
            better = right + place if len(lies_in) == 1 and place not in MUNICIPALITIES else None
            # 四川省重庆市 may be two places named side by side.
            severity = Severity.WARNING if place in MUNICIPALITIES else None
            fields = {"province": found.group(), "place": place, "right": right}
            yield Match(Span(found.start(), found.end() + len(place)), fields, better, severity=severity)


def place_at(text: str, at: int, within: Container[str]) -> str:
    """The longest name of a place that begins there, unless it is a province's (吉林|省); nothing if there is none."""
    names = (text[at : at + length] for length in range(LONGEST, 0, -1))
    return next((name for name in names if name in within and not text.startswith("省", at + len(name))), "")


@prepared
def names_of(table: Table) -> dict[str, str]:
    """The full name of each province by its code."""
    return {row["code"]: row["name"] for row in table.rows if len(row["code"]) == PROVINCE}


@cache
def provinces_of(table: Table) -> dict[str, str]:
    """The code of each province by its name, municipalities left out: they are told as places."""
    return {name: code for code, name in names_of(table).items() if name not in MUNICIPALITIES}


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))


@prepared
def places_of(table: Table) -> dict[str, list[str]]:
    """The provinces in which a city or county of each name lies."""
    within: dict[str, set[str]] = {}
    for row in table.rows:
        for form in forms(row["code"], row["name"], row["short"]):
            within.setdefault(form, set()).add(row["code"][:PROVINCE])
    return {form: sorted(codes) for form, codes in within.items()}


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
