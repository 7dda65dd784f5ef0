"""Whole drafts about time: what must be found, and what must be left alone."""

from pathlib import Path

import pytest
import yaml

from speechlint.examples import document_of, mark, unmark
from speechlint.linter import lint
from speechlint.rule_file import load_rules

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "time.yaml").read_text(encoding="utf-8"))
BAD = [(rule, draft) for rule, drafts in CASES["bad"].items() for draft in drafts]
RULES = [rule for rule in load_rules() if rule.family == "date" or rule.id == "number/told-two-ways"]


@pytest.mark.parametrize(("rule", "marked"), BAD, ids=range(len(BAD)))
def test_a_wrong_draft_gives_its_one_finding(rule: str, marked: str) -> None:
    text, _ = unmark(marked)
    findings = lint(document_of(text), RULES)
    assert mark(text, tuple(finding.span for finding in findings)) == marked.rstrip("\n")
    assert {finding.rule for finding in findings} == {rule}


@pytest.mark.parametrize("text", CASES["good"], ids=range(len(CASES["good"])))
def test_a_right_draft_gives_none(text: str) -> None:
    assert [(f.rule, f.message) for f in lint(document_of(text), RULES)] == []


def test_there_are_enough_cases_of_both_sorts() -> None:
    assert len(BAD) >= 30
    assert len(CASES["good"]) >= 30
    assert len(BAD) + len(CASES["good"]) >= 60
