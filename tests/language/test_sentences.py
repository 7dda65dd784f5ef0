"""Sentences and where they end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import draft

from speechlint.language.sentences import Sentences, sentences


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["一要抓。二要干！"], ["一要抓。", "二要干！"]),
        (["他说：“好。”大家鼓掌。"], ["他说：“好。”", "大家鼓掌。"]),
        (["真的吗？！是的……"], ["真的吗？！", "是的……"]),
        (["（见附件。）再说。"], ["（见附件。）", "再说。"]),
        (["没有句号", "第二段。"], ["没有句号", "第二段。"]),
        (["", "　　", "。"], ["。"]),
    ],
)
def test_a_sentence_ends_with_its_stop_and_closing_quotes(lines: list[str], expected: list[str]) -> None:
    document = draft(*lines)
    assert [document.text_of(span) for span in sentences(document)] == expected
    assert len(Sentences(document)) == len(expected)


@given(st.lists(st.text("甲。！？…”）“ \u3000", max_size=12), max_size=5))
def test_sentences_stand_in_order_and_leave_nothing_but_space(lines: list[str]) -> None:
    document = draft(*lines)
    spans = list(sentences(document))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    text = "".join(document.text_of(span) for span in spans)
    assert "".join(text.split()) == "".join(document.text.split())


@given(st.lists(st.text("甲乙。！？…”）“ \u3000", max_size=14), min_size=1, max_size=5), st.data())
def test_the_sentence_at_a_place_is_the_one_that_holds_it(lines: list[str], data: st.DataObject) -> None:
    document = draft(*lines)
    found = Sentences(document)
    for offset in data.draw(st.lists(st.integers(0, len(document.text)), min_size=1, max_size=9)):
        holding = [span for span in found if offset in span]
        assert found.at(offset) == (holding[0] if holding else document.block_at(offset).span)
