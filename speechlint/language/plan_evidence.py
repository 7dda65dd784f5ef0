"""What work on a five-year plan says about the year: drawn up before it begins, it opens in its first year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from speechlint.language.bounds import Bounds
from speechlint.language.calendar import plan_years
from speechlint.language.evidence import Evidence, Sort, Voice
from speechlint.language.interval import Interval
from speechlint.language.numerals import number
from speechlint.language.time_expressions import TimeExpression, within
from speechlint.model import Document, Span
from speechlint.scan import matches

PLAN = '[“"](?P<ordinal>十[一二三四五六七八九]?)五[”"]'
# Special and county plans are finished up to a year and a half after the plan's first day; 编制好了 is done with.
DRAWN_UP = re.compile(
    f"(?:正在|目前|当前|抓紧|着手|启动)(?:科学|高质量|认真|组织|做好)?(?:编制|起草|谋划编制){PLAN}规划(?:纲要)?(?!实施|执行|中期|评估)"
)
# The chances of an opening year are seized in it, or in the months before.
SEIZED = re.compile(
    f"(?:抓住|抢抓|把握|紧抓|用好|立足|借助|趁着){PLAN}(?:规划|计划)?(?:的)?开局(?:之年|之际|起步)?"
    "(?:的)?(?:[^，。；“”]{0,6}(?:机遇|契机|窗口|有利时机))"
)
SENTENCES = Bounds("。；！？\n")
QUOTES_BEFORE = re.compile("曾|当时|当年|回顾|[了过]$")


def plan_evidence(document: Document, expressions: Sequence[TimeExpression]) -> Iterator[Evidence]:
    """正在编制“十五五”规划; 抓住“十五五”规划开局之年的政策机遇. Sentences that name a year are passed over."""
    text = document.text
    for pattern in (DRAWN_UP, SEIZED):
        for found in matches(pattern, text):
            before = Span(SENTENCES.before(text, found.start()), found.start())
            if QUOTES_BEFORE.search(document.text_of(before)) or any(e.year.named for e in within(expressions, before)):
                continue
            first, _ = plan_years(number(found["ordinal"]) or 0)
            if pattern is DRAWN_UP:
                allows = Interval(date(first - 2, 1, 1), date(first + 1, 6, 30))
            else:
                allows = Interval(date(first - 1, 7, 1), date(first, 12, 31))
            yield Evidence(Span(*found.span()), Sort.PLAN, Voice.PRESENT, allows, 2)
