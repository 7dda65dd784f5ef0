"""A draft put away until its report is written says the same as before."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from speechlint.model import BlockKind, Document, Paragraph, compose
from speechlint.shelved import shelved

PARAGRAPHS = st.builds(
    Paragraph,
    st.text("一二。 𠮷", max_size=5),
    st.sampled_from([*BlockKind]),
    st.none() | st.integers(1, 9),
    st.sampled_from(["", "一、"]),
    st.sampled_from(["", "table 1 row 1 cell 1"]),
)
DRAFTS = st.lists(PARAGRAPHS, max_size=8).map(lambda paragraphs: compose("a.txt", paragraphs))


@given(DRAFTS)
def test_a_shelved_draft_is_the_same_draft(draft: Document) -> None:
    kept = shelved(draft)
    assert (kept.text, tuple(kept.blocks), kept.blocks[1:-1]) == (draft.text, draft.blocks, draft.blocks[1:-1])
    for offset in range(len(draft.text) + 1):
        assert kept.block_at(offset) == draft.block_at(offset)
        assert kept.position(offset) == draft.position(offset)


@given(DRAFTS)
def test_a_shelved_draft_goes_through_a_pipe(draft: Document) -> None:
    kept = shelved(draft)
    sent = pickle.loads(pickle.dumps(kept))
    assert (sent, hash(sent)) == (kept, hash(kept))
    assert sent.blocks != kept.blocks[:-1]
