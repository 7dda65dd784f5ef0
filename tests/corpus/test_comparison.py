"""Sentences shared by many drafts and terms written two ways across them."""

import pytest

pytest.importorskip("rensa")

from making import draft

from speechlint.corpus.comparison import compare
from speechlint.corpus.limits import Limits
from speechlint.model import Document, Span
from speechlint.rule_file import load_rules

COMMON = "要坚持问题导向，逐条逐项列出清单，一项一项抓好整改落实。"


def drafts(*texts: str) -> list[Document]:
    return [draft(text, path=f"{number}.txt") for number, text in enumerate(texts)]


@pytest.mark.parametrize(("count", "found"), [(3, 0), (4, 1)])
def test_a_sentence_is_told_when_more_drafts_than_the_limit_have_it(count: int, found: int) -> None:
    documents = drafts(*(f"这是第{number}篇的开头，内容各不相同。{COMMON}" for number in range(count)))
    shared = compare(documents, [], Limits(shared=3)).sentences
    assert len(shared) == found
    for sentence in shared:
        assert sentence.text == COMMON
        assert [documents[at.draft].text_of(Span(at.start, at.end)) for at in sentence.places] == [COMMON] * count


def test_a_sentence_said_often_in_one_draft_counts_once() -> None:
    assert not compare(drafts(COMMON * 5, "别的。"), [], Limits(shared=1)).sentences


@pytest.mark.parametrize(
    ("texts", "ways"),
    [
        (("学习《关于加强廉政建设的意见》。", "落实《关于加强廉政建设的意见》。"), []),
        (("做好“十四五”规划。", "迎接“14五”开局。", "谋划“十四五”。"), []),
        (("推进“放管服”改革。", "深化“放、管、服”改革。"), [{"放管服", "放、管、服"}]),
        (("加快“5G”建设。", "加快“５Ｇ”建设。", "用好“5G”。"), [{"5G", "５Ｇ"}]),
        (("请市发改委牵头。", "报市发展改革委批准。"), [{"市发改委", "市发展改革委"}]),
        (("请市发改委牵头，市发展改革委配合。",), []),
        (("请市发改委牵头。", "报县发展改革委批准。"), []),
    ],
)
def test_terms_written_two_ways(texts: tuple[str, ...], ways: list[set[str]]) -> None:
    found = compare(drafts(*texts), load_rules(), Limits()).spellings
    assert [{use.text for use in clash.uses} for clash in found] == ways


def test_drafts_with_nothing_in_common_compare_clean() -> None:
    assert not compare(drafts("第一篇讲农业。", "第二篇讲工业。"), load_rules(), Limits()).found
