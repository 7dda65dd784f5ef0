"""Present, retrospective or prospective: told by the words around a time expression."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from speechlint.language.evidence import Voice
from speechlint.language.time_expressions import TimeExpression
from speechlint.model import Span

LOOKING_BACK = re.compile(
    "回顾|总结(?!大?会)|去年|上年|前年|过去|刚刚过去|曾经?|当时|当年|以来|历史性|(?:通报|召开|取得|实现|完成|宣读|交流|观摩|汇报)了"
    "|胜利召开|已经?"
    "|原(?=国务院)|时任|先后|同比|仅完成"
)
LOOKING_AHEAD = re.compile(
    "明年|后年|下一步|将(?!军|士)|(?<![主重需只首])要(?!求|点|素|闻|事|件|务)|确保|力争|争取|努力|即将|预计|计划(?!的执行)|部署"
    "|之前|以前|底前|务必|必须|到.{0,6}[底末]|目标|(?:抓住|抓好|做好|谋划)(?!了)"
)
# 端午节后，……: with so little behind it, an expression is only the topic of what follows.
LONGEST_TOPIC_END = 3
FIGURES = re.compile("(?:增速|增长|下降|回落|增加|减少|完成|实现|累计|达到?|产值|总额|收入)[^，；]{0,8}[0-9０-９X×Ｘ*]")
# In a longer line quotation marks are not counted anew for each place.
LONG_LINE = 2000
QUOTATION = re.compile("[“”\n]")
HERE_AND_NOW = re.compile("今年(?:是|既是|也是|又是|正值|恰逢|适逢)|当前|目前|现在|正在|今天|眼下|刚才|此时此刻")


def voice_of(expression: TimeExpression, text: str, sentence: Span, this_year: int | None = None) -> Voice:
    """The voice of the clause around an expression; the words nearest to it decide.

    With the draft's own year known, what lies in another is never spoken of as present.
    """
    if expression.year.shift:
        return Voice.RETROSPECTIVE if expression.year.shift < 0 else Voice.PROSPECTIVE
    voice = told_by_words(clause_around(expression, text, sentence))
    if voice not in (None, Voice.PRESENT):
        return voice
    distance = apart(expression, this_year)
    if distance and (voice is None or expression.year.number is not None):
        return Voice.RETROSPECTIVE if distance < 0 else Voice.PROSPECTIVE
    return Voice.PRESENT


def clause_around(expression: TimeExpression, text: str, sentence: Span) -> str:
    """The clause an expression stands in; where it only opens the sentence (下半年，……), the next one with it."""
    start = max(sentence.start, *(text.rfind(mark, sentence.start, expression.span.start) + 1 for mark in "，；,;"))
    stop = clause_stop(text, expression.span.end, sentence.end)
    if stop - expression.span.end <= LONGEST_TOPIC_END:
        stop = clause_stop(text, stop + 1, sentence.end)
    return text[start:stop]


def clause_stop(text: str, at: int, limit: int) -> int:
    return min((found for mark in "，；。,;" if (found := text.find(mark, at, limit)) >= 0), default=limit)


def told_by_words(clause: str) -> Voice | None:
    for pattern, voice in (
        (HERE_AND_NOW, Voice.PRESENT),
        (LOOKING_BACK, Voice.RETROSPECTIVE),
        (LOOKING_AHEAD, Voice.PROSPECTIVE),
        (FIGURES, Voice.RETROSPECTIVE),
    ):
        if pattern.search(clause):
            return voice
    return None


def apart(expression: TimeExpression, this_year: int | None) -> int:
    """How many years an expression lies off the draft's own; 0 where that is not known, or a range holds it."""
    first, last = expression.year, expression.last_year or expression.year
    if first.number is None or last.number is None or this_year is None:
        return 0
    return min(last.number - this_year, 0) or max(first.number - this_year, 0)


def quoted(text: str, at: int) -> bool:
    """Whether a place stands in a quotation: another's words, of another day."""
    start = text.rfind("\n", max(at - LONG_LINE, 0), at) + 1
    if not start and at > LONG_LINE:
        return quotations(text).open_at(at)
    return text.count("“", start, at) > text.count("”", start, at)


class Quotations:
    """How many quotation marks are open at each place of a text; a line begins with none."""

    def __init__(self, text: str) -> None:
        self._places: list[int] = []
        self._open: list[int] = []
        depth = 0
        for mark in QUOTATION.finditer(text):
            depth = 0 if mark[0] == "\n" else depth + (1 if mark[0] == "“" else -1)
            self._places.append(mark.start())
            self._open.append(depth)

    def open_at(self, at: int) -> bool:
        index = bisect_left(self._places, at) - 1
        return index >= 0 and self._open[index] > 0


@lru_cache(maxsize=1)
def quotations(text: str) -> Quotations:
    """The quotations of a text, read once for all who ask for it one after the other."""
    return Quotations(text)
