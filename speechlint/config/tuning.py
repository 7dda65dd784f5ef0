"""Rules as a configuration changes them: another severity, other options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from speechlint.config.settings import Configured, RuleSettings
from speechlint.options import closest, coerce
from speechlint.ruleset import Rule, kind_named
from speechlint.source import Source


def tuned(
    rules: Sequence[Rule], configured: Configured, above: tuple[str, ...], settings: Mapping[str, RuleSettings]
) -> tuple[Rule, ...]:
    """The rules with the settings of the table at `above` applied; raises Problem on an option that does not fit."""
    return tuple(
        changed(rule, settings[rule.id], configured, (*above, rule.id)) if rule.id in settings else rule
        for rule in rules
    )


def changed(rule: Rule, settings: RuleSettings, configured: Configured, keys: tuple[str, ...]) -> Rule:
    rule = replace(rule, severity=settings.severity or rule.severity)
    if not settings.options:
        return rule
    options = {**rule.options, **converted(rule, settings.options, configured, keys)}
    return replace(rule, options=options, check=kind_named(rule.kind, rule.module).bind(options))


def converted(
    rule: Rule, given: Mapping[str, object], configured: Configured, keys: tuple[str, ...]
) -> dict[str, object]:
    kind = kind_named(rule.kind, rule.module)
    options: dict[str, object] = {}
    for name, value in given.items():
        origin = configured.origin(*keys, "options", name)
        file, line = (origin.file, origin.line) if origin else (Path(), 1)
        source = Source(file, {}, {(kind.name, name): line})
        if name not in kind.options:
            near = closest(name, kind.options)
            raise source.problem("unknown-option", kind.name, name, kind=kind.name, key=name, near=near)
        options[name] = coerce(source, kind, name, value)
    return options
