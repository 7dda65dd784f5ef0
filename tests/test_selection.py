"""Which rules run."""

import pytest
from making import finds, rule

from speechlint.messages import Problem
from speechlint.selection import select_rules

RULES = (
    rule("typo/a", finds("甲")),
    rule("typo/b", finds("乙"), enabled=False),
    rule("date/c", finds("丙")),
)


@pytest.mark.parametrize(
    ("select", "ignore", "extend_select", "extend_ignore", "expected"),
    [
        ("", "", "", "", "typo/a date/c"),
        ("typo", "", "", "", "typo/a typo/b"),
        ("typo/b", "", "", "", "typo/b"),
        ("ALL", "", "", "", "typo/a typo/b date/c"),
        ("", "typo", "", "", "date/c"),
        ("", "ALL", "", "", ""),
        ("typo", "typo/a", "", "", "typo/b"),
        ("typo/a", "typo", "", "", "typo/a"),
        ("typo", "typo", "", "", ""),
        ("", "", "typo/b", "", "typo/a typo/b date/c"),
        ("date", "", "typo/b", "", "typo/b date/c"),
        ("", "", "", "date/c", "typo/a"),
    ],
)
def test_the_more_exact_name_wins(
    select: str, ignore: str, extend_select: str, extend_ignore: str, expected: str
) -> None:
    names = (select.split(), ignore.split(), extend_select.split(), extend_ignore.split())
    assert " ".join(chosen.id for chosen in select_rules(RULES, *names)) == expected


@pytest.mark.parametrize(("name", "near"), [("tpyo", "typo"), ("typo/", "typo"), ("date/d", "date/c"), ("all", "ALL")])
def test_an_unknown_name_is_a_problem(name: str, near: str) -> None:
    with pytest.raises(Problem) as caught:
        select_rules(RULES, ignore=[name])
    assert name in caught.value.say("zh")
    assert near in caught.value.say("zh") or name == "all"
