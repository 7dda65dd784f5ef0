"""Ordinals that begin an item: 一、 （一） 1. ① 第一， 第一件事 一是 其一 第一条."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from speechlint.language.blocks import BLANKS, in_blocks
from speechlint.language.contents import contents
from speechlint.language.numerals import CHINESE, CIRCLED, ROMAN, ordinal_number
from speechlint.model import BlockKind, Document, Span
from speechlint.scan import opening_of

N = rf"(?P<n>[{CHINESE}]{{1,4}})"
DIGIT = r"(?P<n>[0-9０-９]{1,2})"
# What is counted by “第一个…”: only such nouns open an item; 第一个五年计划 does not.
MATTER = (
    r"(?:(?:件|个|条|点|项|步|层|句|方面|部分|类|种|大)(?:事情?|问题|方面|意见|要求|部分|层?意思|建议|任务|关系|特点|原因|措施"
    r"|体会|感受|关键词|话|字|环节|重点|阶段|目标|方向|工作|准备|举措)|方面|点|步|部分"
    r"|[笔本]账|场(?:硬?仗|战役)|道(?:关口?|防线|题)|张牌|堂课)"
)
# 第一阶段，… 第二环节：… count only where the label ends there: 第二阶段的工作已经展开 is a sentence.
PHASE = r"(?:阶段|环节|步骤|层次|层面|板块|专题|单元|关|期)"
LABEL_ENDS = r"(?=[，,、：:；;（(\s　是—]|$)"
TELLS = r"(?=[讲谈说为]|主要|着重|重点|围绕)"
# 一把…关，二把…关: verbs that count only in company; a single one is a word (一把手, 一有空就来).
VERB = "[把算过查比学讲谈问访评议想促保建防带管守治争帮扶有不]"
# 一要素, 二要件, 一是一: words, not ordinals. 三、四季度: two of a kind, not an item.
NOT_A_VERB = r"(?!素|件|塞|[一二三四五六七八九十](?:[，、,。；;]|$))"
CLASSIFIERS = r"(?:季|产业|年级|类|级|线|期|月|批|次|档|等|胎|把手|带)"
PAIR = rf"(?![一二三四五六七八九十](?:、[一二三四五六七八九十])*{CLASSIFIERS})"


class Standing(StrEnum):
    """Where an ordinal stands: first in its block, after a sentence or clause that ended, or after a comma."""

    LINE = "line"
    SENTENCE = "sentence"
    CLAUSE = "clause"


class Style(NamedTuple):
    """A way of writing ordinals. Items of one list share a `series`; a careful draft keeps to one `variant` of it.

    `level` is the layer GB/T 9704—2012 7.3.3 gives it (一、=1 （一）=2 1.=3 （1）=4), 0 for the others.
    `deepest` is the loosest standing at which it may open an item; one that `follows` opens an item only right behind
    the one before it in the same block: 第一步搞调查，第二步定方案.
    """

    series: str
    pattern: str
    level: int = 0
    deepest: Standing = Standing.SENTENCE
    follows: bool = False


IN_COMPANY = "一把"
STYLES = (
    Style("条", rf"第{N}(?P<v>[编章节条])(?=[\s　]|之|$)", 0, Standing.LINE),
    Style("第一", rf"第{N}(?P<v>)(?:[，,、：:．.]|(?=[是要]|[\s　]))", 0, Standing.CLAUSE),
    Style("第一个", rf"第{N}(?P<v>{MATTER})", 0, Standing.SENTENCE),
    Style("第一个", rf"第{N}(?P<v>{MATTER})", 0, Standing.CLAUSE, follows=True),
    Style("第一阶段", rf"第{N}(?P<v>{PHASE}){LABEL_ENDS}", 0, Standing.SENTENCE),
    Style("第一阶段", rf"第{N}(?P<v>{PHASE})(?:{LABEL_ENDS}|{TELLS})", 0, Standing.CLAUSE, follows=True),
    Style("一、", rf"{N}(?P<v>、){PAIR}", 1, Standing.SENTENCE),
    Style("一、", rf"{N}(?P<v>[.．])(?!\d)", 1, Standing.LINE),
    Style("（一）", rf"[（(][\s　]*{N}[\s　]*[）)](?P<v>)、?", 2, Standing.SENTENCE),
    Style("（1）", rf"[（(][\s　]*{DIGIT}[\s　]*[）)](?P<v>)、?", 4, Standing.SENTENCE),
    Style("1）", rf"{DIGIT}[）)](?P<v>)", 0, Standing.SENTENCE),
    Style("1.", rf"{DIGIT}(?P<v>[.．])(?![0-9０-９])", 3, Standing.SENTENCE),
    Style("1.", rf"{DIGIT}(?P<v>、)(?![0-9０-９])", 3, Standing.SENTENCE),
    Style("①", rf"(?P<n>[{CIRCLED}])(?P<v>)", 5, Standing.CLAUSE),
    Style("Ⅰ", rf"(?P<n>[{ROMAN}])(?P<v>[.．、])", 0, Standing.LINE),
    Style("A", r"(?P<n>[A-ZＡ-Ｚ])(?P<v>[.．、])(?![A-Za-z])", 0, Standing.LINE),
    Style("一是", rf"{N}(?P<v>是|要|靠|看|抓|在于|则){NOT_A_VERB}", 0, Standing.CLAUSE),
    Style(IN_COMPANY, rf"(?!两){N}(?P<v>{VERB})(?!手)", 0, Standing.CLAUSE),
    Style("其一", rf"其{N}(?P<v>)(?=[，,、：:是])", 0, Standing.CLAUSE),
)
LOOSENESS = list(Standing)
# The first characters of the styles above, where what may stand before them and must stand after them does.
BLANK, SPACE = f"{BLANKS}　\u200b#>*", " 　"
ENDS = f"\n。！？；：;!?:，,、—摄”’）){BLANK}"
OPENING = re.compile(
    rf"[第其（(0-9０-９A-ZＡ-Ｚ{CHINESE}{CIRCLED}{ROMAN}](?<=[{ENDS}].)(?:"
    rf"(?<=[第其])(?=[{CHINESE}])|(?<=[（(])(?=[\s　]*[{CHINESE}0-9０-９])|(?<=[{CIRCLED}])"
    rf"|(?<=[{CHINESE}])(?=[{CHINESE}]{{0,3}}[、.．是要靠看抓在则{VERB[1:-1]}])"
    rf"|(?<=[0-9０-９])(?=[0-9０-９]?[、.．）)])|(?<=[{ROMAN}A-ZＡ-Ｚ])(?=[、.．]))"
)
UP_TO_WORD, UP_TO_MARK = re.compile(f"(?s:.*)[^{BLANK}]"), re.compile(f"(?s:.*)[^{SPACE}]")
# A caption left in the text ends in its credit: 记者 李某/摄.
STOPPED = re.compile(r"(?:(?P<sentence>[。！？；：;!?:]”?’?[）)]?|(?<=[/／ 　])摄)|(?P<clause>[，,、—]))\Z")
LONGEST_STOP = 4
COMPILED = tuple((style, re.compile(style.pattern)) for style in STYLES)
# An item of a Markdown list, and a line that is in none.
LAZY, OUTSIDE = re.compile(r"1\.[ \t]"), re.compile(r"[^\s]")
# Where ordinals are looked for.
BODY = frozenset({BlockKind.BODY, BlockKind.HEADING, BlockKind.TITLE})


@cache
def styles_opening(character: str, standing: str) -> tuple[tuple[Style, re.Pattern[str]], ...]:
    """The styles an ordinal may be of that begins with this character and stands so."""
    fit = [(s, p) for s, p in COMPILED if LOOSENESS.index(Standing(standing)) <= LOOSENESS.index(s.deepest)]
    return tuple((s, p) for s, p in fit if (opening := opening_of(p)) is None or opening.match(character))


class Ordinal(NamedTuple):
    """One ordinal: `span` is the label alone, `block` the 0-based index of the block it stands in.

    `depth` is the level of the marked heading it stands in, None elsewhere. Only ordinals of one `manner` make a list
    without a slip.
    """

    span: Span
    style: Style
    variant: str
    value: int
    standing: Standing
    block: int
    depth: int | None = None

    @property
    def manner(self) -> tuple[str, str]:
        return self.style.series, self.variant


def ordinals(document: Document, listed: Container[int] | None = None) -> tuple[Ordinal, ...]:
    """Every ordinal in reading order; tables, headers, footers, code and tables of contents are left out.

    `listed` are the blocks of the contents, where they are known.
    """
    every = candidates(document, contents(document) if listed is None else listed)
    found = tuple(in_turn(counted(document, every) if document.format == "md" else every))
    values: dict[str, set[int]] = {}
    for ordinal in found:
        if ordinal.style.series == IN_COMPANY:
            values.setdefault(ordinal.variant, set()).add(ordinal.value)
    verbs = {verb for verb, counted in values.items() if counted >= {1, 2}}
    return tuple(item for item in found if item.style.series != IN_COMPANY or item.variant in verbs)


def in_turn(found: Iterable[Ordinal]) -> Iterator[Ordinal]:
    """Leave out those that may only follow and do not follow the one before them."""
    last: dict[tuple[int, tuple[str, str]], int] = {}
    for ordinal in found:
        company = ordinal.block, ordinal.manner
        if not ordinal.style.follows or last.get(company) == ordinal.value - 1:
            last[company] = ordinal.value
            yield ordinal


def counted(document: Document, found: Iterable[Ordinal]) -> Iterator[Ordinal]:
    """Ordinals as a page made of Markdown shows them, which counts the items of a list written 1. 1. 1. itself."""
    last: Ordinal | None = None
    for ordinal in found:
        if ordinal.style.level == 3 and ordinal.value == 1 and LAZY.match(document.text, ordinal.span.start):
            goes_on = last is not None and not any(map(OUTSIDE.match, texts_between(document, last, ordinal)))
            last = ordinal = ordinal._replace(value=last.value + 1 if goes_on and last else 1)
        yield ordinal


def texts_between(document: Document, one: Ordinal, other: Ordinal) -> Iterator[str]:
    return map(document.text_of, document.blocks[one.block + 1 : other.block])


def candidates(document: Document, listed: Container[int]) -> Iterator[Ordinal]:
    # With a line feed before it the first block begins as all others do.
    after = 0
    for index, opening in in_blocks(document, OPENING.finditer("\n" + document.text), -1):
        at = opening.start() - 1
        if at < after or index in listed or document.blocks[index].kind not in BODY:
            continue
        standing = standing_at(document.text, at, document.blocks[index].span.start)
        found = ordinal_at(document, at, standing, index) if standing else None
        if found:
            after = found.span.end
            yield found


def standing_at(text: str, at: int, begin: int) -> Standing | None:
    """How an ordinal at a place stands in the block that begins at `begin`; None where none can."""
    mark = UP_TO_MARK.match(text, begin, at)
    stop = STOPPED.search(text, max(mark.end() - LONGEST_STOP, begin), mark.end()) if mark else None
    if stop:
        return Standing.CLAUSE if stop["clause"] else Standing.SENTENCE
    return None if UP_TO_WORD.match(text, begin, at) else Standing.LINE


def ordinal_at(document: Document, at: int, standing: Standing, index: int) -> Ordinal | None:
    block = document.blocks[index]
    for style, pattern in styles_opening(document.text[at], standing.value):
        found = pattern.match(document.text, at, block.span.end)
        value = ordinal_value(style, found["n"]) if found else None
        if found and value:
            depth = block.level if standing is Standing.LINE else None
            return Ordinal(Span(at, found.end()), style, found["v"], value, standing, index, depth)
    return None


def ordinal_value(style: Style, numeral: str) -> int | None:
    if style.series != "A":
        return ordinal_number(numeral)
    return ord(unicodedata.normalize("NFKC", numeral)) - ord("A") + 1
