"""Periods of one year set side by side: 一季度少下降、二季度正增长."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from speechlint.language.time_expressions import TimeExpression
from speechlint.model import Span

# Two goals of like shape; a comparison (四季度比三季度) has no such break between them.
PARALLEL = re.compile('[^，。；、：:“”"\n]{2,8}[、，,]')
END_OF_GOAL = re.compile('[^，。；、：:“”"\n比较]{2,8}(?=[”"，。；]|$)')
GOAL = re.compile("少|降|增|稳|升|正|收窄|见效|过半|完成|达标|突破|红|好")


def later_first(text: str, expressions: tuple[TimeExpression, ...]) -> Iterator[tuple[Span, Span]]:
    """Yield pairs of parallel goals whose periods run backwards: the first period and the second with its goal."""
    quarters = [e for e in expressions if e.kind == "quarter" and not e.year.named and e.last[0] - e.first[0] == 2]
    for one, two in pairwise(quarters):
        if one.first <= two.first:
            continue
        between = text[one.span.end : two.span.start]
        goal = END_OF_GOAL.match(text, two.span.end)
        if PARALLEL.fullmatch(between) and goal and set_as_goals(text, one.span, between, goal):
            yield one.span, Span(two.span.start, goal.end())


def set_as_goals(text: str, first: Span, between: str, goal: re.Match[str]) -> bool:
    """Whether both halves name a goal and stand together in quotation marks, as slogans do."""
    quoted = first.start > 0 and text[first.start - 1] in '“"' and text[goal.end() : goal.end() + 1] in ("”", '"')
    return quoted and bool(GOAL.search(between)) and bool(GOAL.search(goal.group()))
