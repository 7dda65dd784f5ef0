"""Which words may be names."""

import pytest

from speechlint.language.names import Token
from speechlint.model import Span


@pytest.mark.parametrize(
    ("text", "tag", "known", "proper"),
    [
        ("谭建国", "nr", False, True),
        ("昆山", "ns", True, True),
        ("柳泉坝", "n", False, True),
        ("道路", "n", True, False),
        ("谭", "nr", True, False),
        ("ABC", "nz", False, False),
        ("第3组", "nz", False, False),
    ],
)
def test_a_name_is_of_two_characters_or_more_and_unknown_or_tagged(
    text: str, tag: str, known: bool, proper: bool
) -> None:
    assert Token(Span(0, len(text)), text, tag, known).proper is proper
