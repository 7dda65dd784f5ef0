"""What checks share of one draft."""

from hypothesis import given
from hypothesis import strategies as st
from making import analysed

from speechlint.language.analysis import Analysis


@given(st.lists(st.text("甲乙。 ", max_size=8), min_size=1, max_size=3))
def test_the_sentences_with_a_word_are_those_that_hold_it(lines: list[str]) -> None:
    analysis = analysed(*lines)
    holding = [span for span in analysis.sentences if {"甲", "乙"} & set(analysis.document.text_of(span))]
    assert list(analysis.sentences_with("甲", "乙")) == holding


def test_what_is_made_once_is_kept_for_one_draft_only() -> None:
    def made(analysis: Analysis) -> list[str]:
        return [analysis.text]

    first, second = analysed("甲"), analysed("乙")
    assert first.once(made) is first.once(made)
    assert second.once(made) == ["乙"]
