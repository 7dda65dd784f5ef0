"""Names of places found among the words of a draft."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.checks.divisions import Form, Gazetteer
from speechlint.language.names import Token
from speechlint.model import Span
from speechlint.tables import read_table

ROWS = (
    "code\tname\tshort\ttowns",
    "11\t甲河省\t甲河\t",
    "1101\t乙山市\t乙山\t",
    "110101\t丙县\t丙\t丁集镇 丁集乡 戊滩街道 己苏木",
    "110202\t乙山县\t乙山\t丁集镇 甲河乡",
)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    file: Path = tmp_path_factory.mktemp("divisions") / "division.tsv"
    file.write_text("\n".join(ROWS), encoding="utf-8")
    return Gazetteer(read_table(file), frozenset({"戊滩"}))


def tokens_of(words: Sequence[str]) -> tuple[Token, ...]:
    ends = [len("".join(words[: number + 1])) for number in range(len(words))]
    return tuple(Token(Span(end - len(word), end), word, "n", True) for word, end in zip(words, ends, strict=True))


def test_the_longest_name_at_a_place_is_meant(known: Gazetteer) -> None:
    tokens = tokens_of(["在", "甲河", "乡", "和", "丁", "集", "社区", "，", "乙山", "市民", "戊滩"])
    assert [(mention.name, mention.form, mention.codes) for mention in known.mentions(tokens)] == [
        ("甲河乡", Form.FULL, ("110202",)),
        ("丁集", Form.STEM, ("110101", "110202", "110101")),
        ("乙山", Form.SHORT, ("1101", "110202")),
    ]


@given(words=st.lists(st.text("甲河乙山丙县丁集镇戊滩街道己苏木乡", min_size=1, max_size=3), max_size=8))
def test_no_name_is_passed_over(known: Gazetteer, words: list[str]) -> None:
    tokens, text = tokens_of(words), "".join(words)
    taken, wanted = 0, []
    for first, token in enumerate(tokens):
        ends = [other.span.end for other in tokens[first:] if known.called(text[token.span.start : other.span.end])]
        if ends and token.span.start >= taken:
            taken = max(ends)
            wanted.append(text[token.span.start : taken])
    assert [mention.name for mention in known.mentions(tokens)] == wanted


def test_stems_of_a_division_are_those_of_its_townships(known: Gazetteer) -> None:
    assert known.stems_within("1101") == {"丁集", "戊滩", "己"}
    assert known.stems_within("1102") == {"丁集", "甲河"}
