"""What the year a draft reviews says about its own: 一、2023年工作回顾, 刚刚过去的2023年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from speechlint.language.evidence import Evidence, Sort, Voice
from speechlint.language.interval import Interval
from speechlint.language.numerals import number
from speechlint.language.time_grammar import YEAR
from speechlint.language.voice import quoted
from speechlint.model import Document, Span
from speechlint.scan import matches

HEADING = re.compile(
    rf"^[（(]?[一二三][）)、][ 　]?{YEAR}"
    "(?:全[省市区县镇乡])?(?:政府|主要|经济社会发展)?工作(?:情况)?的?(?:回顾|总结)$",
    re.MULTILINE,
)
JUST_PAST = re.compile(rf"(?:刚刚过去|即将过去|刚刚走过)的{YEAR}")


def reviewed_evidence(document: Document) -> Iterator[Evidence]:
    """Held late in the year reviewed or in the next; a draft that reviews several years one by one tells nothing."""
    text = document.text
    found = [m for pattern in (HEADING, JUST_PAST) for m in matches(pattern, text) if not quoted(text, m.start())]
    if len({m["year"] for m in found}) != 1:
        return
    for m in found:
        year = number(m["year"]) or 0
        allows = Interval(date(year, 9, 1), date(year + 1, 12, 31))
        yield Evidence(Span(*m.span()), Sort.REVIEWED, Voice.RETROSPECTIVE, allows, 2)
