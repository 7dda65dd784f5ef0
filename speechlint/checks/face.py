"""Are the words of one part of an official document set in the font and size laid down for it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Annotated, Literal

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.roles import Place
from speechlint.language.type_sizes import look_name
from speechlint.layout import Stretch
from speechlint.model import Span
from speechlint.tables import Columns, Table

Part = Literal["title", "first-layer", "second-layer", "third-layer", "fourth-layer", "body"]
Look = tuple[str, float]
# A style's wrong font is on every paragraph: one finding names a few places and counts the rest.
PLACES_NAMED = 5


@kind("seen", "wanted", "font", "points", "wanted_font", "wanted_points", "count", reads_layout=True)
def face(
    analysis: Analysis, *, part: Part, font: str, size: float, fonts: Annotated[Table, Columns("name", "family")]
) -> Iterator[Match]:
    """Yield each wrong look of the part once, at the first place that has it; the next ones are related places.

    `font` is a family of the table (仿宋), `size` in points. A place looks as most of its Chinese characters do.
    """
    found: dict[Look, list[Place]] = {}
    for place in analysis.roles:
        look = look_of(analysis, place.span) if place.role == part else None
        if look is not None:
            known = family(look[0], fonts)
            if (known, look[1]) != (font, size):
                found.setdefault((known, look[1]), []).append(place)
    for (name, points), places in found.items():
        yield Match(
            places[0].span,
            {
                "seen": look_name(name, points),
                "wanted": look_name(font, size),
                "font": name,
                "points": f"{points:g}",
                "wanted_font": font,
                "wanted_points": f"{size:g}",
                "count": str(len(places)),
            },
            related=tuple(Clue(place.span) for place in places[1 : PLACES_NAMED + 1]),
        )


def look_of(analysis: Analysis, span: Span) -> Look | None:
    """The font and size of most Chinese characters of a place, None where it has none or nothing is known."""
    layout = analysis.document.layout
    counts: Counter[Look] = Counter()
    for stretch in overlapping(layout.stretches if layout else (), span):
        start, end = max(stretch.span.start, span.start), min(stretch.span.end, span.end)
        text = analysis.text[start:end]
        counts[stretch.font, stretch.size] += sum("\u4e00" <= character <= "\u9fff" for character in text)
    return next((look for look, count in counts.most_common(1) if count), None)


def overlapping(stretches: Sequence[Stretch], span: Span) -> Iterator[Stretch]:
    first = bisect_right(stretches, span.start, key=lambda stretch: stretch.span.end)
    for stretch in islice(stretches, first, None):
        if stretch.span.start >= span.end:
            return
        yield stretch


def family(name: str, fonts: Table) -> str:
    """The family a font belongs to by the table, or by a family's name within its own; else its own name."""
    plain = name.lstrip("@").strip()
    known = {row["name"].lower(): row["family"] for row in fonts.rows}
    if plain.lower() in known:
        return known[plain.lower()]
    return next((found for found in sorted(set(known.values()), key=len, reverse=True) if found in plain), plain)
