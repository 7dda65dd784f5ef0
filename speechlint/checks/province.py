"""Is a city or county named under a province it does not belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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


# Provinces by the names they go by, the provinces in which a city or county of a name lies, and their full names.
Places = tuple[dict[str, str], dict[str, tuple[str, ...]], dict[str, str]]


@kind("province", "place", "right", sets_severity=True)
def province(document: Document, *, table: Annotated[Table, Columns("code", "name", "short")]) -> Iterator[Match]:
    """Yield a province directly followed by a city or county of another one.

    The table's `code` holds 2, 4 or 6 digits (province, prefecture, county), `name` the full name, `short` the name
    without its suffix. {right} is where the place lies.
    """
    provinces, within, full = places_of(table)
    for found in matches(any_province(table), document.text):
        place = place_at(document.text, found.end(), within)
        lies_in = within.get(place, ())
        if lies_in and provinces[found.group()] not in lies_in:
            right = "、".join(sorted(full[code] for code in lies_in))
            better = right + place if len(lies_in) == 1 and place not in MUNICIPALITIES else None
            # 四川省重庆市 may be two places named side by side.
            severity = Severity.WARNING if place in MUNICIPALITIES else None
            fields = {"province": found.group(), "place": place, "right": right}
            yield Match(Span(found.start(), found.end() + len(place)), fields, better, severity=severity)


def place_at(text: str, at: int, within: Mapping[str, tuple[str, ...]]) -> str:
    """The longest name of a place that begins there, unless it is a province's (吉林|省); nothing if there is none."""
    names = (text[at : at + length] for length in range(LONGEST, 0, -1))
    return next((name for name in names if name in within and not text.startswith("省", at + len(name))), "")


@cache
def any_province(table: Table) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, places_of(table)[0]), key=len, reverse=True)))


@prepared
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
    return provinces, {form: tuple(codes) for form, codes in within.items()}, full


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
