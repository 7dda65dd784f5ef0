"""A SpanSet answers what a plain set of characters would."""

from hypothesis import given
from hypothesis import strategies as st

from speechlint.model import Span
from speechlint.spans import SpanSet

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(0, 6))


def characters(span: Span) -> set[int]:
    return set(range(span.start, max(span.end, span.start + 1)))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_it_equals_a_set_of_characters(spans: list[Span], asked: Span) -> None:
    held = set().union(*map(characters, spans))
    between = {asked.start - 1, asked.start} if not len(asked) else characters(asked)
    assert SpanSet(spans).touches(asked) is bool(held & characters(asked))
    assert SpanSet(spans).covers(asked) is (between <= held)


@given(st.lists(SPANS, max_size=12))
def test_the_order_of_adding_does_not_matter(spans: list[Span]) -> None:
    backwards = SpanSet(reversed(spans))
    assert all(SpanSet(spans).touches(Span(n, n)) is backwards.touches(Span(n, n)) for n in range(40))
