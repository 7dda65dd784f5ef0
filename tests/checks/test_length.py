"""The kind `length`."""

import pytest
from making import draft

from speechlint.checks.length import length, weight
from speechlint.language.analysis import Analysis


@pytest.mark.parametrize(
    ("text", "weighs"),
    [
        ("抓落实", 4),
        ("抓项目、抓招商、抓落实", 6),
        ("甲、乙，丙丁", 6),
        ("抓落实、抓早", 5),
        ("抓早、抓落实；抓小", 7),
        ("", 1),
    ],
)
def test_items_of_an_enumeration_weigh_one_each(text: str, weighs: int) -> None:
    assert weight(text) == weighs


def test_an_overlong_sentence_is_marked_at_its_opening_words() -> None:
    document = draft("先说成绩。" + "我们要把任务抓实抓细抓到位，" * 3 + "见成效。")
    (match,) = length(Analysis(document), of="sentence", limit=20)
    assert document.text_of(match.span) == "我们要把任务抓实抓细抓到"


def test_a_paragraph_of_short_sentences_may_be_overlong() -> None:
    analysis = Analysis(draft("抓落实。" * 20, "抓落实。"))
    assert [match.span.start for match in length(analysis, of="paragraph", limit=60)] == [0]
    assert list(length(analysis, of="sentence", limit=60)) == []
