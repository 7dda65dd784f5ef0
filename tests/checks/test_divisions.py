"""Names of places found among the words of a draft."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import analysed

from speechlint.checks.divisions import Form, Gazetteer, Mention
from speechlint.checks.leaked_place import home_of, may_have_home
from speechlint.language.names import Token
from speechlint.model import Span
from speechlint.tables import read_table

ROWS = (
    "code\tname\tshort\ttowns",
    "11\t甲河省\t甲河\t",
    "1101\t乙山市\t乙山\t",
    "110101\t丙县\t丙\t丁集镇 丁集乡 戊滩街道 己苏木 庚农场",
    "110202\t乙山县\t乙山\t丁集镇 甲河乡",
)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    file: Path = tmp_path_factory.mktemp("divisions") / "division.tsv"
    file.write_text("\n".join(ROWS), encoding="utf-8")
    return Gazetteer(read_table(file), frozenset({"戊滩"}))


def tokens_of(words: Sequence[str]) -> tuple[Token, ...]:
    ends = [len("".join(words[: number + 1])) for number in range(len(words))]
    return tuple(Token(Span(end - len(word), end), word, "n") for word, end in zip(words, ends, strict=True))


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


def test_a_township_lies_wherever_a_row_lists_it_whole(tmp_path: Path) -> None:
    file = tmp_path / "division.tsv"
    rows = ("1\t甲\t甲\t丁集镇 丁集镇　西丁集镇", "2\t乙\t乙\t丁集镇东", "3\t丙\t丙\t丁集镇")
    file.write_text("\n".join((ROWS[0], *rows)), encoding="utf-8")
    assert Gazetteer(read_table(file), frozenset()).called("丁集镇") == (Form.FULL, ("1", "1", "3"))


def test_stems_of_a_division_are_those_of_its_townships(known: Gazetteer) -> None:
    assert known.stems_within("1101") == {"丁集", "戊滩", "己", "庚农场"}
    assert known.stems_within("1102") == {"丁集", "甲河"}


@pytest.mark.parametrize(
    ("name", "form", "codes"),
    [
        ("甲河省", Form.FULL, ("11",)),
        ("甲河", Form.SHORT, ("11",)),
        ("乙山", Form.SHORT, ("1101", "110202")),
        ("丁集镇", Form.FULL, ("110101", "110202")),
        ("丁集", Form.STEM, ("110101", "110202", "110101")),
        ("己苏木", Form.FULL, ("110101",)),
        ("丙", None, ()),
        ("己", None, ()),
        ("戊滩", None, ()),
        ("戊滩街道", Form.FULL, ("110101",)),
        ("庚县", None, ()),
    ],
)
def test_a_name_is_called_in_its_fullest_form(
    known: Gazetteer, name: str, form: Form | None, codes: tuple[str, ...]
) -> None:
    assert known.called(name) == ((form, codes) if form else None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲河省和乙山县", ["甲河", "乙山"]),
        ("抓丁集镇，抓戊滩街道", ["丁集镇", "戊滩街道"]),
        ("己苏木", ["己苏木"]),
        ("去庚农场", ["庚农场"]),
        ("丁集社区", []),
        ("戊滩社区", []),
        ("街道、镇", []),
        ("丁集镇", ["丁集镇"]),
    ],
)
def test_names_that_tell_a_place_by_themselves_are_told_wherever_words_end(
    known: Gazetteer, text: str, names: list[str]
) -> None:
    told = [*known.told_in(analysed(text).scan)]
    assert [text[one.span.start : one.span.end] for one in told] == [one.name for one in told]
    assert {name for one in told for name in names if name.startswith(one.name)} == set(names)
    assert bool(told) is bool(names)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["丁集", "镇"], ["丁集镇"]),
        (["丁集", "镇", "乙山县"], ["丁集镇", "乙山县"]),
        (["戊", "滩", "街道"], ["戊滩街道"]),
        (["戊", "滩", "街", "道", "甲河"], ["戊滩街道", "甲河"]),
        (["甲河", "省", "乙山", "市"], ["甲河省", "乙山市"]),
        (["大丁集", "镇"], []),
        (["丁"], []),
    ],
)
def test_a_name_may_be_of_several_words(known: Gazetteer, words: list[str], names: list[str]) -> None:
    assert [mention.name for mention in known.mentions(tokens_of(words))] == names


def test_words_apart_are_no_name(known: Gazetteer) -> None:
    first, second = tokens_of(["丁集", "镇"])
    apart = second._replace(span=Span(second.span.start + 1, second.span.end + 1))
    assert [mention.name for mention in known.mentions((first, apart))] == ["丁集"]


@pytest.mark.parametrize(
    ("codes", "code", "within"),
    [(("1101",), "11", True), (("11",), "1101", True), (("1102",), "1101", False), (("1102", "110101"), "1101", True)],
)
def test_a_mention_lies_in_a_division_or_is_the_one_around_it(codes: tuple[str, ...], code: str, within: bool) -> None:
    assert Mention(Span(0, 1), "甲", Form.FULL, codes).within(code) is within


def mention(name: str, form: Form, *codes: str) -> Mention:
    return Mention(Span(0, len(name)), name, form, codes)


@pytest.mark.parametrize(
    ("mentions", "home"),
    [
        ([mention("丙县", Form.FULL, "110101"), mention("丁集镇", Form.FULL, "110101")], "1101"),
        ([mention("丙县", Form.FULL, "110101")], None),
        ([mention("丙县", Form.FULL, "110101")] * 2, None),
        ([mention("丙县", Form.SHORT, "110101"), mention("乙山", Form.SHORT, "1101")], "1101"),
        ([mention("丙县", Form.SHORT, "110101"), mention("乙山", Form.SHORT, "1101", "110202")], None),
        ([mention("丙县", Form.SHORT, "110101"), mention("甲河省", Form.FULL, "11")], "1101"),
        ([mention("丙县", Form.SHORT, "110101"), mention("他省", Form.FULL, "12")], None),
        ([mention("丙县", Form.FULL, "110101"), mention("庚县", Form.FULL, "120101")], None),
        (
            [
                mention("丙县", Form.FULL, "110101"),
                mention("庚县", Form.FULL, "110201"),
                mention("辛县", Form.FULL, "110202"),
            ],
            "1102",
        ),
        ([mention("甲河省", Form.FULL, "11"), mention("他省", Form.FULL, "12")], None),
    ],
)
def test_home_is_the_prefecture_best_vouched_for_by_two_names(mentions: list[Mention], home: str | None) -> None:
    assert home_of(mentions) == home
    assert may_have_home(mentions) is (home is not None)
