"""The plain report: one line a finding."""

from making import draft, finds, rule

from speechlint.messages import Problem
from speechlint.reports.plain import plain
from speechlint.session import Checked, Settings, check_document


def test_each_finding_is_a_line_that_programs_can_take_apart() -> None:
    found = check_document(draft("同志们：", "打造避署胜地"), Settings((rule("typo/word", finds("避署", "同志")),)))
    unread = Checked("b.txt", problem=Problem("binary"))
    assert list(plain([found, unread], "zh")) == [
        "a.txt:1:1: error typo/word “同志”",
        "a.txt:2:3: error typo/word “避署”",
    ]
