"""Drafts planted for the tests of archives: copies more or less changed, a template with other names."""

import random
import re

from benchmarks.corpus import draft

SENTENCE = re.compile("[^。\n]+。")


def text_of(seed: str, size: int = 3_000) -> str:
    return "\n".join(draft(size, seed))


def measured(first: str, second: str) -> float:
    """How alike two texts are, worked out on its own: runs of five letters in common, of all they have."""
    bare = [[c for c in text if c.isalnum()] for text in (first, second)]
    one, other = ({tuple(text[i : i + 5]) for i in range(len(text) - 4)} for text in bare)
    return len(one & other) / len(one | other)


def changed(original: str, seed: str, least: float) -> str:
    """A copy with sentences replaced at random, as many as leave it alike by `least`."""
    chance = random.Random(seed)
    others = SENTENCE.findall(text_of(f"other {seed}"))
    copy = original
    while others:
        further = copy.replace(chance.choice(SENTENCE.findall(copy)), others.pop())
        if measured(further, original) < least:
            return copy
        copy = further
    raise AssertionError("too few sentences to change")


TEMPLATE = (
    "在{place}县农村人居环境整治推进会上的讲话\n同志们：\n"
    "　　这次会议是{place}县委研究决定召开的。{year}年，{place}县上下齐心协力，"
    "完成了{town}镇等{count}个乡镇的改厕任务。"
    "{leader}同志多次到{town}镇调研，对存在的问题一一指出。\n"
    "　　下一步，要压实责任，把任务分解到人、落实到户，确保{year}年底前全面完成。"
    "要加强督导，对进度慢的乡镇及时约谈，对弄虚作假的严肃问责。\n"
    "　　要发动群众，讲清楚改厕的好处和政策，让群众自己算账、自己动手。"
    "要管好用好资金，每一笔支出都要公开，接受群众监督。\n"
)


def templated(place: str, town: str, leader: str, year: int, count: int) -> str:
    return TEMPLATE.format(place=place, town=town, leader=leader, year=year, count=count)
