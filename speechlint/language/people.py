"""Whether two characters are somebody's name: a misspelt word to a table, but a person to those who know 高锋."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from speechlint.model import Span
from speechlint.scan import occurrences

# Without those that are mostly words of their own: 时, 于, 和, 尚, 党.
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚蒋沈韩杨朱秦尤许何吕施张孔曹魏陶姜谢邹喻柏窦苏潘葛范彭鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗郝邬傅卞齐康伍余卜顾孟黄穆萧肖尹姚邵汪祁毛戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾路娄江童颜郭"
    "梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房缪丁邓郁杭洪诸左石崔吉龚程邢裴陆翁荀甄曲储靳段巫焦牧谷车侯仰仲伊宫宁仇栾甘厉武符刘景詹龙叶黎蒲赖卓池乔胥苍闻翟谭姬冉桑桂温庄晏柴阎艾廖耿文寇欧聂丛岳严简兰卫佟涂辛游关"
)
TITLE = (
    "(?:书记|[省市县区州镇乡村局厅处科股部院校所站队班组社馆行会]长|主任|主席|委员|秘书长|常委|董事|经理|总监|教授|老师|医生|医师"
    "|护士|民警|记者|通讯员|同志|先生|女士|支书|教练|师傅|院士|联系人)"
)
TITLED = re.compile(rf"{TITLE}[：: \u3000]{{0,2}}$")
ADDRESSED = re.compile(
    rf"[ \u3000]?(?:副?{TITLE}|(?:说|指出|表示|认为|介绍|强调|宣布|坦言)[，：]|等\d*[余多]?[名位人]"
    rf"|[（(](?:男|女|[^（）()\n]{{0,14}}{TITLE})[，）)])"
)
OTHER = f"[{''.join(sorted(SURNAMES))}][一-鿿]{{1,2}}"
AFTER_ANOTHER = re.compile(rf"(?:^|[、：:（(，有由请是和与及\s]){OTHER}、$")
BEFORE_ANOTHER = re.compile(rf"、{OTHER}(?=[、。，；）)\s]|等|$)")
EDGES = frozenset("、：:（(，。；）) \u3000\n")
LEADING_IN = frozenset("有由请是和与及")
GIVEN_NAME = 2
# So far before a name its title, or the name before it, is looked for; so many places of a name are looked at.
FAR, PLACES = 8, 20


def names_somebody(text: str, span: Span) -> bool:
    """Whether two characters are a full name or a given name, told by how they stand anywhere in the text."""
    names = full_names(text, span) if len(span) == GIVEN_NAME else ()
    return any(stands_as_name(text, place) for name in names for place in places(text, name))


def full_names(text: str, span: Span) -> Iterator[str]:
    """The names a stretch may be: itself, or with a surname before it."""
    if text[span.start] in SURNAMES:
        yield text[span.start : span.end]
    if span.start and text[span.start - 1] in SURNAMES:
        yield text[span.start - 1 : span.end]


def places(text: str, name: str) -> Iterator[Span]:
    return (Span(at, at + len(name)) for at in islice(occurrences(name, text), PLACES))


def stands_as_name(text: str, name: Span) -> bool:
    """Whether a title stands beside it, a verb of saying follows, or it is one of several names or alone on a line."""
    before = text[max(name.start - FAR, 0) : name.start]
    if TITLED.search(before) or ADDRESSED.match(text, name.end):
        return True
    first, last = text[name.start - 1 : name.start], text[name.end : name.end + 1]
    if (first and first not in EDGES and first not in LEADING_IN) or (last and last not in EDGES):
        return False
    alone = before.rpartition("\n")[2].strip() == "" and last in ("", "\n")
    return alone or bool(AFTER_ANOTHER.search(before) or BEFORE_ANOTHER.match(text, name.end))
