"""What the rules behind some findings are called and why they exist, for reports that list rules apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from speechlint.messages import Language
from speechlint.session import Checked

Description = tuple[str, str]


def rule_descriptions(outcomes: Iterable[Checked], language: Language) -> Mapping[str, Description]:
    """Title and reason of every rule that found something, by id; a rule of a plugin goes by its id alone."""
    found = sorted({finding.rule for outcome in outcomes for finding in outcome.findings})
    if not found:
        return {}
    from speechlint.rule_file import load_rules

    known = {rule.id: (rule.title[language], rule.why[language]) for rule in load_rules()}
    return {name: known.get(name, (name, "")) for name in found}
