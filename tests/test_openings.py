"""The characters a regular expression's matches begin with, and what finds them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.openings import located, opening_characters

PATTERNS = [
    re.compile(form, re.MULTILINE)
    for form in (
        *("(?<!止)[截1]", "(?:^|(?<=。))截(?!止)", "(?<=[。1])(?:截|止。)*1", r"(?<!\d)\d+(?=截|$)", r"(?<=止)\s截"),
        *("(?x) (?<!止) [截 1]  # 到今天", "(?s)(?<!止)截.", r"(?<!1)(?P<mark>[截止])(?P=mark)", "(?:止)?(?:截|。)"),
    )
]


@given(st.sampled_from(PATTERNS), st.text("截止。 1\n", max_size=30), st.integers(0, 8), st.integers(0, 30))
def test_every_match_is_located(pattern: re.Pattern[str], text: str, start: int, end: int) -> None:
    opening = opening_characters(pattern)
    assert opening is not None
    places = [found.start() for found in located(pattern, opening.pattern).finditer(text, start, end)]
    assert {found.start() for found in pattern.finditer(text, start, end)} <= {*places}


@pytest.mark.parametrize("pattern", PATTERNS[:7])
def test_nothing_else_is_located(pattern: re.Pattern[str]) -> None:
    opening = opening_characters(pattern)
    assert opening is not None
    text = "截止 截。止1截1\n1 截。截止。 1"
    places = [found.start() for found in located(pattern, opening.pattern).finditer(text)]
    assert places == [at for at in range(len(text)) if pattern.match(text, at)]
