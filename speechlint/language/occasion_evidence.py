"""What an occasion says about the year: 今天是第40个教师节, 值此建军97周年之际, 在庆祝新中国成立75周年大会上的讲话."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from speechlint.language.anniversaries import Marks
from speechlint.language.bounds import SENTENCE
from speechlint.language.evidence import Evidence, Sort, Voice
from speechlint.language.heads import is_title
from speechlint.language.interval import year_of
from speechlint.language.time_expressions import TimeExpression, within
from speechlint.language.voice import quoted
from speechlint.model import Block, Document, Span

# A speech names its occasion in its first sentences; further on the same words may look back.
OPENING = 400
NOW = re.compile(
    "(?:今天|今日|今晚|明天|后天|昨天)，?(?:正|又|就|既|也)?(?:是|迎来|恰逢|适逢|正值)[^，。；]{0,12}$|值此[^，。；]{0,12}$"
)
OCCASION = re.compile("(?:正值|恰逢|适逢|欣逢|喜逢|欣喜|喜迎|欢庆|同庆|共庆)[^，。；]{0,12}$")
GATHERED = re.compile(
    "(?:今天|今晚|在这里|在此|欢聚|集会|相聚|齐聚|共同).{0,30}(?:庆祝|纪念|迎来|喜迎|欢度|共庆)[^，。；]{0,16}$"
)
TO_COME = re.compile("(?:即将)?(?:到来|来临)之际")
AT_THE_TIME = re.compile(
    "(?:[^，。；]{0,6}之际|(?:华诞)?的?[^，。；]{0,8}(?:日子|时刻)[里中]?|(?:的|纪念|这个)?(?:节日|纪念日)(?:(?:就要|即将)?(?:到来|来临))?)"
)
# What another said on that day, or what is studied of it, is of another time.
OF_ANOTHER_TIME = re.compile(
    "总书记|主席|总理|曾|当年|当时|那年|那时|那一年|年前|此前|上次|往年|回顾|回首|回想|以来|之后|前夕.{0,4}(?:发表|指出)|指出|强调|学习|贯彻|精神|重温|自.{0,6}$|(?<!迎来)[了过]$"
)
REMEMBERED = re.compile("曾|当年|当时|记得|回想|那时|那年|那一年")
SPEECH_AT = re.compile("^在.{0,30}(?:庆祝|纪念|迎接|迎|庆|表彰|表扬|慰问|座谈|大会|仪式|活动)")
STUDIED = re.compile("学习|贯彻|精神|体会|心得|宣讲|传达|解读|重温|感悟|观后|读后")


def occasion_evidence(
    document: Document, head: Sequence[Block], expressions: Sequence[TimeExpression], marks: Marks
) -> Iterator[Evidence]:
    """Yield the year of each anniversary and numbered day that a draft says it is held on.

    Silent in a sentence that has named a year before, looks back, or quotes.
    """
    titles = [block.span for block in head if is_title(document.text_of(block).strip())]
    starts = [title.start for title in titles]
    text = document.text
    for mark in marks:
        index = bisect_right(starts, mark.span.start) - 1
        if index >= 0 and titles[index].covers(mark.span):
            if is_of_today(document.text_of(titles[index])):
                yield Evidence(mark.span, Sort.TITLE, Voice.PRESENT, year_of(mark.year), 2)
            continue
        told = occasion(text, mark.span)
        if told is not None and not tells_another_year(text, expressions, mark.span):
            yield Evidence(told, Sort.THIS_YEAR, Voice.PRESENT, year_of(mark.year), 2)


def is_of_today(title: str) -> bool:
    """Whether a title names the meeting itself by an anniversary: 在庆祝第40个教师节大会上的讲话."""
    return bool(SPEECH_AT.match(title.strip())) and not STUDIED.search(title)


def occasion(text: str, mark: Span) -> Span | None:
    """The words that make an anniversary the occasion of the speech, with the anniversary; None without such words."""
    around = SENTENCE.around(text, mark)
    before, sentence = text[around.start : mark.start], text[around.start : around.end]
    if OF_ANOTHER_TIME.search(before) or REMEMBERED.search(sentence) or quoted(text, mark.start):
        return None
    told = TO_COME.match(text, mark.end) or AT_THE_TIME.match(text, mark.end)
    whole = Span(mark.start, told.end() if told else mark.end)
    if NOW.search(before):
        return whole
    if mark.start >= OPENING:
        return None
    return whole if told or OCCASION.search(before) or GATHERED.search(before) else None


def tells_another_year(text: str, expressions: Sequence[TimeExpression], mark: Span) -> bool:
    before = Span(SENTENCE.before(text, mark.start), mark.start)
    return any(e.year.named for e in within(expressions, before))
