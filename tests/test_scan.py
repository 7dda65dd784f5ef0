"""The prefilter leaves no match out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import draft

from speechlint.model import BlockKind, Paragraph, compose
from speechlint.scan import Scan, matches

FORMS = (
    *("截止", "^截", "1", "(?<!止)[ 。]", "(?:^|。)(?:截|1)", "(?<=。)截止?", "截(?!止)", "[截止]{2}$", "止(?=截|。)"),
    *("", r"\d", "^$", "截[^止]", "止\n截"),
    *(r"(?<!\d)\d截", r"\d１", r"１\d止", "[0-9１]止", "1截|１止", "(?<=１)截"),
    *(
        "[^。]截",
        "[^。\n]截止?",
        r"止\Z",
        r"止\s",
        r"(?<![^\s。])截",
        r"截(?!\S)",
        "(?s:.)截",
        "1(?=止[^1]|$)",
        "(?<=[\n。])截",
        r"(?<=\s)[截1]",
        "(?<![^止])1",
        "(?<=[\n。]1)截",
    ),
    *("(?x)(?<!。) 截 # 至", "(?<!。)(?P<mark>[截止])(?P=mark)", "(?<=[止 ])(?:截|1|。止)+", "截{2,}|止{5,}"),
)
PATTERNS = [re.compile(form, re.MULTILINE) for form in FORMS]


LINES = st.lists(st.text("截止。 1１", max_size=8), max_size=8)


@given(pattern=st.sampled_from(PATTERNS), lines=LINES)
def test_matches_are_those_of_every_paragraph(pattern: re.Pattern[str], lines: list[str]) -> None:
    document = draft(*lines)
    wanted = [m.span() for b in document.blocks for m in pattern.finditer(document.text, b.span.start, b.span.end)]
    assert [m.span() for m in Scan(document).matches(pattern)] == wanted


@given(pattern=st.sampled_from(PATTERNS), lines=LINES)
def test_matches_are_those_of_the_text(pattern: re.Pattern[str], lines: list[str]) -> None:
    text = "\n".join(lines)
    assert [m.span() for m in matches(pattern, text)] == [m.span() for m in pattern.finditer(text)]


@pytest.mark.parametrize("text", ["一是截止" * 300, "截" + "一" * 40 + "止" + "二" * 900 + "截止", "截一截一止"])
def test_matches_near_each_other_and_far_apart(text: str) -> None:
    pattern = re.compile("截.{0,40}?止(?!.{3}止)")
    assert [m.span() for m in matches(pattern, text)] == [m.span() for m in pattern.finditer(text)]


def test_code_and_contents_are_no_paragraphs() -> None:
    lines = [Paragraph("截止", kind) for kind in (BlockKind.BODY, BlockKind.CODE, BlockKind.TOC, BlockKind.TABLE)]
    document = compose("a.md", lines)
    assert [m.start() for m in Scan(document).matches(PATTERNS[0])] == [0, 9]
