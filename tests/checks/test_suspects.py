"""Which suspects are told: what they are worth beside their neighbours and in their draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.checks.suspects import Margins, Suspect, paralleled, strangeness_of
from speechlint.model import Span

MARGINS = Margins(2.5, 1.5)


@pytest.mark.parametrize(
    ("text", "written", "better", "expected"),
    [
        ("养牛、养马、养驴", "养驴", "养护", True),
        ("养驴、养牛", "养驴", "养护", True),
        ("国有资本有进有退", "有退", "有限", True),
        ("高毒，高危", "高毒", "高度", True),
        ("大小、富贫、强弱", "富贫", "扶贫", False),
        # The like character stands in another place, or is the one that would go.
        ("保彰、确保", "保彰", "保障", False),
        ("环竞、公竞", "环竞", "环境", False),
        # Something else stands between.
        ("养牛和养驴", "养驴", "养护", False),
        ("养。养驴", "养驴", "养护", False),
        ("养驴", "养驴", "养护", False),
    ],
)
def test_a_word_formed_like_its_neighbour(text: str, written: str, better: str, expected: bool) -> None:
    start = text.rindex(written)
    assert paralleled(text, Span(start, start + len(written)), better) is expected


@pytest.mark.parametrize(
    ("length", "worth", "strangeness", "expected"),
    [(2, 2.5, 0.0, True), (2, 2.4, 0.0, False), (3, 1.5, 0.0, True), (4, 1.4, 0.0, False), (2, 4.0, 1.6, False)],
)
def test_longer_words_need_less(length: int, worth: float, strangeness: float, expected: bool) -> None:
    assert MARGINS.met(Suspect(Span(0, length), "", worth), strangeness) is expected


@pytest.mark.parametrize(
    ("faint", "characters", "strangeness"),
    [(0, 0, 0.0), (1, 4_000, 0.0), (27, 0, 3.0), (37, 4_000, 3.0), (3, 20_000, 0.0)],
)
def test_ten_times_as_many_faint_suspects_count_for_three(faint: int, characters: int, strangeness: float) -> None:
    assert strangeness_of(faint, characters) == pytest.approx(strangeness)


@given(st.integers(0, 500), st.integers(1, 100_000))
def test_a_draft_with_more_faint_suspects_is_never_less_strange(faint: int, characters: int) -> None:
    assert 0 <= strangeness_of(faint, characters) <= strangeness_of(faint + 1, characters)
    assert strangeness_of(faint, characters) >= strangeness_of(faint, characters + 1_000)


def test_a_usual_draft_is_not_strange() -> None:
    assert strangeness_of(0, 100) == 0
    assert strangeness_of(5, 20_000) == 0
    assert strangeness_of(50, 20_000) > 2
