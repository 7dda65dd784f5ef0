"""Does a page hold as many lines, a line as many characters, as an official document's should."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from speechlint.checks.face import look_of
from speechlint.checks.kinds import Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.roles import Place, Role
from speechlint.layout import Page, Setting

POINTS = 72 / 25.4
# A line that stands in a grid takes as many of its rows as it needs: a font's own height is about 1.15 of its size.
NATURAL_HEIGHT = 1.15
# How many characters fit is rounded down by Word, up by those who space them out: both are met as “28”.
SLACK = 0.05


@kind("lines", "characters", reads_layout=True)
def text_grid(analysis: Analysis, *, lines: int, characters: int) -> Iterator[Match]:
    """Yield the first paragraph of the body where most of the body stands in another grid of lines and characters."""
    for place, (per_page, per_line) in usual_grid(analysis):
        if per_page and not (fits(per_page, lines) and fits(per_line, characters)):
            seen = {"lines": f"{math.floor(per_page + SLACK)}", "characters": f"{per_line:.0f}"}
            yield Match(place.span, seen)


@kind("characters", reads_layout=True)
def unruled_lines(analysis: Analysis) -> Iterator[Match]:
    """Yield the first paragraph of the body where neither a grid nor a fixed height rules the lines."""
    for place, (per_page, per_line) in usual_grid(analysis):
        if not per_page:
            yield Match(place.span, {"characters": f"{per_line:.0f}"})


def usual_grid(analysis: Analysis) -> Iterator[tuple[Place, tuple[float, float]]]:
    """The first paragraph of the body, with the lines a page and characters a line that most of the body has."""
    layout = analysis.document.layout
    places = [place for place in analysis.roles if place.role is Role.BODY]
    if layout is not None and places:
        seen = Counter(grid_at(analysis, place, layout.pages, layout.settings[place.block]) for place in places)
        yield places[0], seen.most_common(1)[0][0]


def grid_at(analysis: Analysis, place: Place, pages: tuple[Page, ...], setting: Setting) -> tuple[float, float]:
    """Lines a page and characters a line at a place, 0 for what nothing rules."""
    look = look_of(analysis, place.span)
    page = next((page for page in pages if place.span.start in page.span), None)
    if look is None or page is None:
        return 0.0, 0.0
    height = line_height(page, setting, look[1])
    per_page = (page.height - page.top - page.bottom) * POINTS / height if height else 0.0
    per_line = (page.width - page.left - page.right) * POINTS / (page.advance or look[1])
    return round(per_page, 2), round(per_line, 2)


def line_height(page: Page, setting: Setting, size: float) -> float:
    """Points from line to line, 0 where it depends on the font alone."""
    if setting.is_fixed:
        return setting.height
    rows = math.ceil(size * NATURAL_HEIGHT / page.pitch) if page.pitch else 0
    return page.pitch * rows * setting.height


def fits(seen: float, wanted: int) -> bool:
    return wanted in (math.floor(seen + SLACK), round(seen))
