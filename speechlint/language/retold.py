"""One quantity told with two numbers: ten items of public service here and fifteen there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from speechlint.language.bounds import CLAUSES, matches_around
from speechlint.language.numerals import number
from speechlint.model import Span
from speechlint.scan import matches

COUNT = r"(?P<count>[0-9]{1,3}|[一二两三四五六七八九十]{1,3}|[XxＸ×*某]{1,3})"
# 其中3件, 已完成8件, 去年的10件 count something else.
PARTIAL = re.compile(
    "其中|完成|剩余|首批|还有|新增|另外?|去年|上年|往年|前年|明年|每年|年来|累计|第$|再|前$|后$|不少于|办好|办成|办结|办了|[0-9]{4}年"
)
PART_AFTER = re.compile("(?:中的?|之一|里|已(?:经)?(?:完成|办结|建成|开工|全部|竣工|落实|见效|交付|办成)|和|，?其中)")
SEPARATORS = re.compile("[，。；：！？\n]")
NAME_END = "(?:项目|工程|产业园|工业园|物流园|园区|基地|大桥|公路|高速|水库|综合体|电站|医院|学校|大厦|生产线|小镇)"
FIGURE = r"[0-9]{1,12}(?:\.[0-9]{1,6})?"
INVESTMENT = "总投资"
AMOUNT = rf"{INVESTMENT}额?(?:约|达|达到|为|近|共)?(?P<amount>{FIGURE})(?P<unit>亿|万)元?"
PLANNED = "(?:计划|概算|估算|预计)?"
NAME_BEFORE = re.compile(f"{NAME_END}[，（]?{PLANNED}{INVESTMENT}")
NAMED_BEFORE = re.compile(rf"(?P<name>[一-鿿A-Za-z0-9（）]{{4,30}}{NAME_END}[，（]?){PLANNED}{AMOUNT}")
NAMED_AFTER = re.compile(rf"{AMOUNT}的(?P<name>[一-鿿A-Za-z0-9（）]{{3,24}}?{NAME_END}{{1,3}})(?!等|群|化)")
# 抓好……项目建设，该项目总投资86亿元.
SAID_OF_IT = re.compile(
    rf"(?P<name>[一-鿿A-Za-z0-9（）]{{4,30}}{NAME_END})(?:建设|推进|前期|工作)*，(?:该|此)(?:项目|工程){PLANNED}{AMOUNT}"
)
# 高标准农田建设任务8.5万亩, 8.5万亩高标准农田建设任务: one task, where the scope named before it is the same.
SIZE = rf"(?P<amount>{FIGURE})(?P<unit>万?亩|万?公顷|万?平方米|公里|万?吨|万?[户套人])"
TASK = "[一-鿿]{4,16}任务"
TASK_BEFORE = re.compile(rf"(?P<name>{TASK})(?:共|为|是|总计|面积)?{SIZE}")
TASK_AND_FIGURE = re.compile("任务(?:共|为|是|总计|面积)?[0-9]")
TASK_AFTER = re.compile(rf"{SIZE}的?(?P<name>{TASK})")
SCOPE = re.compile(
    "^(?:[按确]?[如期时保]?(?:完成|下达|落实|抓好|确保|要))?(?:今年|全年|本年度|年度|[全我本][省市区县乡镇])*的?"
)
LEAD = re.compile(
    "^(?:[一二三四五六七八九十]{1,2}[是要]|[要把对]|继续|着力|重点|紧盯|盯紧|抓好|抓紧|狠抓|推进|加快|加大|做好|实施|启动|开工|谋划)+"
)
COLLECTIVE = re.compile("[0-9一二三四五六七八九十百几多两][个项批大座条家]|一批|等|各|全部|所有|期|阶段|类")
LEAST_NAME = LEAST_TASK = 6


class Telling(NamedTuple):
    """One place where a quantity is told: what of, and how much (None for a masked number)."""

    span: Span
    subject: str
    value: str | None


def counted_sets(text: str, subjects: re.Pattern[str]) -> Iterator[Telling]:
    """Yield counts of a set that a year has only one of (十件民生实事); counts of a part of it are passed over."""
    for found in matches(counted(subjects), text):
        before = SEPARATORS.split(text[max(0, found.start() - 30) : found.start()])[-1]
        if PARTIAL.search(before) or PART_AFTER.match(text, found.end()):
            continue
        if before and (before[-1].isdigit() or before[-1] in "第百千余多"):
            continue
        value = number(found["count"])
        yield Telling(Span(*found.span()), found["subject"], None if value is None else str(value))


@cache
def counted(subjects: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(rf"{COUNT}[件项大个](?P<subject>{subjects.pattern})")


def investments(text: str) -> Iterator[Telling]:
    """Yield the total investment of each named project; nothing where only one is told."""
    if text.count(INVESTMENT) < 2:
        return
    before = (NAMED_BEFORE,) if any(matches(NAME_BEFORE, text)) else ()
    for pattern in (*before, NAMED_AFTER, SAID_OF_IT):
        for found in matches(pattern, text):
            full = found["name"].rstrip("，（")
            name = LEAD.sub("", full)
            if not COLLECTIVE.search(name) and len(name) >= LEAST_NAME:
                value = float(found["amount"]) * (10000 if found["unit"] == "亿" else 1)
                lead = len(full) - len(name) if found.start("name") == found.start() else 0
                yield Telling(Span(found.start() + lead, found.end()), name, f"{value:g}")


def tasks(text: str) -> Iterator[Telling]:
    """Yield the size of each named task; one of a place or a year of its own has another name."""
    places = [place.start() for place in TASK_AND_FIGURE.finditer(text)]
    for several in (matches_around(TASK_BEFORE, text, places, CLAUSES), matches(TASK_AFTER, text)):
        for found in several:
            clause = SEPARATORS.split(text[max(0, found.start() - 30) : found.start()])[-1]
            name = SCOPE.sub("", found["name"])
            if len(name) >= LEAST_TASK and not (PARTIAL.search(clause + found["name"]) or COLLECTIVE.search(name)):
                yield Telling(Span(*found.span()), name + found["unit"], found["amount"])


def disagreements(tellings: Iterator[Telling], *, exact: bool = False) -> Iterator[tuple[Telling, Telling]]:
    """Yield each telling that differs from the first one of the same subject, with that first one.

    A name may be preceded by other words of its clause, so one that ends in another is the same, unless `exact`.
    """
    first = First(exact=exact)
    for telling in sorted(tellings, key=lambda t: t.span):
        known = first.of_same_subject(telling)
        if known is None:
            first.add(telling)
        elif known.value != telling.value:
            yield known, telling


class First:
    """The first telling of each subject; names of which one ends in the other are one subject, unless `exact`."""

    def __init__(self, *, exact: bool) -> None:
        self._exact = exact
        self._tellings: list[Telling] = []
        # The first one called so, and the first one whose name ends so.
        self._called: dict[str, int] = {}
        self._ending: dict[str, int] = {}

    def add(self, telling: Telling) -> None:
        for end in self._ends(telling.subject):
            self._ending.setdefault(end, len(self._tellings))
        self._called[telling.subject] = len(self._tellings)
        self._tellings.append(telling)

    def of_same_subject(self, telling: Telling) -> Telling | None:
        found = [self._called.get(end) for end in self._ends(telling.subject)]
        found.append(self._ending.get(telling.subject))
        index = min((index for index in found if index is not None), default=None)
        return None if index is None else self._tellings[index]

    def _ends(self, name: str) -> list[str]:
        return [name] if self._exact else [name[start:] for start in range(len(name))]
