"""An explicit year beside what can only be true of another: 2025年是建党100周年, 2022年是“十四五”开局之年."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speechlint.language.anniversaries import Marks, inside
from speechlint.language.bounds import CLAUSES, matches_around
from speechlint.language.calendar import plan_years
from speechlint.language.calendar_faults import Fault
from speechlint.language.numerals import number
from speechlint.language.time_expressions import TimeExpression, within
from speechlint.language.time_grammar import DASH, YEAR, YEAR_NUMBER
from speechlint.language.year_evidence import clause_end, plan_year
from speechlint.model import Span
from speechlint.scan import matches

IS = "(?:，|将)?(?:是|既是|也是|又是|正值|恰逢|适逢|正逢|迎来|为|我们(?:将)?迎来)"
YEAR_IS = re.compile(rf"{YEAR}(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?{IS}[^，。；\n]{{0,40}}")
PLAN_SPAN = re.compile(
    '[“"]?(?P<ordinal>(?<![一二三四五六七八九十])(?:十[一二三四五六七八九]?|[六七八九]))五[”"]?'
    rf"(?:规划|计划)?(?:时期|期间)?[（(](?P<first>{YEAR_NUMBER})年?{DASH}(?P<last>{YEAR_NUMBER})年?[）)]"
)


HELD_IN = re.compile(rf"{YEAR}(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?，?$")


def wrong_anniversaries(text: str, marks: Marks) -> Iterator[Fault]:
    places = [mark.span.start for mark in (*marks.anniversaries, *marks.opening_years)]
    for found in matches_around(YEAR_IS, text, places, CLAUSES):
        year, clause = number(found["year"]) or 0, Span(*found.span())
        for mark in (*inside(marks.anniversaries, clause), *inside(marks.opening_years, clause)):
            if mark.year != year:
                yield Fault(Span(found.start(), mark.span.end), str(mark.year), said=str(year))
    for meeting in marks.meetings:
        before = HELD_IN.search(text, max(0, meeting.span.start - 12), meeting.span.start)
        if before and number(before["year"]) != meeting.year:
            yield Fault(Span(before.start(), meeting.span.end), str(meeting.year), said=before["year"])


def wrong_plan_years(text: str, expressions: Sequence[TimeExpression]) -> Iterator[Fault]:
    plans = [e for e in expressions if e.kind == "plan"]
    for found in matches_around(YEAR_IS, text, [e.span.start for e in plans], CLAUSES):
        year, clause = number(found["year"]) or 0, Span(*found.span())
        for e in within(plans, clause):
            right = plan_year(text, e)
            if right is not None and right != year:
                end = clause_end(text, e.span.end, clause.end)
                yield Fault(Span(found.start(), end), str(right), said=str(year))
    for found in matches(PLAN_SPAN, text):
        first, last = plan_years(number(found["ordinal"]) or 0)
        said = number(found["first"]), number(found["last"])
        if said != (first, last):
            yield Fault(Span(*found.span()), f"{first}—{last}", said=f"{said[0]}—{said[1]}")
