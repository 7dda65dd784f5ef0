"""One rule's page in Markdown: printed by `speechlint rule` and kept in the documentation."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.measured import Measured
from speechlint.messages import Language, say
from speechlint.ruleset import Rule


def rule_page(rule: Rule, language: Language, said: str, counted: Measured | None = None) -> str:
    """What the rule finds and why, with its own examples; `said` is what it says of one of them.

    If `counted`, the page also tells how often the rule speaks on clean text.
    """
    return "\n".join(page_lines(rule, language, said, counted)) + "\n"


def page_lines(rule: Rule, language: Language, said: str, counted: Measured | None) -> Iterator[str]:
    yield f"# {rule.title[language]}（{rule.id}）" if language == "zh" else f"# {rule.title[language]} ({rule.id})"
    yield ""
    yield from facts(rule, language, said)
    if counted is not None:
        yield fact("page-measured", rate(counted, language), language)
    yield ""
    yield rule.why[language]
    yield from shown(say("page-bad", language), rule.bad)
    yield from shown(say("page-good", language), rule.good)


def facts(rule: Rule, language: Language, said: str) -> Iterator[str]:
    yield fact("page-severity", say(f"severity-{rule.severity}", language), language)
    yield fact("page-family", say(f"family-{rule.family}", language), language)
    yield fact("page-message", said, language)
    yield fact("page-fix", say(f"fix-{rule.fix}", language), language)
    if rule.source:
        yield fact("page-source", rule.source, language)
    if not rule.enabled:
        yield f"- {say('page-off', language)}"


def fact(label: str, told: str, language: Language) -> str:
    """“- 级别：错误”, “- Severity: error”: a full-width colon holds its own space."""
    return f"- {say(label, language)}{'' if language == 'zh' else ' '}{told}"


def rate(counted: Measured, language: Language) -> str:
    share, size = f"{counted.per_10_000:.3f}", f"{counted.characters:,}"
    if not counted.findings:
        return say("page-silent", language, size=size)
    return say("page-rate", language, count=counted.findings, size=size, rate=share)


def shown(heading: str, examples: tuple[str, ...]) -> Iterator[str]:
    yield ""
    yield f"## {heading}"
    for example in examples:
        yield ""
        yield "```text"
        yield example.rstrip("\n")
        yield "```"
