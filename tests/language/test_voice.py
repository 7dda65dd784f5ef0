"""Present, retrospective or prospective."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.language.evidence import Voice
from speechlint.language.openings import Openings
from speechlint.language.time_scanner import time_expressions
from speechlint.language.voice import LONG_LINE, quoted, voice_of
from speechlint.model import Span

CASES = (
    ("今年喜事多", Voice.PRESENT),
    ("下半年，各部门要对照台账逐项盘点", Voice.PROSPECTIVE),
    ("端午节后，要组织一次检查", Voice.PROSPECTIVE),
    ("使“十四五”规划更好引领发展", Voice.PRESENT),
    ("使“十五五”规划更好引领发展", Voice.PROSPECTIVE),
    ("刚才宣读了2019年度植树通报", Voice.RETROSPECTIVE),
    ("上半年，工业总产值12亿元", Voice.RETROSPECTIVE),
    ("将去年走访记录作为重要参考", Voice.RETROSPECTIVE),
    ("上半年要增长8%", Voice.PROSPECTIVE),
)


@pytest.mark.parametrize(("sentence", "voice"), CASES)
def test_the_words_around_an_expression_tell_its_voice(sentence: str, voice: Voice) -> None:
    expression = time_expressions(Openings(sentence))[0]
    assert voice_of(expression, sentence, Span(0, len(sentence)), 2022) is voice


# An expression, told by its words, in a sentence of a draft of 2022 or of no known year.
IN_A_DRAFT = [
    ("2022年", "2022年喜事多", 2022, Voice.PRESENT),
    ("2021年", "2021年喜事多", 2022, Voice.RETROSPECTIVE),
    ("2021年", "2021年要抓好", 2022, Voice.PROSPECTIVE),
    ("2021年", "当前，2021年喜事多", 2022, Voice.RETROSPECTIVE),
    ("2021年", "当前2021年喜事多", 2022, Voice.RETROSPECTIVE),
    ("2023年", "当前2023年喜事多", 2022, Voice.PROSPECTIVE),
    ("2021年", "2021年喜事多", None, Voice.PRESENT),
    ("2023年", "2023年喜事多", 2022, Voice.PROSPECTIVE),
    ("2021—2025年", "2021—2025年喜事多", 2022, Voice.PRESENT),
    ("2018—2021年", "2018—2021年喜事多", 2022, Voice.RETROSPECTIVE),
    ("2023—2025年", "2023—2025年喜事多", 2022, Voice.PROSPECTIVE),
    ("上半年", "要抓早，上半年喜事多", 2022, Voice.PRESENT),
    ("上半年", "要抓早,上半年喜事多", 2022, Voice.PRESENT),
    ("上半年", "要抓早；上半年喜事很多；要抓好", 2022, Voice.PRESENT),
    ("上半年", "上半年喜事很多，要抓好", 2022, Voice.PRESENT),
    ("上半年", "上半年里头，要抓好", 2022, Voice.PROSPECTIVE),
    ("上半年", "上半年那时候，要抓好", 2022, Voice.PROSPECTIVE),
    ("上半年", "上半年那个时候，要抓好", 2022, Voice.PRESENT),
    ("上半年", "上半年，喜事多，要抓好", 2022, Voice.PRESENT),
    ("上半年", "上半年，", 2022, Voice.PRESENT),
    ("今年", "今年要抓好", 2022, Voice.PROSPECTIVE),
    ("今年", "今年喜事多", None, Voice.PRESENT),
    ("去年", "去年要抓好", None, Voice.RETROSPECTIVE),
    ("明年", "明年总结", None, Voice.PROSPECTIVE),
]


@pytest.mark.parametrize(("words", "sentence", "this_year", "voice"), IN_A_DRAFT, ids=[row[1] for row in IN_A_DRAFT])
def test_the_clause_and_the_year_of_a_draft_tell_a_voice(
    words: str, sentence: str, this_year: int | None, voice: Voice
) -> None:
    (expression,) = (e for e in time_expressions(Openings(sentence)) if sentence[e.span.start : e.span.end] == words)
    assert voice_of(expression, sentence, Span(0, len(sentence)), this_year) is voice


def test_only_its_own_sentence_tells_the_voice_of_an_expression() -> None:
    text = "要抓好。上半年喜事多。要抓好"
    (expression,) = time_expressions(Openings(text))
    assert voice_of(expression, text, Span(4, 11), 2022) is Voice.PRESENT


@pytest.mark.parametrize(
    ("text", "open_still"),
    [("“甲乙", True), ("“甲”乙", False), ("“甲\n乙", False), ("”“甲乙", False), ("““甲”乙", True), ("乙", False)],
)
def test_a_line_begins_with_no_quotation_open(text: str, open_still: bool) -> None:
    assert quoted(text, text.index("乙")) is open_still


def test_two_distances_in_one_clause_keep_their_own_voices() -> None:
    sentence = "将上年度走访记录作为下年度走访的参考"
    voices = [voice_of(e, sentence, Span(0, len(sentence)), 2022) for e in time_expressions(Openings(sentence))]
    assert voices == [Voice.RETROSPECTIVE, Voice.PROSPECTIVE]


def test_a_quotation_is_open_until_its_closing_mark() -> None:
    text = "他说：“今年是大干的一年。”今年不同"
    assert quoted(text, text.index("今年"))
    assert not quoted(text, text.rindex("今年"))


@given(st.text("“”甲\n", max_size=40), st.integers(0, 40))
def test_a_quotation_is_open_however_long_the_text_before_it(text: str, at: int) -> None:
    """A place far into a draft is looked at another way than one near its beginning."""
    before = "乙" * (LONG_LINE + 1)
    assert quoted(before + text, len(before) + at) == quoted(text, at)
