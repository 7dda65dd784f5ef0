"""The rules as the page lists and shows them."""

from __future__ import annotations

from speechlint.examples import spoken
from speechlint.measured import Measured
from speechlint.messages import Language, say
from speechlint.reports.rule_page import rate
from speechlint.ruleset import Rule
from speechlint.web.records import RulePage, RuleTitle


def title_of(rule: Rule, language: Language) -> RuleTitle:
    return RuleTitle(
        id=rule.id,
        family=rule.family,
        family_title=say(f"family-{rule.family}", language),
        title=rule.title[language],
        severity=rule.severity,
        enabled=rule.enabled,
    )


def page_of(rule: Rule, language: Language, counted: Measured | None = None) -> RulePage:
    """All that `speechlint rule` says of a rule."""
    return RulePage(
        **dict(title_of(rule, language)),
        message=spoken(rule, language),
        why=rule.why[language],
        source=rule.source,
        fix=say(f"fix-{rule.fix}", language),
        bad=list(rule.bad),
        good=list(rule.good),
        measured=rate(counted, language) if counted else "",
    )
