"""Brackets and quotation marks, taken out of a draft to see at once whether each is closed where it is opened."""

from __future__ import annotations

import re
from functools import cache

from speechlint.language.analysis import Analysis

MARKS = "“”‘’（）()《》〈〉〔〕［］【】[]「」『』"
MARK_OR_LINE = re.compile(f"[{re.escape(MARKS)}\n]")
APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")


def skeleton(analysis: Analysis) -> str:
    """The marks of a draft and the ends of its lines, in order."""
    return "".join(MARK_OR_LINE.findall(analysis.text))


def closed_at_once(marks: str, opens: str, closes: str) -> bool:
    """Whether every mark of `opens` in a skeleton is at once followed by its partner of `closes`, on the same line."""
    if not any(mark in marks for mark in opens + closes):
        return True
    own, pair = regexes(opens, closes)
    return not pair.sub("", "".join(own.findall(marks))).strip("\n")


@cache
def regexes(opens: str, closes: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The marks and line ends; a mark and its partner."""
    pairs = (re.escape(opening) + re.escape(closing) for opening, closing in zip(opens, closes, strict=True))
    return re.compile(f"[{re.escape(opens + closes)}\n]"), re.compile("|".join(pairs))
