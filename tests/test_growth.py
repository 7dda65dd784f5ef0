"""No rule costs more per character in a long draft than in a short one: twice the text takes about twice the time.

Regexes that backtrack and lists searched anew for every finding show as a ratio of four. Times are compared with each
other only, by the processor's clock, at one size after another, since another process may have been in the way.
"""

import gc
import re
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import islice

import pytest
from making import rule

from speechlint.checks.kinds import Match
from speechlint.examples import document_of, example_of, traced, unmark
from speechlint.language.analysis import Analysis
from speechlint.linter import ADVISORY, findings_of
from speechlint.model import Document, Span
from speechlint.rule_file import load_rules
from speechlint.ruleset import Rule
from speechlint.tables import Table

RULES = [*load_rules()]
Make = Callable[[int], Document]

# In characters, three bytes each.
MEGABYTE = 1_000_000 // 3
SHORTEST = MEGABYTE // 128
# What takes so long tells its growth. What would take no longer than a second for a megabyte, did it grow with the
# square of the text, need not be looked at further.
TELLING = 0.03
HARMLESS = 1.0
MOST = 2.5
# A draft’s lists are read in several ways up to a number of ways, so twice the text may take four times as long twice.
SIZES_IN_A_ROW = 3
# What is found so is measured once more.

ADVERSARIAL = {
    "one ideographic space": "　",
    "spaces": " ",
    "one digit": "1",
    "one Latin letter": "a",
    "one Chinese character": "的",
    "one mask": "X",
    "masked places": "X县",
    "opening brackets": "（",
    "closing brackets": "）",
    "opening quotes": "“",
    "nested pairs": "（“《",
    "brackets of both widths": "（(）)",
    "enumeration commas": "、",
    "short members": "甲、",
    "commas": "，一",
    "colons": "：",
    "stops": "。",
    "empty lines": "\n",
    "nested list marks": "一是（一）首先1.",
    "items on lines": "一、甲\n（一）乙\n1.丙\n",
    "ordinals": "第一",
    "counts": "三是",
    "numbers of two": "两个",
    "numerals": "一二三",
    "percentages": "10%、",
    "dates": "2024年3月5日",
    "ranges of dates": "2024年3月5日至",
    "years in numerals": "二〇二四年",
    "years told": "去年今年",
    "salutations": "同志们好\n",
    "likenesses by chance": "第一组职责分工，",
    "one sentence": "今年要抓好落实工作。",
}


def costs(rules: Collection[Rule], document: Document) -> dict[str, float]:
    """Processor time of each rule, the collector’s left out; what several share falls on the first that asks for it."""
    analysis = Analysis(document)
    spent: dict[str, float] = {}
    gc.disable()
    for one in rules:
        start = time.process_time()
        findings_of(one, analysis, "zh")
        spent[one.id] = time.process_time() - start
    gc.enable()
    return spent


def growing(rules: Collection[Rule], make: Make) -> set[str]:
    """The rules that take more than their share of time for a text twice as long, at several sizes in a row."""
    suspects = {one.id: one for one in rules}
    told = dict.fromkeys(suspects, 0)
    size, half = SHORTEST, costs(rules, make(SHORTEST))
    while suspects and size < MEGABYTE:
        size *= 2
        whole = costs(suspects.values(), make(size))
        for id in [*suspects]:
            grows = whole[id] > max(TELLING, MOST * half[id])
            told[id] = told[id] + 1 if grows else 0
            cleared = not grows and (whole[id] > TELLING or whole[id] * (MEGABYTE / size) ** 2 < HARMLESS)
            if cleared or told[id] == SIZES_IN_A_ROW:
                del suspects[id]
        half = whole
    accused = [one for one in rules if told[one.id]]
    return {one.id for one in accused if grows_at(size, one, make)}


def grows_at(size: int, one: Rule, make: Make) -> bool:
    half, whole = (costs([one], make(characters))[one.id] for characters in (size // 2, size))
    return whole > max(TELLING, MOST * half)


def group_of(one: Rule) -> str:
    """Rules that read all lists of a draft go together: a number in every line takes seconds, however many lines."""
    if one.reads_layout:
        return "looks of a Word file"
    return "lists" if one.kind in ("claim", "sequence") else one.id


GROUPS = {name: [one for one in RULES if group_of(one) == name] for name in map(group_of, RULES)}


def repeated(unit: str, characters: int) -> str:
    return (unit * (characters // len(unit) + 1))[:characters]


def examples(one: Rule) -> str:
    return "\n".join(unmark(traced(marked)[0])[0] for marked in (*one.bad, *one.good))


def literals(option: object) -> Iterator[str]:
    """Runs of characters that an option of a rule looks for."""
    if isinstance(option, str):
        yield option
    elif isinstance(option, re.Pattern):
        yield from re.findall(r"[一-鿿]+|[^\W\d_]+|[、，。；：“”（）《》％%]", option.pattern)
    elif isinstance(option, Table):
        for row in islice(option.rows, 200):
            yield from literals(re.compile(re.escape(row.cells[0])))
    elif isinstance(option, tuple):
        for part in option:
            yield from literals(part)


def own_words(rules: Sequence[Rule], characters: int) -> Document:
    """The rules’ own examples and what they look for again and again: each on a line of its own, then all on one."""
    if rules[0].reads_layout:
        marked = "\n".join(line for one in rules for line in (*one.bad, *one.good))
        return example_of(rules[0], "\n".join([marked] * (characters // len(marked) + 1)))[0]
    said = [examples(one) for one in rules]
    sought = [literal for one in rules for option in one.options.values() for literal in literals(option)]
    units = [several for words in (said, sought) if words for several in ("\n".join([*words, ""]), "".join(words))]
    quarters = (
        repeated(unit.replace("\n", "") if number % 2 else unit, characters // len(units))
        for number, unit in enumerate(units)
    )
    return document_of("\n".join(quarters))


@pytest.mark.slow
@pytest.mark.parametrize("rules", GROUPS.values(), ids=GROUPS)
def test_a_rule_takes_no_more_than_its_share_for_its_own_words(rules: list[Rule]) -> None:
    assert growing(rules, partial(own_words, rules)) == set()


@pytest.mark.slow
@pytest.mark.parametrize("unit", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_no_rule_takes_more_than_its_share_for_what_is_repeated_without_end(unit: str) -> None:
    assert growing(RULES, lambda characters: document_of(repeated(unit, characters))) == set()


@pytest.mark.slow
def test_no_rule_takes_more_than_its_share_for_a_megabyte_of_all_examples() -> None:
    unit = "\n".join(map(examples, RULES))
    half, whole = (document_of(repeated(unit, characters)) for characters in (MEGABYTE // 2, MEGABYTE))
    # The ear reads so slowly that its growth shows in much shorter drafts.
    suspects = [one for one in RULES if one.kind != ADVISORY]
    for _ in range(SIZES_IN_A_ROW):
        less, more = costs(suspects, half), costs(suspects, whole)
        suspects = [one for one in suspects if more[one.id] > max(TELLING, MOST * less[one.id])]
    assert [one.id for one in suspects] == []


def backtracking(analysis: Analysis) -> Iterator[Match]:
    yield from (Match(Span(*found.span())) for found in re.finditer("避[^\n]*署", analysis.text))


def searching(analysis: Analysis) -> Iterator[Match]:
    places: list[int] = []
    for found in re.finditer("暑", analysis.text):
        if found.start() not in places:
            places.append(found.start())
    yield from (Match(Span(at, at + 1)) for at in places[:1])


def reading(analysis: Analysis) -> Iterator[Match]:
    yield from (Match(Span(*found.span())) for found in re.finditer("避(?=署)|[^避]暑", analysis.text * 4))


@pytest.mark.parametrize(("check", "caught"), [(backtracking, True), (searching, True), (reading, False)])
def test_only_what_grows_with_the_square_is_caught(check: Callable[[Analysis], Iterator[Match]], caught: bool) -> None:
    found = growing([rule("typo/made", check)], lambda characters: document_of(repeated("避避暑", characters)))
    assert found == ({"typo/made"} if caught else set())
