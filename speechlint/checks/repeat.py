"""Is a word, a phrase or a sentence said twice by accident."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal

from speechlint.checks.kinds import Clue, Match, kind
from speechlint.language.analysis import Analysis
from speechlint.language.doubling import Doubling
from speechlint.language.sentences import SENTENCE
from speechlint.model import Span
from speechlint.prepared import prepared
from speechlint.tables import Columns, Table

HAN = re.compile(r"[\u3400-\u9fff]+")
NUMERAL = re.compile(r"[一二三四五六七八九十百千万亿两\d]+")


@kind("count")
def repeat(
    analysis: Analysis,
    *,
    of: Literal["word", "sentence"],
    shortest: int,
    longest: int = 12,
    fine: Annotated[Table, Columns("word")] | None = None,
    unless: re.Pattern[str] | None = None,
) -> Iterator[Match]:
    """Yield every word of `shortest` to `longest` Han characters said twice on end, or every sentence of at least
    `shortest` that stood before.

    The words of `fine` may be doubled. `unless`: for words, where it overlaps; for sentences, drafts in which it
    occurs.
    """
    if of == "word":
        yield from doubled_words(analysis, range(shortest, longest + 1), fine, unless)
    else:
        yield from said_before(analysis, shortest, unless)


def doubled_words(
    analysis: Analysis, sizes: range, fine: Table | None, unless: re.Pattern[str] | None
) -> Iterator[Match]:
    text = analysis.text
    fine_words = words_of(fine)
    for size in sizes:
        for stretch in analysis.once(Doubling.of).of_size(size):
            if not HAN.fullmatch(text, stretch.start, stretch.end + size):
                continue
            wrong = [
                at
                for at in range(stretch.start, stretch.end - size + 1)
                if is_doubtful(text[at : at + size]) and text[at : at + size] not in fine_words
            ]
            # Asked before the sentence is cut, for cutting the first one loads the dictionary.
            place = whole_words(analysis, stretch, size) if wrong else None
            if place and place.start in wrong and not excepted(text, place, unless):
                yield Match(place, {"count": "2"}, text[place.start : place.start + size])


def whole_words(analysis: Analysis, stretch: Span, size: int) -> Span | None:
    """The two sayings, where the second begins and ends with a word and the first begins with one or after a numeral.

    发展中国家|国家 is no doubling, and neither is 企业|创业|创新; 三季度|季度 is.
    """
    words = analysis.words_at(stretch.start)
    for start in range(stretch.start, stretch.end - size + 1):
        middle, end = start + size, start + 2 * size
        if words.breaks_at(middle) and words.breaks_at(end) and begins_word(analysis, start):
            return Span(start, end)
    return None


def begins_word(analysis: Analysis, start: int) -> bool:
    words = analysis.words_at(start)
    before = Span(words.at(start).start, start)
    return not len(before) or NUMERAL.fullmatch(analysis.text, before.start, before.end) is not None


def is_doubtful(unit: str) -> bool:
    """Not 一件一件, 走着走着, 很紧很紧, 哈哈哈哈: forms the language doubles on purpose."""
    return not (
        len(set(unit)) == 1
        or NUMERAL.match(unit)
        or (len(unit) == 2 and (unit[0] in "很再最更多越太好又半每极" or unit[1] in "着啊呀哇嘛啦哦吧呢了"))
    )


def excepted(text: str, place: Span, unless: re.Pattern[str] | None) -> bool:
    if unless is None:
        return False
    around = Span(max(place.start - 8, 0), place.end + 8)
    return any(Span(*found.span()).overlaps(place) for found in unless.finditer(text, around.start, around.end))


@cache
def words_of(table: Table | None) -> frozenset[str]:
    return frozenset(listed(table)) if table else frozenset()


@prepared
def listed(table: Table) -> list[str]:
    return [row["word"] for row in table.rows]


def said_before(analysis: Analysis, shortest: int, unless: re.Pattern[str] | None) -> Iterator[Match]:
    """Runs of sentences that stood before in the same order: one sentence, a paragraph, or the whole draft."""
    text = analysis.text
    if not is_any_said_twice(text, shortest) or (unless and any(analysis.scan.matches(unless, "document"))):
        return
    said = [bare(text[sentence.start : sentence.end]) for sentence in analysis.sentences]
    first: dict[str, int] = {}
    end = 0
    for index, text in enumerate(said):
        earlier = first.setdefault(text, index)
        if index < end or earlier == index or not is_long_sentence(text, shortest):
            continue
        end = index + 1
        while end < len(said) and earlier + end - index < index and said[end] == said[earlier + end - index]:
            end += 1
        yield Match(
            stretch_of(analysis, index, end),
            {"count": str(end - index)},
            related=(Clue(stretch_of(analysis, earlier, earlier + end - index)),),
        )


def is_any_said_twice(text: str, shortest: int) -> bool:
    """Whether a sentence so long stands twice in a text, code among it: most drafts need be looked at no closer."""
    long = [bare(sentence) for sentence in SENTENCE.findall(text) if len(sentence) >= shortest]
    return len(set(long)) < len(long)


def bare(sentence: str) -> str:
    """A sentence without its blanks."""
    return "".join(sentence.split())


def is_long_sentence(text: str, shortest: int) -> bool:
    """Long enough, and ended as a sentence: titles and watermarks said twice are another matter."""
    return sum(map(len, HAN.findall(text))) >= shortest and text[-1] not in "，、；：:;,《》" and has_stop(text)


def has_stop(text: str) -> bool:
    return text.rstrip("”’」』）)】》")[-1:] in tuple("。！？!?…")


def stretch_of(analysis: Analysis, first: int, end: int) -> Span:
    return Span(analysis.sentences[first].start, analysis.sentences[end - 1].end)
