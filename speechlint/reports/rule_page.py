"""One rule's page in Markdown: printed by `speechlint rule` and kept in the documentation."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.measured import Measured
from speechlint.messages import Language, say
from speechlint.ruleset import Rule


def rule_page(rule: Rule, language: Language, counted: Measured | None = None) -> str:
    """What the rule finds and why, with its own examples and, if `counted`, how often it speaks on clean text."""
    return "\n".join(page_lines(rule, language, counted)) + "\n"


def page_lines(rule: Rule, language: Language, counted: Measured | None) -> Iterator[str]:
    yield f"# {rule.title[language]}（{rule.id}）" if language == "zh" else f"# {rule.title[language]} ({rule.id})"
    yield ""
    yield from facts(rule, language)
    if counted is not None:
        yield f"- {say('page-measured', language)} {rate(counted, language)}"
    yield ""
    yield rule.why[language]
    yield from shown(say("page-bad", language), rule.bad)
    yield from shown(say("page-good", language), rule.good)


def facts(rule: Rule, language: Language) -> Iterator[str]:
    yield f"- {say('page-severity', language)} {say(f'severity-{rule.severity}', language)}"
    yield f"- {say('page-family', language)} {say(f'family-{rule.family}', language)}"
    yield f"- {say('page-message', language)} {rule.message[language]}"
    yield f"- {say('page-fix', language)} {say(f'fix-{rule.fix}', language)}"
    if rule.source:
        yield f"- {say('page-source', language)} {rule.source}"
    if not rule.enabled:
        yield f"- {say('page-off', language)}"


def rate(counted: Measured, language: Language) -> str:
    share, size = f"{counted.per_10_000:.3f}", f"{counted.characters:,}"
    return say("page-rate", language, count=counted.findings, size=size, rate=share)


def shown(heading: str, examples: tuple[str, ...]) -> Iterator[str]:
    yield ""
    yield f"## {heading}"
    for example in examples:
        yield ""
        yield "```text"
        yield example.rstrip("\n")
        yield "```"
