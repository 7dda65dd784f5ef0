"""Is a stated change the difference of the two figures before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.checks.quantity import NUMBER, UNIT, exact
from speechlint.language.analysis import Analysis
from speechlint.language.sentences import STOPS
from speechlint.model import Span

if TYPE_CHECKING:
    from decimal import Decimal

RISES = "提高|上升|增加|增长|提升|扩大|净增|增"
FALLS = "下降|降低|减少|缩小|回落|压减|压缩|降"
# No change goes on beyond one of these.
ENDS = rf"；{STOPS}\n"
# 由35%提高到42%，提高了7%
CHANGE = re.compile(
    rf"[由从][^，{ENDS}\d]{{0,10}}(?P<old>{NUMBER})(?P<unit>[%％]|{UNIT})(?:的)?(?:{RISES}|{FALLS})(?:到|至|为)了?"
    rf"(?P<new>{NUMBER})(?P=unit)[，,][^，{ENDS}\d]{{0,3}}(?:{RISES}|{FALLS})了?"
    rf"(?P<written>(?P<change>{NUMBER})(?P<measure>个百分点|[%％]|{UNIT}))"
)
PERCENT, POINTS = "%％", "个百分点"


@kind("difference")
def difference(analysis: Analysis) -> Iterator[Match]:
    """Yield changes that are not what two figures differ by: in percentage points of percentages, else in their unit.

    A change in per cent is left alone, unless it is the difference of two percentages, which is in points. Figures
    that were rounded may differ by one of their last digit.
    """
    for found in analysis.scan.matches(CHANGE):
        if right := difference_of(found):
            clues = tuple(Clue(Span(*found.span(part))) for part in ("old", "new"))
            yield Match(Span(*found.span("written")), {"difference": right}, related=clues)


def difference_of(found: re.Match[str]) -> str | None:
    """What should be written, None where what is written may be right."""
    of_percentages = found["unit"] in PERCENT
    gap = abs(exact(found["new"]) - exact(found["old"]))
    right = f"{gap}{POINTS if of_percentages else found['unit']}"
    if found["measure"] in PERCENT:
        return right if of_percentages and gap == exact(found["change"]) else None
    if found["measure"] != (POINTS if of_percentages else found["unit"]):
        return None
    return right if abs(gap - exact(found["change"])) > rounding(found) else None


def rounding(found: re.Match[str]) -> Decimal:
    digits = max(len(found[part].partition(".")[2]) for part in ("old", "new", "change"))
    rounded = digits or found["unit"][0] in "万亿"
    return exact(f"1e-{digits}") if rounded else exact()
