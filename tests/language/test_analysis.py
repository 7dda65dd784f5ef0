"""What checks share of one draft."""

from hypothesis import given
from hypothesis import strategies as st
from making import analysed

from speechlint.language.analysis import Analysis
from speechlint.language.names import tokens_of
from speechlint.language.words import Words
from speechlint.model import Span

PIECES = st.sampled_from(
    [
        "第一",
        "组职责",
        "分工",
        "组织",
        "那时侯",
        "张建国",
        "界集社区",
        "，",
        "、",
        "：",
        "。",
        "!",
        "…",
        "”",
        " ",
        "3.5%",
        "A",
    ]
)
LINES = st.lists(st.lists(PIECES, min_size=1, max_size=9).map("".join), min_size=1, max_size=3)


@given(st.lists(st.text("甲乙。 ", max_size=8), min_size=1, max_size=3))
def test_the_sentences_with_a_word_are_those_that_hold_it(lines: list[str]) -> None:
    analysis = analysed(*lines)
    holding = [span for span in analysis.sentences if {"甲", "乙"} & set(analysis.document.text_of(span))]
    assert list(analysis.sentences_with("甲", "乙")) == holding


@given(LINES, st.data(), st.sampled_from(["组织", "时候", "一", "的，"]))
def test_a_clause_falls_into_fewer_words_when_its_sentence_does(
    lines: list[str], data: st.DataObject, better: str
) -> None:
    analysis = analysed(*lines)
    start = data.draw(st.integers(0, len(lines[0]) - 1))
    sentence = analysis.sentence_at(start)
    span = Span(start, data.draw(st.integers(start + 1, sentence.end)))
    righted = analysis.text[sentence.start : start] + better + analysis.text[span.end : sentence.end]
    assert analysis.knits(span, better) == (len(Words(righted)) < len(analysis.words_at(start)))


@given(LINES, st.data())
def test_a_clause_is_cut_as_with_its_paragraph_around_it(lines: list[str], data: st.DataObject) -> None:
    analysis = analysed(*lines)
    places = data.draw(st.lists(st.integers(0, len(analysis.text) - 1), max_size=4))
    found = [token for clause in analysis.clauses_at(places) for token in clause]
    document = analysis.document
    whole = {token for block in document.blocks for token in tokens_of(document.text_of(block), block.span.start)}
    assert set(found) <= whole
    assert all(any(at in token.span for token in found) for at in places if analysis.text[at] != "\n")


def test_what_is_made_once_is_kept_for_one_draft_only() -> None:
    def made(analysis: Analysis) -> list[str]:
        return [analysis.text]

    first, second = analysed("甲"), analysed("乙")
    assert first.once(made) is first.once(made)
    assert second.once(made) == ["乙"]
