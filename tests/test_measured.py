"""The counts printed on rule pages name the rules there are."""

import pytest

from speechlint.measured import Measured, measured
from speechlint.rule_file import load_rules


def test_every_enabled_rule_was_measured_and_none_that_is_gone() -> None:
    enabled = {rule.id for rule in load_rules() if rule.enabled}
    assert set(measured()) == enabled, "run python tools/measure_rules.py"


def test_the_rate_is_per_ten_thousand_characters() -> None:
    assert Measured(3, 60_000).per_10_000 == pytest.approx(0.5)
