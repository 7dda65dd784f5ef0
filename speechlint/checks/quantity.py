"""Do stated parts, shares and totals make sense together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.model import Span

if TYPE_CHECKING:
    from decimal import Decimal

Fault = Literal["parts", "structure", "shares"]

NUMBER = r"(?<![\d.])\d{1,9}(?:\.\d{1,4})?"
UNIT = r"(?:万|亿)?(?:个|名|人|家|户|件|项|起|次|篇|辆|台|套|座|所|条|处|元|亩|吨|公里|千米)"
# What a sentence of parts and a total, of a structure or of shares cannot do without.
LISTING, SUMMED = ("其中", "分别是", "包括"), frozenset("共计")
SHAPE, PROPORTION = ("结构", "构成", "比例", "占比", "比重", "三次产业比", "三产比"), frozenset("：:∶")
PART, PERCENT = ("占",), frozenset("%％")
COUNT = re.compile(rf"(?P<number>{NUMBER})(?P<unit>{UNIT})")
TOTAL = re.compile(rf"(?:共计|合计|总计|共有|一共|总共|共)(?P<number>{NUMBER})(?P<unit>{UNIT})")
# 其中 A 3 个、B 4 个，共 8 个: a list of parts, then the total closes the sentence.
PARTS = re.compile(
    rf"(?:{'|'.join(LISTING)})[，：:]?(?P<parts>[^。；;！？]{{4,120}}?)[，,](?P<total>(?:共计|合计|总计|共有|一共|总共|共){NUMBER}{UNIT})"
)
STRUCTURE = re.compile(
    rf"(?:产业|经济|收入|能源|投资|消费|人口|年龄|学历)?(?:结构|构成|比例|占比|比重|结构比|构成比|(?<=三次产业)比|(?<=三产)比)(?:[^。；，\d]{{0,12}})(?P<ratio>{NUMBER}(?:[：:∶]{NUMBER}){{2,4}})"
)
SHARES = re.compile(
    rf"(?P<list>(?:[^。；，、\d]{{1,16}}占(?:比|总数|总量|全部)?(?:的)?(?:为|达|约)?{NUMBER}[%％][，、,]?){{2,8}})"
)
SHARE = re.compile(rf"({NUMBER})[%％]")


def exact(number: str = "0") -> Decimal:
    # Loaded when something is summed up, which few drafts ask for.
    from decimal import Decimal

    return Decimal(number)


@kind("sum", "total")
def quantity(analysis: Analysis, *, fault: Fault) -> Iterator[Match]:
    """Yield sums that do not come out: `parts` and a total, a `structure` (a:b:c) or `shares` of more than 100 %."""
    find, words, marks = {
        "parts": (parts, LISTING, SUMMED),
        "structure": (structure, SHAPE, PROPORTION),
        "shares": (shares, PART, PERCENT),
    }[fault]
    for span in analysis.sentences_with(*words):
        if not marks.isdisjoint(analysis.text[span.start : span.end]):
            yield from find(analysis.text, span)


def parts(text: str, span: Span) -> Iterator[Match]:
    for found in PARTS.finditer(text, span.start, span.end):
        total = TOTAL.search(found["total"])
        items = list(COUNT.finditer(text, *found.span("parts")))
        if total is None or len(items) < 2 or "等" in found["parts"] or any(i["unit"] != total["unit"] for i in items):
            continue
        summed = sum((exact(item["number"]) for item in items), exact())
        if summed != exact(total["number"]):
            clues = tuple(Clue(Span(*item.span())) for item in items)
            yield Match(
                Span(*found.span("total")), {"sum": f"{summed}{total['unit']}", "total": total["number"]}, related=clues
            )


def structure(text: str, span: Span) -> Iterator[Match]:
    for found in STRUCTURE.finditer(text, span.start, span.end):
        summed = sum((exact(part) for part in re.split("[：:∶]", found["ratio"])), exact())
        # Only ratios meant as percentages, as those of the three sectors always are; each rounded part may be off by
        # half of its last digit.
        lowest, highest = (50, 150) if "产业" in found[0] or "三产" in text[span.start : found.start()] else (90, 110)
        if lowest < summed < highest and abs(summed - 100) > exact("0.3"):
            yield Match(Span(*found.span("ratio")), {"sum": str(summed), "total": "100"})


def shares(text: str, span: Span) -> Iterator[Match]:
    for found in SHARES.finditer(text, span.start, span.end):
        numbers = [exact(number) for number in SHARE.findall(found["list"])]
        if len(numbers) >= 2 and sum(numbers) > exact("100.5"):
            yield Match(Span(*found.span("list")), {"sum": str(sum(numbers)), "total": "100"})
