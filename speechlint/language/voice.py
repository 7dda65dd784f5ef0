"""Present, retrospective or prospective: told by the words around a time expression."""

from __future__ import annotations

import re

from speechlint.language.evidence import Voice
from speechlint.language.time_expressions import TimeExpression
from speechlint.model import Span

LOOKING_BACK = re.compile(
    "回顾|总结|去年|上年|前年|过去|刚刚过去|曾经?|当时|当年|以来|历史性|通报了|召开了|取得了|实现了|完成了|胜利召开|已经?"
    "|原(?=国务院)|时任|先后|同比|仅完成"
)
LOOKING_AHEAD = re.compile(
    "明年|后年|下一步|将(?!军|士)|(?<![主重需只首])要(?!求|点|素|闻)|确保|力争|争取|努力|即将|预计|计划(?!的执行)|部署"
    "|之前|以前|底前|务必|必须|到.{0,6}[底末]"
)
HERE_AND_NOW = re.compile("今年(?:是|既是|也是|又是|正值|恰逢|适逢)|当前|目前|现在|正在|今天|眼下|刚才|此时此刻")


def voice_of(expression: TimeExpression, text: str, sentence: Span) -> Voice:
    """The voice of the clause around an expression; the words nearest to it decide."""
    start = max(sentence.start, *(text.rfind(mark, sentence.start, expression.span.start) + 1 for mark in "，；,;"))
    stops = [at for mark in "，；。,;" if (at := text.find(mark, expression.span.end, sentence.end)) >= 0]
    clause = text[start : min(stops, default=sentence.end)]
    for pattern, voice in (
        (HERE_AND_NOW, Voice.PRESENT),
        (LOOKING_BACK, Voice.RETROSPECTIVE),
        (LOOKING_AHEAD, Voice.PROSPECTIVE),
    ):
        if pattern.search(clause):
            return voice
    if expression.year.shift:
        return Voice.RETROSPECTIVE if expression.year.shift < 0 else Voice.PROSPECTIVE
    return Voice.PRESENT
