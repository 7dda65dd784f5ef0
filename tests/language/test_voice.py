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
