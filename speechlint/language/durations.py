"""Lengths of time as spoken: 十几天, 不到一个月, 三个多月."""

from __future__ import annotations

import re

from speechlint.language.numerals import number

UNIT_DAYS = {"天": 1, "日": 1, "周": 7, "个星期": 7, "个月": 30, "个半月": 30, "个季度": 91, "年": 365}
LONGEST_SLACK = 45
DURATION = (
    "(?P<limit>不到|不足|仅有?|只有|大约|约|近)?(?P<amount>半|[0-9]{1,3}|[一二两三四五六七八九十百]{1,4}|几|[一二三四五六七八九]?十几)"
    "(?P<more>多|来|余)?(?P<unit>天|日|周|年(?!级|度|代)|个半月|个(?P<inner>多)?(?:星期|月|季度))(?P<about>左右|上下)?"
)


def days_of(found: re.Match[str]) -> tuple[int, int] | None:
    """The fewest and the most days a spoken length leaves open, with the slack such words have."""
    unit = UNIT_DAYS[found["unit"].replace("多", "")]
    amount = found["amount"]
    if amount == "半":
        least = most = unit / 2
    elif amount == "几":
        least, most = 2.0 * unit, 9.0 * unit
    else:
        value = number(amount.removesuffix("几"))
        if value is None:
            return None
        least = most = (value + (0.5 if found["unit"] == "个半月" else 0)) * unit
        if amount.endswith("几"):
            least, most = least + unit, most + 9.0 * unit
    if found["more"] or found["inner"]:
        most += unit * (10 if unit == 1 else 1)
    if found["limit"] in ("不到", "不足"):
        least -= max(min(unit, least / 2), least * 0.2) if unit > 1 else least * 0.3
    slack = max(3, round(most * 0.15)) if unit == 1 else min(unit // 2, LONGEST_SLACK)
    beyond = min(slack, 3) if found["limit"] in ("不到", "不足") else slack
    return max(0, round(least) - slack), round(most) + beyond
