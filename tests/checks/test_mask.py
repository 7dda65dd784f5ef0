"""Placeholders are told from look-alikes by their neighbours."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.examples import document_of
from speechlint.linter import lint
from speechlint.model import Finding, Severity
from speechlint.rule_file import load_rule
from speechlint.ruleset import Rule, builtin_folder


def rule(name: str) -> Rule:
    path = builtin_folder() / Path(f"{name}.yaml")
    return load_rule(path, name)


CROSSED_OUT = rule("placeholder/crossed-out")


def found(text: str) -> list[Finding]:
    return lint(document_of(text), [CROSSED_OUT])


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("总投资×亿元", "金额"),
        ("共有X个项目", "数量"),
        ("请X同志讲话", "姓名"),
        ("位于XX县城南", "地名"),
        ("增长××%", "百分比"),
        ("定于X月下旬", "月份"),
        ("位居全市第X", "序数"),
    ],
)
def test_the_message_names_what_is_missing(text: str, missing: str) -> None:
    assert [finding.message for finding in found(text)] == [
        f"这里的“{finding_text(text)}”还没有换成实际内容，请补上{missing}"
    ]


def finding_text(text: str) -> str:
    return "".join(character for character in text if character in "X×")


def test_a_mark_no_neighbour_explains_is_only_a_warning() -> None:
    assert [finding.severity for finding in found("彰显X特点。")] == [Severity.WARNING]


def test_a_mark_no_neighbour_explains_is_an_error_among_three_others() -> None:
    findings = found("X个、X项、X亿元，彰显X特点。")
    assert [finding.severity for finding in findings] == [Severity.ERROR] * 4


@pytest.mark.parametrize("text", ["单价×天数", "奖金=单价×件数", "设X为宽", "1+X证书", "Vitamin X"])
def test_signs_of_multiplication_and_names_stay_silent(text: str) -> None:
    assert [finding for finding in found(text) if finding.severity is Severity.ERROR] == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="X×x年月日县亿元个，。的—-.5", max_size=30))
def test_marks_never_overlap_and_hold_a_mark(text: str) -> None:
    findings = found(text)
    for one, other in pairwise(findings):
        assert one.span.end <= other.span.start
    assert all(set("X×x") & set(text[finding.span.start : finding.span.end]) for finding in findings)
