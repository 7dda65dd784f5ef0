"""Options made again from what is kept of them are those of the rule as it was loaded."""

import json
from pathlib import Path

import pytest

from speechlint.option_forms import form_of, made
from speechlint.options import Options
from speechlint.rule_file import load_rules
from speechlint.ruleset import Rule

RULES = load_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_option_is_made_as_before(rule: Rule) -> None:
    assert isinstance(rule.options, Options)
    for name, value in rule.options.items():
        form = json.loads(json.dumps(form_of(value)))
        assert made(form, rule.options.written[name], rule.path.parent) == value
        assert type(made(form, rule.options.written[name], rule.path.parent)) is type(value)


@pytest.mark.parametrize("form", ["os:PathLike", "speechlint.model:Severity", "speechlint.nowhere:By", "unknown", 1])
def test_a_form_of_none_of_ours_is_refused(form: object) -> None:
    with pytest.raises((AttributeError, ImportError, ValueError)):
        made(form, "no such member", Path())
