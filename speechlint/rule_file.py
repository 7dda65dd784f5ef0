"""A rule written in YAML becomes a Rule; a problem names file, line and field."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from pathlib import Path

from speechlint.checks import load_every_kind
from speechlint.checks.kinds import KINDS, Kind
from speechlint.model import Severity
from speechlint.options import bind_options, closest
from speechlint.ruleset import FAMILIES, Explanation, Rule, Strength, Texts, builtin_folder, rule_files
from speechlint.source import Source
from speechlint.tables import Table
from speechlint.yaml_source import read_yaml

KEYS = ("title", "message", "related", "why", "source", "severity", "enabled", "fix", "bad", "good")
BALANCED = re.compile("[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*")
REQUIRED = ("title", "message", "why", "severity", "bad", "good")

load_every_kind()


def load_rules(folder: Path | None = None) -> tuple[Rule, ...]:
    """Load every rule below a folder, sorted by id; raises Problem, also when there is none."""
    return tuple(load_rule(path, name) for name, path in sorted(rule_files(folder or builtin_folder()).items()))


def load_rule(path: Path, name: str) -> Rule:
    """Load one rule file; raises Problem naming file, line and field."""
    source = read_yaml(path)
    value = source.value
    kind = kind_of(source)
    for key in REQUIRED:
        if key not in value:
            raise source.problem("missing-key", key=key)
    family = name.partition("/")[0]
    if family not in FAMILIES:
        raise source.problem("no-family", family=family, near=closest(family, FAMILIES))
    options = bind_options(source, kind)
    fields = {"found", "better"} | kind.fields | captures(options.values())
    explanation = Explanation(
        texts(source, "title"),
        texts(source, "why"),
        plain_text(source, "source"),
        examples(source, "bad", marked=True),
        examples(source, "good", marked=False),
    )
    return Rule(
        id=name,
        message=texts(source, "message", fields),
        related=texts(source, "related", fields | {"text"}),
        severity=Severity(choice(source, "severity", tuple(Severity))),
        enabled=switch(source, "enabled", default=True),
        fix=strength(source),
        explained=lambda: explanation,
        kind=kind.name,
        options=options,
        check=kind.bind(options),
        path=path,
        module=kind.function.__module__,
        tables=tuple(option.path for option in options.values() if isinstance(option, Table)),
        reads_inert=kind.reads_inert,
        reads_layout=kind.reads_layout,
        sets_severity=kind.sets_severity,
    )


def kind_of(source: Source) -> Kind:
    named = [key for key in source.value if key not in KEYS]
    for key in named:
        if key not in KINDS:
            raise source.problem("unknown-key", str(key), key=key, near=closest(key, (*KEYS, *KINDS)))
    if len(named) != 1:
        raise source.problem("one-kind", count=len(named))
    return KINDS[named[0]]


def captures(options: Iterable[object]) -> set[str]:
    """Named groups of the patterns among the options: they may stand in messages."""
    return {group for option in options if isinstance(option, re.Pattern) for group in option.groupindex}


def texts(source: Source, key: str, fields: set[str] | None = None) -> Texts:
    """A text in Chinese and English; with `fields`, one whose {fields} the kind can fill."""
    if key not in source.value and key not in REQUIRED:
        return {}
    value = source.value[key]
    if not isinstance(value, dict) or set(value) != {"zh", "en"} or not all(isinstance(t, str) for t in value.values()):
        raise source.problem("two-languages", key, key=key)
    for language, template in value.items() if fields is not None else ():
        require_fields(source, (key, language), template, fields or set())
    return value


def require_fields(source: Source, keys: tuple[str, str], template: str, fields: set[str]) -> None:
    """Raise Problem when the template asks for a field nothing fills, or for one in a format of its own."""
    try:
        parts = list(string.Formatter().parse(template))
    except ValueError as error:
        raise source.problem("broken-template", *keys, key=keys[0]) from error
    for _, name, form, conversion in parts:
        if name is not None and (name not in fields or form or conversion):
            raise source.problem("unknown-field", *keys, key=keys[0], field=name, near=closest(name, fields - {name}))


def choice(source: Source, key: str, allowed: tuple[str, ...]) -> str:
    value = str(source.value.get(key))
    if value not in allowed:
        raise source.problem("not-allowed", key, key=key, allowed=", ".join(allowed), near=closest(value, allowed))
    return value


def switch(source: Source, key: str, *, default: bool) -> bool:
    value = source.value.get(key, default)
    if not isinstance(value, bool):
        raise source.problem("wrong-type", key, key=key, wanted="bool", given=type(value).__name__)
    return value


def plain_text(source: Source, key: str) -> str:
    value = source.value.get(key, "")
    if not isinstance(value, str):
        raise source.problem("wrong-type", key, key=key, wanted="str", given=type(value).__name__)
    return value


def strength(source: Source) -> Strength | None:
    if "fix" not in source.value:
        return None
    return "safe" if choice(source, "fix", ("safe", "unsafe")) == "safe" else "unsafe"


def examples(source: Source, key: str, *, marked: bool) -> tuple[str, ...]:
    """The example lines; bad ones mark every fault with ⟦…⟧, good ones mark nothing."""
    value = source.value[key]
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise source.problem("wrong-type", key, key=key, wanted="list[str]", given=type(value).__name__)
    for index, text in enumerate(value):
        if not BALANCED.fullmatch(text):
            raise source.problem("unbalanced-marks", key, str(index))
        if ("⟦" in text) is not marked:
            raise source.problem("unmarked-bad" if marked else "marked-good", key, str(index))
    return tuple(value)
