"""A period told with months that are not its own: 下半年（1—6月）, 2024—2026学年第一学期."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from speechlint.language.calendar_faults import Fault, numbers
from speechlint.language.time_expressions import TimeExpression
from speechlint.language.time_grammar import DASH, YEAR_NUMBER
from speechlint.model import Span
from speechlint.scan import matches

BESIDE = re.compile("[（(](?:即|也就是)?")
SCHOOL_YEARS = re.compile(rf"(?P<first>{YEAR_NUMBER})年?(?:{DASH}|/)(?P<last>{YEAR_NUMBER})年?学年度?")
# Several school years may be told as one stretch; these words speak of a single one.
ONE_SCHOOL_YEAR = re.compile(
    "的?(?:第?[一二上下]学期|[上下]期|秋季|春季|寒假|暑假|即将|已经?|开学|开始|新学期|期[初中末]|招生|教学计划|校历)"
)


def wrong_months(text: str, expressions: Sequence[TimeExpression]) -> Iterator[Fault]:
    """A quarter or half with a range of months in brackets, or the other way round, that are not the same."""
    for one, two in pairwise(expressions):
        if not BESIDE.fullmatch(text, one.span.end, two.span.start) or not text.startswith(("）", ")"), two.span.end):
            continue
        named, months = (two, one) if one.kind == "months" else (one, two)
        if named.kind not in ("quarter", "half") or months.kind != "months":
            continue
        if (named.first, named.last) != (months.first, months.last):
            yield Fault(Span(one.span.start, two.span.end + 1), f"{named.first[0]}—{named.last[0]}月")


def wrong_school_years(text: str) -> Iterator[Fault]:
    """A school year that does not run from one year into the next."""
    for found in matches(SCHOOL_YEARS, text):
        first, last = numbers(found, "first", "last")
        if first is None or last is None or last - first == 1:
            continue
        if last <= first or ONE_SCHOOL_YEAR.match(text, found.end()):
            yield Fault(Span(*found.span()), f"{first}—{first + 1}学年")
