"""Anniversaries and numbered days: which year the n-th one falls in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from speechlint.language.numerals import number
from speechlint.model import Span

# The year an anniversary counts from: the n-th falls n years later.
FOUNDED = {
    "建党|(?:中国共产党|中共|(?<![团政])党)(?:成立|诞生|建立)": 1921,
    "(?:新中国|中华人民共和国|人民共和国)(?:成立|诞生)|建国": 1949,
    "改革开放": 1978,
    "建军|(?:中国人民解放军|人民军队)(?:建军|建立|成立)": 1927,
    "(?:中国人民)?抗日战争(?:暨世界反法西斯战争)?胜利|抗战胜利|世界反法西斯战争胜利": 1945,
    "(?:中国工农)?红军长征胜利|长征胜利": 1936,
    "五四运动": 1919,
    "辛亥革命": 1911,
    "香港回归(?:祖国)?": 1997,
    "澳门回归(?:祖国)?": 1999,
    "联合国成立": 1945,
    "(?:中国)?共青团(?:成立|建团)|建团|中国共产主义青年团成立": 1922,
    "人民政协成立": 1949,
    "全国人民代表大会成立": 1954,
    "西藏和平解放": 1951,
    "浦东开发开放": 1990,
    "海南建省(?:办经济特区)?": 1988,
    "毛泽东(?:同志)?诞辰": 1893,
    "周恩来(?:同志)?诞辰": 1898,
    "邓小平(?:同志)?诞辰": 1904,
    "马克思诞辰": 1818,
}
# The year before a numbered day was first kept: the n-th falls n years later.
FIRST_KEPT = {
    "教师节": 1984,
    "(?:中国)?记者节": 1999,
    "国家宪法日": 2013,
    "国家公祭日": 2013,
    "烈士纪念日": 2013,
    "(?:国家)?扶贫日": 2013,
    "(?:中国)?农民丰收节": 2017,
    "(?:中国)?医师节": 2017,
    "(?:中国)?人民警察节": 2020,
    "全民国家安全教育日": 2015,
    "全国助残日": 1990,
    "全国土地日": 1990,
    "植树节": 1978,
    "(?:国际)?护士节": 1911,
    "(?:国际)?禁毒日": 1987,
    "(?:全国)?安全生产月": 2001,
    "(?:中国)?航天日": 2015,
}
NUMBER = "[0-9]{1,3}|[一二三四五六七八九十百]{1,5}"
ANNIVERSARY = re.compile(
    rf"(?:(?P<event>{'|'.join(f'(?:{name})' for name in FOUNDED)})(?:后的?)?(?P<years>{NUMBER})周年)"
    rf"|第(?P<ordinal>{NUMBER})[个届次](?P<day>{'|'.join(f'(?:{name})' for name in FIRST_KEPT)})"
)


@dataclass(frozen=True, slots=True)
class Anniversary:
    """One mention: which year it falls in, and the year it counts from."""

    span: Span
    year: int
    since: int


def anniversaries(text: str) -> Iterator[Anniversary]:
    """Yield every anniversary and numbered day whose beginning is known."""
    for found in ANNIVERSARY.finditer(text):
        name, table = (found["event"], FOUNDED) if found["event"] else (found["day"], FIRST_KEPT)
        since = next(year for pattern, year in table.items() if re.fullmatch(pattern, name))
        count = number(found["years"] or found["ordinal"])
        if count and 1000 < since + count < 9999:
            yield Anniversary(Span(*found.span()), since + count, since)
