"""Is a name or a phrase used outside the time it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.date_wording import day_in_words
from speechlint.language.lifetimes import Lifetime, Side, dated_by, strays
from speechlint.tables import Row, Table

SHOWN_EVIDENCE = 4


@kind("since", "until", "iso_since", "iso_until", "year")
def lifetime(analysis: Analysis, *, table: Table, side: Side, grace: int = 0) -> Iterator[Match]:
    """Yield every phrase of the table (first column, a regex) that was over, or not yet there, on the draft's day.

    Columns: `since` and `until` (ISO dates, either may be empty), `successor`. `grace` is in days. Nothing is said
    of a draft whose year no title, date line or “今年是……” tells.
    """
    line = analysis.timeline
    proof = tuple(Clue(e.span) for e in dated_by(line)[:SHOWN_EVIDENCE])
    for stray in strays(line, analysis.setting, lifetimes(table), side, grace):
        known = stray.lifetime
        fields = {"year": str(line.year or ""), **bounds(known)}
        suggestions = (known.successor,) if known.successor else ()
        yield Match(stray.span, fields, suggestions=suggestions, related=proof)


def bounds(known: Lifetime) -> dict[str, str]:
    """The first and the last day, for a Chinese reader (2021年2月25日) and in figures; empty where there is none."""
    days = {"since": known.since, "until": known.until}
    figures = {f"iso_{name}": str(day or "") for name, day in days.items()}
    return {**{name: day_in_words(day) if day else "" for name, day in days.items()}, **figures}


@cache
def lifetimes(table: Table) -> tuple[Lifetime, ...]:
    return tuple(lifetime_of(row, row[table.columns[0]]) for row in table.rows)


def lifetime_of(row: Row, pattern: str) -> Lifetime:
    return Lifetime(re.compile(pattern), day(row["since"]), day(row["until"]), row["successor"])


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
