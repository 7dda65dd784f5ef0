"""An explicit year beside what can only be true of another: 2025年是建党100周年, 2022年是“十四五”开局之年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speechlint.language.anniversaries import anniversaries, meetings, opening_years
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


def wrong_anniversaries(text: str) -> Iterator[Fault]:
    marks = [*anniversaries(text), *opening_years(text)]
    for found in matches(YEAR_IS, text) if marks else ():
        year = number(found["year"]) or 0
        for mark in marks:
            if Span(*found.span()).covers(mark.span) and mark.year != year:
                yield Fault(Span(found.start(), mark.span.end), str(mark.year), said=str(year))
    for meeting in meetings(text):
        before = HELD_IN.search(text, max(0, meeting.span.start - 12), meeting.span.start)
        if before and number(before["year"]) != meeting.year:
            yield Fault(Span(before.start(), meeting.span.end), str(meeting.year), said=before["year"])


def wrong_plan_years(text: str, expressions: tuple[TimeExpression, ...]) -> Iterator[Fault]:
    plans = tuple(e for e in expressions if e.kind == "plan")
    for found in matches(YEAR_IS, text) if plans else ():
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
