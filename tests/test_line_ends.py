"""What keeps to its line, and that a whole text then tells no more than its lines."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.line_ends import keeps_to_line

KEEPING = (
    *(
        "截",
        ".",
        "[^\n]",
        r"[^\s]",
        r"\S+",
        r"\d|\w",
        "[一-龥]",
        "^截$",
        r"截\b",
        "(?:截|止)*",
        "(?=止)(?!截)",
        "(?<![止\\d])",
    ),
    *("(?P<a>截)(?P=a)", "(?>截+)", "截{2,}+", "[^\\D。]", "(?-s:.)"),
)
CROSSING = (
    *(
        "\n",
        "[^截]",
        r"\s",
        r"\D",
        r"\W",
        "(?s:.)",
        "(?s).",
        r"止\Z",
        "[\t-\r]",
        "[^截](?=止)",
        "(?!截\n)",
        r"(?<=\s截)止",
    ),
    *(r"[\d\s]", "(?:截|[^止])", "(截)?(?(1)止|截)"),
)


@pytest.mark.parametrize(("form", "keeps"), [*((f, True) for f in KEEPING), *((f, False) for f in CROSSING)])
def test_what_may_take_a_line_feed_or_tell_it_from_the_end_is_known(form: str, keeps: bool) -> None:
    assert keeps_to_line(re.compile(form, re.MULTILINE)) is keeps


def test_the_end_of_a_text_is_no_line_end_without_lines() -> None:
    assert not keeps_to_line(re.compile("截$"))


@given(st.sampled_from(KEEPING), st.lists(st.text("截止1a。 ", max_size=6), min_size=1, max_size=5))
def test_a_whole_text_tells_what_its_lines_tell(form: str, lines: list[str]) -> None:
    pattern, text, start = re.compile(form, re.MULTILINE), "\n".join(lines), 0
    wanted = []
    for line in lines:
        wanted += [found.span() for found in pattern.finditer(text, start, start + len(line))]
        start += len(line) + 1
    assert [found.span() for found in pattern.finditer(text)] == wanted
