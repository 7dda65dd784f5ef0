"""What a regular expression cannot match without."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.literals import required_literals


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("避署", {"避署"}),
        ("避署|消署", {"避署", "消署"}),
        ("打造(?:避署|消署)胜地", {"打造避署胜地", "打造消署胜地"}),
        ("(?:避|消)?署", {"署"}),
        (r"\d{4}年度工作", {f"{digit}年度工作" for digit in range(10)}),
        (r"\d+个百分点|约\d+", {f"{digit}个百分点" for digit in range(10)} | {f"约{digit}" for digit in range(10)}),
        ("[0-9]{1,2}时[0-9]{1,2}分", {f"{a}时{b}" for a in range(10) for b in range(10)}),
        ("(?<=截至)目前", {"截至目前"}),
        ("(?<=截至|\n止)目前", {"目前"}),
        ("、(?=以及|及其)", {"、以及", "、及其"}),
        ("、(?=[^以])以及", {"、以及"}),
        ("(?<=[在到])[一-鿿]{2}止", {"止"}),
        ("(?!不)截止", {"截止"}),
        ("(?:在|再){2}", {"在在", "在再", "再在", "再再"}),
        ("的{2,}", {"的的"}),
        ("[的地]{1,}好", {"的好", "地好"}),
        ("[的地]{2,}|得{9,}", {"的的", "的地", "地的", "地地", "得得得得"}),
        (r"\d{4,}", {*"0123456789"}),
        (r"(?:19|20)\d\d[^。]*:\d", {f":{digit}" for digit in range(10)}),
        ("(?x) 截 止  # 到今天", {"截止"}),
        ("[一-鿿]+署", {"署"}),
        ("第[一二]?条", {"第一条", "第二条", "第条"}),
        ("(?P<mark>截止)(?P=mark)", {"截止截止"}),
        ("(?P<mark>[。，])(?P=mark)", {"。。", "，，", "。，", "，。"}),
        (r"\d+", {*"0123456789"}),
        ("(?<=截止)", {"截止"}),
        ("截(?!)止|到", {"到"}),
        ("(?!)", set()),
    ],
)
def test_literals_every_match_needs(pattern: str, literals: set[str]) -> None:
    assert required_literals(re.compile(pattern)) == literals


@pytest.mark.parametrize(
    "pattern", ["", "^$", "[\\d\\s]+", "避署|[一-鿿]", "(?i)vx", "(?i:vx)", "(?<=\n)", "[^。]", "截*"]
)
def test_patterns_that_tell_nothing(pattern: str) -> None:
    assert required_literals(re.compile(pattern)) is None


ATOMS = st.sampled_from(
    [
        *("截", "止", "避署", "[截止]", ".", "[^止]", r"\d", r"\d{2,3}", "([截止])", r"(避|署)+", "^", "$"),
        *("(?=截)", "(?=[截1]止)", "(?!止)", "(?<=署)", "(?<=[截止]署)", "(?<=避署)", "(?<!避)", "(?!)"),
    ]
)
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}", "{2,}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=10,
)


@given(PATTERNS, st.text("截止避署12\n", max_size=30))
def test_no_match_lacks_all_its_literals(pattern: str, text: str) -> None:
    compiled = re.compile(pattern, re.MULTILINE)
    literals = required_literals(compiled)
    if literals is not None and compiled.search(text):
        assert any(literal in text for literal in literals)


def test_of_too_many_literals_the_ends_are_kept() -> None:
    places, names = "甲乙丙丁戊己庚辛", "一二三四五六七八九十"
    pattern = "|".join(f"[{places}]{{2}}召开{name}大会" for name in names)
    assert required_literals(re.compile(pattern)) == {f"{place}召开{name}大会" for place in places for name in names}
