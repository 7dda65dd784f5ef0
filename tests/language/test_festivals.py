"""Lunar festivals without a year, in a draft that tells its own."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.examples import document_of
from speechlint.language.calendar import festival
from speechlint.linter import lint
from speechlint.rule_file import load_rules

RULES = [rule for rule in load_rules() if rule.id == "date/wrong-festival"]


@settings(max_examples=40, deadline=None)
@given(st.integers(1950, 2090), st.sampled_from(["端午节", "七夕节", "中秋节", "重阳节"]), st.integers(-3, 3))
def test_only_the_festival_of_the_drafts_own_year_is_right(year: int, name: str, off: int) -> None:
    right = festival(name, year)
    assert right is not None
    told = right + timedelta(off)
    draft = f"在全县节日安全工作会上的讲话\n（{year}年5月20日）\n同志们：\n{told.month}月{told.day}日是{name}。"
    assert len(lint(document_of(draft), RULES)) == bool(off)
