"""Copies more or less changed and templates with other names, planted among other drafts; how many are found."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from benchmarks.corpus import draft
from benchmarks.tables import Table

if TYPE_CHECKING:
    from speechlint.corpus.duplicates import Pair
    from speechlint.corpus.templates import Reuse

CLOSE_ENOUGH = 0.1
SENTENCE = re.compile("[^。\n]+。")


def text_of(seed: str, size: int = 3_000) -> str:
    return "\n".join(draft(size, seed))


def measured(first: str, second: str) -> float:
    """How alike two texts are, worked out on its own: runs of five letters in common, of all they have."""
    bare = [[c for c in text if c.isalnum()] for text in (first, second)]
    one, other = ({tuple(text[i : i + 5]) for i in range(len(text) - 4)} for text in bare)
    return len(one & other) / len(one | other)


def changed(original: str, seed: str, least: float) -> str:
    """A copy with sentences replaced or dropped at random, alike by `least` or a little more."""
    chance = random.Random(seed)
    copy = original
    for other in SENTENCE.findall(text_of(f"other {seed}")):
        further = copy.replace(chance.choice(SENTENCE.findall(copy)), chance.choice((other, "")))
        if measured(further, original) >= least:
            copy = further
        elif measured(copy, original) < least + CLOSE_ENOUGH:
            return copy
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


ALIKE, DECOY = 0.7, 0.45
PLACES = ("云岭", "清源", "石泉", "青阳", "安平", "怀远", "临江", "新丰")
TOWNS = ("石桥", "柳河", "沙坪", "黄土", "龙门", "白水", "双河", "大营")
LEADERS = ("王建明", "李国华", "张志强", "刘海涛", "陈卫东", "赵永刚", "周明亮", "吴春生")


@dataclass(frozen=True)
class Planted:
    """Originals, a copy of each alike by 0.7 to 0.9, and a decoy of each alike by less than 0.7, in this order."""

    texts: tuple[str, ...]
    count: int

    @classmethod
    def of(cls, count: int, seed: int) -> Planted:
        chance = random.Random(seed)
        originals = [text_of(f"original {number}") for number in range(count)]
        copies = [changed(text, f"copy {number}", chance.uniform(ALIKE, 0.9)) for number, text in enumerate(originals)]
        decoys = [changed(text, f"decoy {number}", DECOY) for number, text in enumerate(originals)]
        return cls((*originals, *copies, *decoys), count)

    @cached_property
    def pairs(self) -> dict[tuple[int, int], float]:
        """Each original with its copy, and how alike they are."""
        pairs = ((number, number + self.count) for number in range(self.count))
        return {(a, b): measured(self.texts[a], self.texts[b]) for a, b in pairs}

    @cached_property
    def closest_decoy(self) -> float:
        return max(measured(self.texts[n], self.texts[n + 2 * self.count]) for n in range(self.count))


def templates(count: int) -> list[str]:
    """One template so many times, each time with another place, town, leader, year and number."""
    names = zip(PLACES, TOWNS, LEADERS, strict=True)
    return [templated(*name, 2015 + number, 7 + number) for number, name in enumerate(names)][:count]


def planted(count: int, seed: int) -> None:
    """Print how many planted pairs are found, by how alike they are, and whether anything else is."""
    made = Planted.of(count, seed)
    found = near_duplicates(made.texts, ALIKE)
    print(copies_table(made, {(pair.first, pair.second) for pair in found}).markdown())
    false = [pair for pair in found if measured(made.texts[pair.first], made.texts[pair.second]) < ALIKE]
    print(f"\n{len(found)} reported among {len(made.texts)} drafts, {len(false)} of them alike by less than {ALIKE}\n")
    print(templates_line(made.texts[:count]))


def near_duplicates(texts: Sequence[str], threshold: float) -> list[Pair]:
    """Every pair of texts alike by at least `threshold`."""
    from speechlint.corpus.duplicates import alike
    from speechlint.corpus.signatures import signature

    return alike([signature(text) for text in texts], texts.__getitem__, threshold)


def reused(texts: Sequence[str], threshold: float) -> list[Reuse]:
    """Every pair of texts of one template."""
    from speechlint.corpus.masking import template
    from speechlint.corpus.signatures import signature
    from speechlint.corpus.templates import of_one_template
    from speechlint.readers import read_bytes

    made = [template(read_bytes(f"{number}.txt", text.encode())) for number, text in enumerate(texts)]
    return of_one_template([signature(each.text) for each in made], made.__getitem__, threshold)


def copies_table(made: Planted, found: set[tuple[int, int]]) -> Table:
    note = f"As many decoys were planted, the closest alike by {made.closest_decoy:.2f}."
    table = Table(("Alike by", "planted", "found"), note)
    for tenth in (7, 8, 9):
        pairs = [pair for pair, alike in made.pairs.items() if tenth / 10 <= alike < (tenth + 1) / 10]
        table.add(f"0.{tenth}–", str(len(pairs)), str(len(found & {*pairs})))
    table.add("all", str(len(made.pairs)), str(len(found & made.pairs.keys())))
    return table


def templates_line(others: Sequence[str]) -> str:
    reuses = templates(len(PLACES))
    texts = [*others, *reuses]
    found = reused(texts, 0.8)
    right = [reuse for reuse in found if reuse.first >= len(others)]
    seen = {number for reuse in right for number in (reuse.first, reuse.second)}
    told = "、".join(f"{each.old}→{each.new}" for each in right[0].replaced) if right else "-"
    return (
        f"one template {len(reuses)} times among {len(others)} drafts: {len(seen)} of them found, "
        f"{len(found) - len(right)} pairs of others; the first pair: {told}"
    )
