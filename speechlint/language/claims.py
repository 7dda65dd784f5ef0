"""Claims: places where a draft says how many things it is going to name (讲四点意见, 抓好以下五件事, 三大任务)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from speechlint.language.blocks import in_blocks
from speechlint.language.numerals import CHINESE, number
from speechlint.language.ordinals import BODY
from speechlint.model import Document, Span

# 第三条, 每个, 数十项 count nothing the draft goes on to name.
BEFORE = re.compile(
    rf"(?:[第每各数几上近约超余百千万亿多×XxＸ0-9０-９.．之{CHINESE}]|[0-9０-９得积{CHINESE}]分"
    r"|其中|以上|上述|前述|上面)\Z"
)
LONGEST_BEFORE = 2
NUMERAL, DIGIT = "[一二两三四五六七八九十]", "[0-9０-９]"
COUNT = f"(?P<n>{NUMERAL}{{1,3}}|{DIGIT}{{1,2}})"
MEASURE = r"(?P<measure>个方面|方面|个|大|项|点|件|条|句|类|种|层|步|道|样|对|组|场|张|份|本|笔|堂|篇|期|把)"
MEASURE_BEGINS = "个方大项点件条句类种层步道样对组场张份本笔堂篇期把"
# 三个月, 两个百分点, 三点半 measure; 三个县, 五个部门 count what exists, not what is said; 六大以来 is a congress.
MEASURES = (
    r"(?!个(?:多|余|半)?(?:月|百分|小时|钟头|星期|季度|工作日|交易日|年|世纪|点|人|省|市|县|区|乡|镇|村|州|国家|地区|单位|部门|企业|小组)"
    r"|大(?:的|以[来后前]|后(?![方备盾])|前(?![提沿景])|会(?!战)|报告|期间|召开|闭幕|开幕|代表|党章|上[，提作])|[期本卷集册][一二两三四五六七八九十\d]"
    r"|点(?:钟|多|半|整|\d)|条(?:线|路|河|街|款)|[个项种类件条大]?多|[^，。；：！？,;:!?、\s]?[^，。；：！？,;:!?、\s]?以[上下内])"
)
# Begun with one set of characters, which the engine looks for fast.
CLAIM = re.compile(
    rf"(?P<n>[{NUMERAL[1:-1]}{DIGIT[1:-1]}](?:(?<={NUMERAL}){NUMERAL}{{0,2}}|(?<={DIGIT}){DIGIT}?))"
    rf"(?:(?=[{MEASURE_BEGINS}]){MEASURES}{MEASURE}(?P<noun>[^，。；：！？,;:!?、\s（()）]{{0,20}})"
    # “四关”, “三员”: a count without a measure, the word it counts in the same quotes.
    rf"|(?<=[“‘][二三四五六七八九十])(?P<word>[^{CHINESE}“”‘’，。；：！？,;:!?、\s]{{1,2}})(?=[”’]))"
)
# The noun of a promise: what a speaker names one by one.
GENERIC = re.compile(
    r"(?:意见|要求|问题|方面|工作|任务|[要大实]?事情?|重点|关键|环节|措施|举措|建议|看法|想法|体会|感受|希望|倡议|关系|原则|特点|成效"
    r"|变化|原因|抓手|目标|方向|内容|[话字点课仗战题牌账图表关步环]|清单|文章|战役|行动|工程|基础|建设|运行|体系|机制|优势|短板|难题|挑战"
    r"|机遇|议程|事项|程序|动作|做法|打算|考虑|认识|不足|差距|瓶颈|防线|红线|钥匙|尺子|转变|提升|突破|维度|层面|关口|情况|情形|准备|保障|经验|启示|阶段|步骤|渠道|途径|办法|方法|路径|条件|类型|责任|底线|意识|关系)"
    r"$"
)
LONGEST_GENERIC = 3
# What may follow the noun and leave it a promise: 从三个方面入手.
ACTING = re.compile(
    r"(?:[上来中里]|下功夫|着手|入手|发力|用力|努力|抓起|推进|做起|着力|用劲|使劲|做文章|来[看说讲抓想]|来设想|需要(?:说明|强调|注意)"
    r"|(?:加以|简要|具体|作|做|进行)*(?:汇报|报告|说明|阐述|介绍|总结|通报|交流)|如下)*$"
)
REPORTING = re.compile(r"(?:汇报|报告|说明|阐述|介绍|通报|交流)(?:如下)?$")
ALWAYS = ("个方面", "方面", "点", "件", "句", "步")
# A quoted count is mostly the name of a campaign (“五大行动”); these measures still promise a list.
COUNTED = ("个方面", "方面", "项", "点", "件", "步")
# 讲了四点, 提出了三条: what somebody has said; 座谈会, 宣讲: an event.
SPEAK = "(?:(?<![宣演听])讲|(?<![座访约洽商])谈|提|说|强调|汇报|报告)(?!出?了)"
SPEAKING = re.compile(rf"{SPEAK}[^，。；：！？,;:!?]{{0,14}}$")
LONGEST_SPEAKING = 16
# 我讲三点; a count behind what it counts is a result: 提出建议47条.
SPEAKING_OF_NOTHING = re.compile(
    rf"{SPEAK}出?(?:的(?:主要|重点)?)?(?:主要|简要|简单|概括|重点)?(?:是|有|就是)?(?:这么|以下|如下|下面|一下)?$"
)
SAID = re.compile(r"的?(?:具体|简要)?(?:意见|要求|问题|看法|建议|想法|体会|内容|希望|倡议|情况|话|事情?|方面|$)")
CLAUSE = re.compile(r"[，。；：！？,;:!?\n]")
UP_TO_CLAUSE = re.compile(rf"(?s:.*){CLAUSE.pattern}")
QUOTED = re.compile(r"的?(?P<open>[“‘])?(?P<inner>[^“”‘’]{1,12})[”’]")


@dataclass(frozen=True, slots=True)
class Claim:
    """One count a draft states: `span` is the phrase itself, `clause` and 0-based `block` where it stands.

    `generic` tells a promise (五件事) from a name (三大海区); `spoken` a promise about the whole speech (讲三点意见).
    `key` is the word every member may repeat: the one quoted (化解 in 三个“化解”, 紧盯 in “四个紧盯”), else the noun.
    """

    span: Span
    count: int
    clause: Span
    block: int
    key: str
    generic: bool
    spoken: bool = False
    quoted: bool = False


def claims(document: Document) -> Iterator[Claim]:
    """Yield every count the body of a draft states, in reading order; of one clause, the last."""
    text = document.text
    last: Claim | None = None
    for index, found in in_blocks(document, CLAIM.finditer(text)):
        count = number(found["n"])
        before = max(found.start() - LONGEST_BEFORE, 0)
        if count is None or count < 2 or BEFORE.search(text, before, found.start()):
            continue
        if document.blocks[index].kind not in BODY:
            continue
        clause = clause_around(document, found.span(), index, last.clause if last else None)
        if last and last.clause != clause:
            yield last
        last = claim_of(text, found, count, clause, index)
    if last:
        yield last


def clause_around(document: Document, place: tuple[int, int], index: int, earlier: Span | None = None) -> Span:
    """The clause a phrase of a block stands in, its closing stop included; `earlier` is that of a phrase before it."""
    block = document.blocks[index].span
    if earlier is not None and place[0] < earlier.end:
        return earlier
    begin = max(block.start, earlier.end) if earlier else block.start
    before = UP_TO_CLAUSE.match(document.text, begin, place[0])
    end = CLAUSE.search(document.text, place[1], block.end)
    return Span(before.end() if before else begin, end.end() if end else block.end)


def claim_of(text: str, found: re.Match[str], count: int, clause: Span, block: int) -> Claim:
    if found["word"]:
        return Claim(Span(*found.span()), count, clause, block, found["word"], generic=False, quoted=True)
    noun, start = found["noun"], found.start("noun")
    quoted = QUOTED.match(noun)
    if quoted and (quoted["open"] or text[found.start() - 1] in "“‘"):
        span = Span(found.start(), start + (quoted.end() if quoted["open"] else quoted.end("inner")))
        promise = found["measure"] in COUNTED and said(found["measure"], quoted["inner"])
        generic = promise and bool(ACTING.match(noun, quoted.end()))
        return Claim(span, count, clause, block, quoted["inner"], generic, quoted=True)
    said_before = text[max(clause.start, found.start() - LONGEST_SPEAKING) : found.start()]
    speaking = SPEAKING if noun else SPEAKING_OF_NOTHING
    spoken = bool(speaking.search(said_before) and SAID.match(noun)) or (
        found["measure"] in ALWAYS and bool(REPORTING.search(noun))
    )
    noun = ACTING.sub("", noun, count=1)
    # “十大”行动: the quotes are about the count alone.
    begin = found.start() - (noun[:1] in ("”", "’"))
    span = Span(begin, start + len(noun))
    # 有三项议程：一是…: a colon right after the count promises a list whatever it counts; 三大战役： may be a name.
    announced = found["measure"] != "大" and text[span.end : clause.end] in (":", "：")
    return Claim(span, count, clause, block, noun[-4:], announced or said(found["measure"], noun), spoken)


def said(measure: str, noun: str) -> bool:
    """Whether measure and noun promise something said one by one."""
    return measure in ALWAYS or bool(GENERIC.search(noun, max(len(noun) - LONGEST_GENERIC, 0)))
