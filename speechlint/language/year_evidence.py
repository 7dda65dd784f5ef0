"""What a draft says about the year it is spoken in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from speechlint.language.anniversaries import Marks
from speechlint.language.bounds import CLAUSES, matches_around
from speechlint.language.evidence import Evidence, Sort, Voice
from speechlint.language.heads import is_title
from speechlint.language.interval import Interval, year_of
from speechlint.language.numerals import number
from speechlint.language.occasion_evidence import occasion_evidence
from speechlint.language.plan_evidence import plan_evidence
from speechlint.language.review_evidence import reviewed_evidence
from speechlint.language.sentences import NO_PROSE
from speechlint.language.time_expressions import TimeExpression, within
from speechlint.language.time_grammar import YEAR
from speechlint.language.voice import quoted
from speechlint.model import Block, BlockKind, Document, Span
from speechlint.scan import matches

POSTING = re.compile("[0-9]:[0-9]{2}|作者|来源|阅读|点击|浏览|发布|投稿|时间|编辑|更新|日期|文库|网")
DATE_LINE = re.compile(r"^[\s（(—\-–]*(?:[12][0-9]{3}[-./年]|[一二][〇○零一二三四五六七八九]{3}年).{2,60}$")
SPEECH = re.compile("讲话|发言|致辞|工作报告")
BRACKETED = re.compile(r"^[\s]*(?:[（(]|[—\-–]{1,2})")
LONG_DATE_LINE, LAST_LINES = 60, 4
# A chronicle sets every event under a line that is its date and nothing else.
BARE_DATE_LINE = re.compile(r"(?m)^[\s　]*[12][0-9]{3}年[0-9]{1,2}月(?:[0-9]{1,2}日)?[\s　]*$")
CHRONICLE = 3
# A statute lists the dates it was passed and amended on.
ENACTED = re.compile("通过|修正|修订|公布|施行|废止|批准|制定")
# A meeting about a year is often held beside it: the one that plans it before, the one that sums it up after.
LOOKS_AHEAD = re.compile("经济工作会|务虚|谋划|部署|迎新|新年|元旦|春节|团拜|贺词")
LOOKS_BACK = re.compile("年度|传达|学习|贯彻|落实|整改|总结|情况|述职|决算|回顾|年报|执行|表彰|考核|报告")
NO_MEETING = re.compile("规划|计划|纲要|方案|办法|条例|章程|决议|修正|公报")
THIS_YEAR_IS = re.compile(
    "(?P<relative>[今明去前后]年(?<!以[前后]年))(?:，|将)?(?:是|既是|也是|又是|正值|恰逢|适逢|正逢|迎来|将迎来|我们(?:将)?迎来)[^。；\n]{0,80}"
)
EDGE = re.compile("(?:规划|计划)?(?:的|实施的?|全面实施的?)?(开局|起步|收官|最后一|关键收官)")
NTH_YEAR = re.compile("[^，。；]{0,6}第(?P<nth>[一二三四五])(?:个)?年")
APPOSITION = re.compile(
    rf"(?P<relative>今年|去年|明年|(?<!以)[前后]年)(?:[（(]|是|，即|即){YEAR}[）)，,。]?(?!是|至|以|之|来|前|后|[—-])"
)
SHIFT = {"前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2}


def year_evidence(
    document: Document, head: Sequence[Block], expressions: Sequence[TimeExpression], marks: Marks
) -> Iterator[Evidence]:
    told = tuple(head_evidence(document, head, expressions))
    yield from told
    yield from closing_evidence(document, expressions, {e.span for e in told})
    yield from this_year_evidence(document.text, expressions, marks)
    yield from apposition_evidence(document.text)
    yield from reviewed_evidence(document)
    yield from occasion_evidence(document, head, expressions, marks)
    yield from plan_evidence(document, expressions)


def head_evidence(
    document: Document, head: Sequence[Block], expressions: Sequence[TimeExpression]
) -> Iterator[Evidence]:
    """Title, subtitle and posting line; a title of several years or of a plan says nothing."""
    for block in head:
        text = document.text_of(block)
        if text.rstrip().endswith("。"):
            continue
        here = [e for e in within(expressions, block.span) if e.year.number]
        if not here or len(text) > LONG_DATE_LINE * 2 or ENACTED.search(text):
            continue
        posted = POSTING.search(text) is not None
        if (posted and here[0].kind == "date") or (DATE_LINE.match(text) and here[0].kind in ("date", "month")):
            if posted or not is_chronicle(document.text):
                yield from dated_line(here[0], posted=posted, bracketed=BRACKETED.match(text) is not None)
        elif is_title(text.strip()) or block.kind is BlockKind.TITLE or SPEECH.search(text):
            yield from dated_title(text, here)


def is_chronicle(text: str) -> bool:
    return len([*islice(matches(BARE_DATE_LINE, text), CHRONICLE)]) == CHRONICLE


def dated_line(expression: TimeExpression, *, posted: bool, bracketed: bool) -> Iterator[Evidence]:
    days, year = expression.interval(0), expression.year.number
    if days is None:
        return
    if posted:
        # A page may go up long after the speech, never long before it.
        yield Evidence(expression.span, Sort.POSTING, Voice.PRESENT, days.widened(before=400, after=3), 1, year)
    else:
        allows = days.widened(before=15, after=3)
        if bracketed and year:
            # （2024年1月10日） and ——2024年1月10日在…… name the day of the speech, a bare line often that of its print.
            allows = Interval(max(allows.start, date(year, 1, 1)), allows.end)
        yield Evidence(expression.span, Sort.SUBTITLE, Voice.PRESENT, allows, 3, year)


def dated_title(text: str, here: list[TimeExpression]) -> Iterator[Evidence]:
    years = {e.year.number for e in here}
    if len(years) > 1 or any(e.kind in ("years", "plan") for e in here) or NO_MEETING.search(text):
        return
    year = here[0].year.number or 0
    first = date(year - 1, 11, 1) if LOOKS_AHEAD.search(text) else date(year, 1, 1)
    last = date(year + 1, 6, 30) if LOOKS_BACK.search(text) else date(year, 12, 31)
    yield Evidence(here[0].span, Sort.TITLE, Voice.PRESENT, Interval(first, last), 2)


def closing_evidence(document: Document, expressions: Sequence[TimeExpression], told: set[Span]) -> Iterator[Evidence]:
    """A full date alone on one of the last lines, unless the head of a short draft told it already."""
    for block in last_lines(document):
        for e in within(expressions, block.span):
            days = e.interval(0) if e.year.number and e.kind == "date" else None
            alone = document.text_of(block).strip().strip("（）() 　")
            if days and e.span not in told and document.text_of(e.span) == alone:
                yield Evidence(e.span, Sort.SUBTITLE, Voice.PRESENT, days.widened(before=30, after=3), 2, e.year.number)


def last_lines(document: Document) -> Iterator[Block]:
    """The last lines with words, the first line of all left out."""
    paragraphs = (block for block in reversed(document.blocks) if block.kind not in NO_PROSE)
    filled = [*islice((block for block in paragraphs if document.text_of(block).strip()), LAST_LINES + 1)]
    return reversed(filled[:-1])


def this_year_evidence(text: str, expressions: Sequence[TimeExpression], marks: Marks) -> Iterator[Evidence]:
    """今年是“十四五”开局之年; 今年是建党100周年."""
    plans = [e for e in expressions if e.kind == "plan"]
    places = [*(e.span.start for e in plans), *(mark.span.start for mark in marks)]
    for found in matches_around(THIS_YEAR_IS, text, places, CLAUSES):
        shift = SHIFT[found["relative"]]
        clause = Span(*found.span())
        if quoted(text, found.start()):
            continue
        for e in within(plans, clause):
            year = plan_year(text, e)
            if year and not other_year_between(expressions, found.end("relative"), e.span.start):
                whole = Span(found.start(), clause_end(text, e.span.end, clause.end))
                yield Evidence(whole, Sort.THIS_YEAR, Voice.PRESENT, year_of(year - shift), 2)
        for mark in marks.inside(clause):
            if not other_year_between(expressions, found.end("relative"), mark.span.start):
                whole = Span(found.start(), mark.span.end)
                yield Evidence(whole, Sort.THIS_YEAR, Voice.PRESENT, year_of(mark.year - shift), 2)


def other_year_between(expressions: Sequence[TimeExpression], start: int, end: int) -> bool:
    """Whether the sentence turns to another year on the way: 今年是……，明年是……."""
    return any(e.year.named and e.kind != "plan" for e in within(expressions, Span(start, end)))


def clause_end(text: str, at: int, limit: int) -> int:
    stops = [stop for mark in "，。；、,;" if (stop := text.find(mark, at, limit)) >= 0]
    return min(stops, default=limit)


def plan_year(text: str, e: TimeExpression) -> int | None:
    """The one year 开局之年, 收官之年 or 第二年 of a plan names."""
    if e.kind != "plan" or e.year.number is None or e.last_year is None:
        return None
    if e.year.number == e.last_year.number:
        return e.year.number
    edge = EDGE.match(text, e.span.end)
    if edge:
        return e.year.number if edge[1] in ("开局", "起步") else e.last_year.number
    nth = NTH_YEAR.match(text, e.span.end)
    return e.year.number + (number(nth["nth"]) or 1) - 1 if nth else None


def apposition_evidence(text: str) -> Iterator[Evidence]:
    """今年（2021年）, 今年是2021年."""
    for found in matches(APPOSITION, text):
        year = number(found["year"])
        if year:
            days = year_of(year - SHIFT[found["relative"]])
            yield Evidence(Span(*found.span()), Sort.THIS_YEAR, Voice.PRESENT, days, 2)
