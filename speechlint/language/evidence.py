"""What one place of a draft says about the day it is spoken."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from speechlint.language.interval import Interval
from speechlint.model import Span


class Voice(StrEnum):
    """Whether a place speaks of the day of the speech, looks back from it or looks ahead."""

    PRESENT = "present"
    RETROSPECTIVE = "retrospective"
    PROSPECTIVE = "prospective"


class Sort(StrEnum):
    """How a place comes to say something about the day of the speech."""

    SUBTITLE = "subtitle"  # （2022年6月10日）
    TITLE = "title"  # 在2022年……会议上的讲话
    POSTING = "posting"  # a web page's time of publication
    THIS_YEAR = "this-year"  # 今年是“十四五”开局之年
    REVIEWED = "reviewed"  # 一、2023年工作回顾
    PLAN = "plan"  # 正在编制“十五五”规划
    REPORTED = "reported"  # 通报了前三季度经济运行情况
    JUST_OVER = "just-over"  # 刚刚过去的一季度
    TODAY = "today"  # 今天是9月10日
    EXPECTED = "expected"  # 争取三季度落地
    APPROACHING = "approaching"  # 马上进入9月中旬
    REMAINING = "remaining"  # 距离半年盘点还有十几天
    HALFWAY = "halfway"  # 确保实现“双过半”


class Evidence(NamedTuple):
    """The days one place leaves open for the speech.

    `weight` is 3 for a day told outright, 2 for a plain statement, 1 for a hint that never accuses alone. `year` is the
    one a date line writes, where `allows` may run over into another, and `period` the one whose figures are reported.
    """

    span: Span
    sort: Sort
    voice: Voice
    allows: Interval
    weight: int
    year: int | None = None
    period: Interval | None = None
