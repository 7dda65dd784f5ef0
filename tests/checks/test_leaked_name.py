"""Which words of a clause are a name with its suffix, and which person stands beside a title."""

import re

import pytest
from making import analysed

from speechlint.checks.leaked_name import may_end_name, names_in
from speechlint.checks.leaked_person import full_names, may_stand_beside
from speechlint.language.names import Token
from speechlint.model import Span

SUFFIXES = ("社区", "公园", "镇", "科技", "纺织", "村")
TRADES = ("服装", "新能源")
COMMON = ("和平", "开发")


def tokens(clause: str) -> tuple[Token, ...]:
    """Words parted by blanks, then their tags; `*` after one the dictionary does not know; ‸ stands for a gap."""
    found: list[Token] = []
    at = 0
    for word in clause.split(" "):
        text, star, tag = re.fullmatch(r"([^*/]+)(\*?)/?(\w*)", word).groups()  # type: ignore[union-attr]
        if text != "‸":
            found.append(Token(Span(at, at + len(text)), text, None if star else tag or "n"))
        at += len(text)
    return tuple(found)


def spelt(clause: str, span: Span) -> str:
    plain = "".join(re.sub(r"[*/].*", "", word) for word in clause.split(" "))
    return plain[span.start : span.end]


@pytest.mark.parametrize(
    ("clause", "names"),
    [
        ("推进 界溪镇* 建设", ["界溪镇"]),
        ("推进 界镇* 建设", []),
        ("推进 和平镇* 建设", []),
        ("推进 城镇 建设", []),
        ("推进 界溪* 公园 建设", ["界溪公园"]),
        ("推进 界溪/ns 公园 建设", ["界溪公园"]),
        ("推进 湿地 公园 建设", []),
        ("推进 和平* 公园 建设", []),
        ("界溪* 公园", ["界溪公园"]),
        ("公园 建设", []),
        ("推进 界溪* ‸ 公园", []),
        ("推进 锦昌* 服装 科技", ["锦昌服装科技"]),
        ("推进 锦昌* 新能源 科技", []),
        ("推进 锦昌* ‸ 服装 科技", []),
        ("服装 科技", []),
        ("推进 恒润* 纺织 科技 建设", ["恒润纺织科技"]),
        ("新 河湾* 公园", ["新河湾公园"]),
        ("推进 新 河湾* 公园", ["新河湾公园"]),
        ("推进 新 ‸ 河湾* 公园", ["河湾公园"]),
        ("推进 的 河湾* 公园", ["河湾公园"]),
        ("推进 东 柳河村* 建设", ["东柳河村"]),
        ("推进 对界集* 社区 建设", ["界集社区"]),
        ("推进 对界* 社区 建设", ["对界社区"]),
        ("推进 新 对界集* 社区", ["界集社区"]),
        ("从 界溪* 公园 到 锦昌* 社区", ["界溪公园", "锦昌社区"]),
    ],
)
def test_a_proper_name_before_its_suffix(clause: str, names: list[str]) -> None:
    found = [spelt(clause, span) for span in names_in(tokens(clause), SUFFIXES, TRADES, COMMON)]
    assert list(dict.fromkeys(found)) == names


@pytest.mark.parametrize(
    ("text", "suffix", "may"),
    [
        ("推进界溪镇建设", "镇", True),
        ("抓农村", "村", False),
        ("溪镇建设", "镇", False),
        ("A溪镇建设", "镇", False),
        ("去界溪镇", "镇", True),
        ("去一溪镇", "镇", True),
        ("在锦昌公园集合", "公园", True),
    ],
)
def test_two_chinese_characters_stand_before_a_suffix_of_its_own(text: str, suffix: str, may: bool) -> None:
    assert may_end_name(analysed(text), text.index(suffix), suffix) is may


@pytest.mark.parametrize(
    ("clause", "names"),
    [
        ("谭建国*/nr 局长", ["谭建国"]),
        ("谭建国*/x 局长", ["谭建国"]),
        ("谭建国*/v 局长", []),
        ("谭建国/n 局长", []),
        ("谭建国民*/nr 局长", []),
        ("建国*/nr 局长", []),
        ("谭 建国 局长", ["谭建国"]),
        ("谭 建国/x 局长", []),
        ("谭 ‸ 建国 局长", []),
        ("谭 建国家 局长", []),
        ("林立/nr 新 局长", ["林立", "林立新"]),
        ("林立/v 新 局长", []),
        ("局长 谭 建国", ["谭建国"]),
        ("局长 谭", []),
        ("局长 谭建*/nr", ["谭建"]),
    ],
)
def test_a_surname_and_a_given_name(clause: str, names: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    guesses = dict(re.findall(r"(\S+)\*/(\w+)", clause))
    monkeypatch.setattr("speechlint.language.names.guessed_tag", guesses.__getitem__)
    assert [spelt(clause, span) for span in full_names(tokens(clause), "谭林", lambda _: True)] == names


def test_only_a_name_beside_a_title_is_guessed_at() -> None:
    found = full_names(tokens("谭 建国 局长 谭建国*"), "谭林", lambda name: name.start == 0)
    assert [*found] == [Span(0, 3)]


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("谭建国局长", True),
        ("谭建局长", True),
        ("谭局长", False),
        ("谭建国民局长", False),
        ("建国局长谭立", True),
        ("建国局长", False),
        ("局长", False),
        ("国局长谭", True),
    ],
)
def test_a_surname_stands_where_a_name_beside_a_title_would_begin(text: str, may: bool) -> None:
    at = text.index("局长")
    assert may_stand_beside(text, Span(at, at + 2), "谭") is may
