"""Every rule's own examples, and what every rule file must hold."""

import pytest

from speechlint.examples import failures
from speechlint.rule_file import load_rules
from speechlint.ruleset import Rule

RULES = load_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_example_of_a_rule_holds(rule: Rule) -> None:
    assert list(failures(rule)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_shows_at_least_two_faults_and_two_traps(rule: Rule) -> None:
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 2
