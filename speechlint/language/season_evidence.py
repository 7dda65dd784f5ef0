"""What a draft says about the time of year it is spoken in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from speechlint.language.bounds import PHRASES, matches_around
from speechlint.language.day_evidence import COMING, LONG_STRETCHES, day_evidence
from speechlint.language.durations import DURATION, days_of
from speechlint.language.evidence import Evidence, Sort, Voice
from speechlint.language.heads import is_title
from speechlint.language.interval import Interval
from speechlint.language.setting import REACH, Setting
from speechlint.language.time_expressions import TimeExpression, within
from speechlint.model import Span
from speechlint.scan import matches

PERIODS = ("quarter", "half", "months")
# A meeting that sums a period up is held after it; one that pushes it on may be held in its last quarter.
SUMMING_UP = re.compile("^[^，。；\n]{0,18}(?:分析|总结|讲评|点评|通报|盘点)(?:工作)?(?:大?会|会议)")
PUSHING_ON = re.compile("^[^，。；\n]{0,18}(?:调度|推进|督查)(?:工作)?(?:大?会|会议)")
# How long after a period the meeting on it may be held, and how long its figures are told.
HELD_WITHIN, KNOWN_FOR = timedelta(80), timedelta(300)
LAST_YEAR_TOLD = re.compile("过去.{0,2}一年|一年来|上一年|全年(?:完成|实现|累计)")
REPORTED_BEFORE = re.compile(
    "(?:通报|汇报|总结|回顾|回顾总结|分析|点评|讲评|盘点)(?:了|一下)?(?:全[省市县区])?[^，。；要将]{0,8}$"
)
FIGURE = "[0-9０-９×ＸX某*]+(?:\\.[0-9]+)?"
NUMERAL = "[一二两三四五六七八九十百千]+"
MEASURE = "[万亿个家项户亩吨元%％]"
REPORTED_AFTER = re.compile(
    f"^，?[^，。；]{{0,16}}(?:仅?(?:完成|实现)[^，。；]{{0,10}}(?:{FIGURE}{MEASURE}|{NUMERAL}(?:亿|万元|余万|多万))"
    f"|(?:同比|环比)(?:增长|下降)|(?:增长|下降|回落)(?:{FIGURE}[%％个]|百分之)|"
    "运行情况|完成情况|完成不力|考核(?:结果|得分|可以说|后进|排名)|评价得分|工作回顾|工作总结|仅完成)"
)
NOT_YET = re.compile(
    "预计|预期|力争|确保|目标|要求|计划|争取|有望|将(?!军|士)|(?<![主重需必只首])要(?!求|素|点|闻)|任务"
)
AHEAD_BEFORE = re.compile("(?:确保|力争|争取|努力|务必|必须|赶在|抓紧|冲刺|计划|拟|预计)(?:在|于|到)?[^，。；]{0,3}$")
AHEAD_AFTER = re.compile(
    "^(?:(?:底|末)?前|的?[^，。；]{0,12}(?:必须|务必|力争|确保|(?<![主重需必只首])要(?!求|素|点|闻)|难(?:改|以)|将会))"
)
# 端午节后要开展: no sooner than that day.
AFTER_IT = re.compile("^[节日]?(?:长假|假期?)?[以之]?后")
DONE = re.compile("已|了(?!解)|曾|以来|如期完成|圆满")
CLAUSE = re.compile("[，。；,;]")
APPROACHING = re.compile("(?:马上|即将|就要|就将|将要|很快|眼看)[^，。；]{0,6}(?:进入|迎来|到)了?$")
# 马上进入二季度中后期.
LATER_PART = re.compile("^的?(?:中后?期|后期|下半程|尾声|收尾)")
ENDING = re.compile("^(?:即将|就要|马上就?要?|快要)(?:过去|结束)")
HALFWAY = re.compile('[“"‘]?双过半[”"’]?')
HALFWAY_DONE = re.compile(
    "(?:已|已经|顺利|圆满|全面|均|成功)(?:完成|实现)[^，。；]{0,8}$|(?:完成|实现)了[^，。；]{0,8}$"
)
HALFWAY_SURELY_AHEAD = re.compile("(?:确保|力争|争取|夺取|保证|冲刺)[^，。；]{0,14}$")
HALFWAY_AHEAD = re.compile("(?:努力|奋力|为|奋战|全力|要)[^，。；]{0,14}$")
TARGETS = "(?P<target>半年盘点|半年度?考核|年中|年底|年末|年终|全年收官|二季度末|一季度末|三季度末|上半年结束|半年)"
TARGET_DAYS = {"一": (3, 31), "二": (6, 30), "半": (6, 30), "年中": (6, 30), "上": (6, 30), "三": (9, 30)}
LEFT = re.compile(
    rf"(?:距离?|离|到){TARGETS}[^，。；]{{0,8}}?(?:还有|只有|仅有|仅剩下?|只剩下?|剩下|还剩|的?这|不足(?=[0-9一二三四五六七八九十半])|不到)"
    rf"(?:最后)?(?:的)?{DURATION}"
)

LEFT_OVER = re.compile(f"(?:剩|还有|余下)(?:下|余)?(?:了|最后|的){{0,4}}{DURATION}")
LEFT_OF_YEAR = re.compile(
    "[今全]年(?<![去前明]今年)(?P<working>的?有效工作时间|的?工作日)?(?:就|也|已经?)?(?:仅仅?|只)?(?:剩下|剩余|剩|还有|余下)(?:了|最后|的)*"
    rf"{DURATION}(?=的?(?:时间|工作日)|[，。；！,;])"
)
ROUND_NUMBER = (15, 15)


def season_evidence(setting: Setting) -> Iterator[Evidence]:
    """Everything that tells the time of year, in no order; periods of another year are passed over."""
    yield from remaining(setting)
    yield from halfway(setting)
    yield from day_evidence(setting)
    titles = [block.span for block in setting.head if is_title(setting.document.text_of(block).strip())]
    titled = {e.span.start for title in titles for e in within(setting.expressions, title)}
    for e in setting.expressions:
        if e.kind in LONG_STRETCHES or not setting.of_own_year(e):
            continue
        days = e.interval(setting.this_year)
        if days is None:
            continue
        if e.festival and not setting.year_known:
            # A lunar festival moves by about a month from year to year.
            days = days.widened(20, 20)
        before, after = setting.clause(e)
        if not LATER_PART.match(after):
            yield from approaching(e, days, before)
        yield from ending(e, days, after)
        yield from rest_of_year(e, days)
        if e.kind in PERIODS:
            yield from reported(setting, e, days, before, after, e.span.start in titled)
        yield from expected(e, days, before, after)


def reported(
    setting: Setting, e: TimeExpression, days: Interval, before: str, after: str, in_title: bool
) -> Iterator[Evidence]:
    """Figures exist only when the period is over, or all but over; the meeting about it alone is held soon after.

    A speech of the first months may mean the year before, where it names none.
    """
    if not e.year.named and ((setting.early and days.end.month > 3) or LAST_YEAR_TOLD.search(before + after)):
        return
    known_from = days.end - timedelta(10)
    if PUSHING_ON.match(after):
        known_from = date(days.end.year, max(days.end.month - 2, 1), 1)
    elif not SUMMING_UP.match(after) and not is_reported(before, after):
        return
    about_it = in_title and SUMMING_UP.match(after)
    allows = Interval(known_from, days.end + (HELD_WITHIN if about_it else KNOWN_FOR))
    yield Evidence(e.span, Sort.REPORTED, Voice.RETROSPECTIVE, allows, 2, period=days)


def is_reported(before: str, after: str) -> bool:
    clause_before = CLAUSE.split(before)[-1]
    if NOT_YET.search(clause_before) or NOT_YET.search(CLAUSE.split(after)[0]):
        return False
    return bool(REPORTED_BEFORE.search(clause_before) or REPORTED_AFTER.match(after))


def expected(e: TimeExpression, days: Interval, before: str, after: str) -> Iterator[Evidence]:
    """What is to be reached by a time cannot lie behind; an unnamed year may be the next, so it only hints."""
    if AFTER_IT.match(after) or not (AHEAD_BEFORE.search(before) or AHEAD_AFTER.match(after)):
        return
    if DONE.search(CLAUSE.split(before)[-1] + after):
        return
    allows = Interval(date(days.end.year - 1, 9, 1), days.end)
    yield Evidence(e.span, Sort.EXPECTED, Voice.PROSPECTIVE, allows, 2 if e.year.named else 1)


def approaching(e: TimeExpression, days: Interval, before: str) -> Iterator[Evidence]:
    next_year = not e.year.named and days.start.month <= 2  # 即将迎来春节, said in December
    told = APPROACHING.search(before) and not COMING.search(before)
    if told and not next_year:
        allows = Interval(days.start - timedelta(25), days.start)
        yield Evidence(e.span, Sort.APPROACHING, Voice.PRESENT, allows, 3)


def ending(e: TimeExpression, days: Interval, after: str) -> Iterator[Evidence]:
    if ENDING.match(after):
        allows = Interval(days.end - timedelta(25), days.end)
        yield Evidence(e.span, Sort.APPROACHING, Voice.PRESENT, allows, 3)


def rest_of_year(e: TimeExpression, days: Interval) -> Iterator[Evidence]:
    if e.kind == "rest":
        yield Evidence(e.span, Sort.REMAINING, Voice.PRESENT, Interval(days.start, days.start).widened(25, 25), 2)


def remaining(setting: Setting) -> Iterator[Evidence]:
    """距离半年盘点还有十几天; 到二季度末的这十几天; 今年仅剩下100天左右."""
    text = setting.document.text
    places = [left.start() for left in matches(LEFT_OVER, text)]
    for found in matches_around(LEFT_OF_YEAR, text, places, PHRASES):
        span = days_of(found)
        if span is not None:
            end = date(setting.this_year, 12, 31)
            # A hundred working days are twenty weeks.
            most = span[1] * 7 // 5 if found["working"] else span[1]
            # A round number of days is a manner of speaking.
            allows = Interval(end - timedelta(most), end - timedelta(span[0])).widened(*ROUND_NUMBER)
            yield Evidence(Span(*found.span()), Sort.REMAINING, Voice.PRESENT, allows, 2)
    for found in matches(LEFT, text):
        span = days_of(found)
        if span is None:
            continue
        key = next((key for key in TARGET_DAYS if found["target"].startswith(key)), "")
        target = date(setting.this_year, *TARGET_DAYS.get(key, (12, 31)))
        allows = Interval(target - timedelta(span[1]), target - timedelta(span[0]))
        yield Evidence(Span(*found.span()), Sort.REMAINING, Voice.PRESENT, allows, 3)


def halfway(setting: Setting) -> Iterator[Evidence]:
    """“双过半” is the goal of the first half of a year."""
    for found in matches(HALFWAY, setting.document.text):
        sentence = setting.sentence(found.start())
        before = setting.document.text[max(sentence.start, found.start() - REACH) : found.start()]
        year, span = setting.this_year, Span(*found.span())
        surely = HALFWAY_SURELY_AHEAD.search(before)
        if HALFWAY_DONE.search(before) and not surely:
            allows = Interval(date(year, 6, 15), date(year + 1, 3, 31))
            yield Evidence(span, Sort.REPORTED, Voice.RETROSPECTIVE, allows, 1)
        elif surely or HALFWAY_AHEAD.search(before):
            yield Evidence(span, Sort.HALFWAY, Voice.PROSPECTIVE, Interval(date(year, 1, 1), date(year, 7, 5)), 2)
